import { registeredId } from '../area/figure-id.js';
import type { Locality } from '../locality/locality.schema.js';
import { keyOf } from '../locality/places.js';
import type { Indicator } from '../target/target.schema.js';
import type { YearFigure } from '../target/year-figure.types.js';
import type { LineSpec } from './outline.js';
import type { Cell, How, Lack, MeasureId, Ratio, Trace } from './report.types.js';
import type { ReportWorld, ToldYear } from './report-world.types.js';

/** A place in a year, told in the boundaries of another. */
export interface Spot extends ToldYear {
  readonly place: Locality;
}

/** What a line says of a place in a year. */
export interface LineCells {
  readonly cells: Readonly<Partial<Record<MeasureId, Cell>>>;
  readonly share?: Ratio;
  /** What the leading number was told by. */
  readonly told?: YearFigure;
  /** Of a sum: what the register counts in the place itself and in none of its parts. */
  readonly beside?: Readonly<Partial<Record<MeasureId, Cell>>>;
}

/** States in which a title is held, or was until it ran out. */
const holding = ['recognised', 'expired'] as const;
/** States of those who are on the register of a year. */
const entered = [
  ...['registered', 'draft', 'submitted', 'in-review', 'returned', 'verified', ...holding],
  ...['not-recognised', 'revoked'],
] as const;

type Told = YearFigure | undefined;

/** Reads what a line says of a place in a year: raw numbers, each with the way to what it was made of. */
export function lineCells(world: ReportWorld, spec: LineSpec, spot: Spot): LineCells {
  const { place } = spot;
  const { indicator } = spec;
  const key = keyOf(place);
  const told = world.achieved(indicator, key, spot);
  const counted = spec.section === 'models' || spec.section === 'indicators' ? 'achieved' : 'number';
  const lead = numberCell(world, spec, spot, told, counted);
  const share = indicator.kind === 'share' ? ratioOf(told) : undefined;
  const cells: Partial<Record<MeasureId, Cell>> = { [counted]: lead };
  const beside: Partial<Record<MeasureId, Cell>> = {};
  const besides = (measure: MeasureId, value: number | undefined): void => {
    const trace = registerTrace(world, indicator, spot, measure);
    if (value !== undefined) beside[measure] = { value, how: 'records', trace };
  };
  besides(counted, told?.beside?.count);
  besides('total', told?.beside?.of);
  if (indicator.kind === 'share') cells.total = totalCell(world, spec, spot, told, indicator.id);
  if (spec.registers) {
    const those = world.registered(indicator, key, spot);
    cells.registered = numberCell(world, spec, spot, those, 'registered');
    besides('registered', those?.beside?.count);
    // Who told how many registered may have told how many there are, too.
    const byHand = world.registeredByHand(indicator, key, spot);
    if (cells.total?.value === undefined && byHand?.figure?.of !== undefined)
      cells.total = totalCell(world, spec, spot, byHand, registeredId(indicator.id));
  }
  return {
    cells,
    ...(share && { share }),
    ...(told && { told }),
    ...(Object.keys(beside).length > 0 && { beside }),
  };
}

function ratioOf(told: Told): Ratio | undefined {
  const { figure, value } = told ?? {};
  if (!figure) return undefined;
  const { count, of } = figure;
  return {
    count,
    ...(of !== undefined && { of }),
    ...(value !== undefined && { value }),
    ...(of !== undefined && count > of && { over: true }),
  };
}

/** Why a number is not there. */
function lackOf(world: ReportWorld, { place, year }: Spot, told: Told): Lack {
  if (told?.lack) return told.lack;
  const began = place.from > `${year}-12-31` && world.places.origins(keyOf(place)).length === 0;
  return { code: began ? 'not-there' : 'not-reported', places: [] };
}

function numberCell(world: ReportWorld, spec: LineSpec, spot: Spot, told: Told, measure: MeasureId): Cell {
  const value = told?.figure?.count;
  if (!told || value === undefined) {
    // What cannot be added up can still be looked at part by part.
    const trace = told?.lack?.code === 'mixed' ? partsOf(spec, spot, measure) : undefined;
    return { lack: lackOf(world, spot, told), ...(trace && { trace }) };
  }
  const how = told.how!;
  const id = measure === 'registered' ? registeredId(spec.indicator.id) : spec.indicator.id;
  return { value, how, trace: traceOf(world, spec, spot, { measure, how, id }) };
}

function totalCell(world: ReportWorld, spec: LineSpec, spot: Spot, told: Told, id: string): Cell {
  const value = told?.figure?.of;
  if (!told || value === undefined) return { lack: lackOf(world, spot, told?.lack && told) };
  // The register counts who holds a title; how many there are was told by hand, unless nobody did.
  const how = told.how === 'records' && !told.liveTotal ? 'report' : told.how!;
  return { value, how, trace: traceOf(world, spec, spot, { measure: 'total', how, id }) };
}

function traceOf(
  world: ReportWorld,
  spec: LineSpec,
  spot: Spot,
  { measure, how, id }: { readonly measure: MeasureId; readonly how: How; readonly id: string },
): Trace {
  const key = keyOf(spot.place);
  if (how === 'report') return { kind: 'figures', params: { indicator: id, place: key, year: spot.year } };
  if (how === 'records') return registerTrace(world, spec.indicator, spot, measure);
  return partsOf(spec, spot, measure, how === 'carried');
}

function registerTrace(
  world: ReportWorld,
  { model, subjectGroup }: Indicator,
  { place, year }: Spot,
  measure: MeasureId,
): Trace {
  const state = measure === 'total' ? undefined : measure === 'registered' ? entered : holding;
  return {
    kind: 'register',
    params: {
      cycle: String(year),
      model: model!,
      ...(subjectGroup !== undefined && { subjectGroup }),
      ...(state && { state }),
      ...(measure === 'registered' && { registered: true }),
      places: world.codesIn(place, year),
    },
  };
}

function partsOf(spec: LineSpec, { place, year, within }: Spot, measure: MeasureId, former = false): Trace {
  const params = { line: spec.id, measure, place: keyOf(place), year, within };
  return { kind: 'parts', params: { ...params, ...(former && { former }) } };
}
