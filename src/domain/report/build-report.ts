import type { ActivityItem } from '../area/area-query.schema.js';
import type { Locality } from '../locality/locality.schema.js';
import { keyOf } from '../locality/places.js';
import { activitiesOf, activityLines, compared, type Stretch } from './activities.js';
import { coverageOf, nameOf } from './coverage.js';
import { lineCells, type LineCells } from './figure-cells.js';
import { fundLines, fundRemarks, giftLines, type FundsGiven } from './funds.js';
import { leading, sectionMeasures, type LineSpec } from './outline.js';
import type {
  Coverage,
  Ratio,
  Remark,
  Report,
  ReportAsk,
  ReportLine,
  ReportSection,
  SectionId,
  ShareOf,
} from './report.types.js';
import type { ReportWorld } from './report-world.types.js';

/** What is put together, beside the figures that the world is asked for. */
export interface ReportGiven {
  readonly lines: readonly LineSpec[];
  readonly activities: readonly ActivityItem[];
  /** Absent as long as the books are being read. */
  readonly funds?: FundsGiven | undefined;
}

/** The year with which the programmes begin. */
const firstYear = 2021;

/** Most years of a review: a mistyped year must not ask for two thousand of them. */
const mostYears = 30;

/** First and last year of what is asked for. */
export const spanOf = ({ kind, year, from = firstYear }: ReportAsk): { from: number; to: number } => ({
  from: kind === 'year' ? year : Math.max(year - mostYears + 1, Math.min(from, year)),
  to: year,
});

/** Puts the report of a place together. Pure: the same of the same, in whatever order it came. */
export function buildReport(world: ReportWorld, place: Locality, ask: ReportAsk, given: ReportGiven): Report {
  const { kind, year } = ask;
  const { from } = spanOf(ask);
  const before = kind === 'year' ? year - 1 : from;
  const on = world.dayOf(year);
  const job: Job = { world, place, year, from, before, span: kind !== 'year', given };
  const parts = world.places.within(place.code, on);
  const coverage = reportedParts(job, parts);
  const sections: ReportSection[] = (['models', 'organisation', 'centres'] as const).map((id) =>
    countedSection(job, id),
  );
  return {
    kind,
    place: nameOf(place),
    path: world.places.path(keyOf(place), on).map(nameOf),
    parts: parts.map(nameOf),
    year,
    from,
    before,
    on,
    running: on < `${year}-12-31`,
    ...(coverage && { coverage }),
    sections: [
      ...sections,
      activitySection(job),
      fundSection(job),
      giftSection(job),
      countedSection(job, 'indicators'),
    ].filter(({ lines, pending }) => lines.length > 0 || pending),
  };
}

interface Job {
  readonly world: ReportWorld;
  readonly place: Locality;
  readonly year: number;
  readonly from: number;
  readonly before: number;
  readonly span: boolean;
  readonly given: ReportGiven;
}

const stretchOf = ({ place, year, from }: Job): Stretch => ({ place, from, to: year, within: year });
/** What was done in several years is not compared with what was done in one. */
const beforeOf = ({ place, year, before, span }: Job): Stretch | undefined =>
  span ? undefined : { place, from: before, to: before, within: year };

function countedSection(job: Job, id: SectionId): ReportSection {
  const lines = job.given.lines.filter(({ section }) => section === id).flatMap((spec) => lineOf(job, spec));
  return { id, measures: sectionMeasures[id], lines, remarks: [] };
}

function lineOf(job: Job, spec: LineSpec): ReportLine[] {
  const { world, place, year, from, before, span } = job;
  const { indicator } = spec;
  const at = (of: number): LineCells => lineCells(world, spec, { place, year: of, within: year });
  const [now, then] = [at(year), at(before)];
  const aim = world.aim(indicator, place, year);
  const any = [now, then].some(({ cells }) => Object.values(cells).some(({ value }) => value !== undefined));
  if (spec.ifTold && !any && (spec.section !== 'indicators' || !aim)) return [];
  const compares = !(span && before === year);
  const measures = sectionMeasures[spec.section].flatMap((measure) => {
    const cell = now.cells[measure];
    return cell ? [compared(measure, cell, compares ? then.cells[measure] : undefined)] : [];
  });
  const share = now.share || then.share ? shareOf(now.share, compares ? then.share : undefined) : undefined;
  const lead = leading(spec.section);
  const coverage = coverageOf(world, spec, { place, year, within: year });
  const labelled = spec.section !== 'models';
  return [
    {
      id: spec.id,
      depth: spec.depth,
      ...(labelled && { label: indicator.label, unit: indicator.unit }),
      indicator,
      measures,
      ...(share && { share }),
      ...(aim && { aim }),
      series: span
        ? Array.from({ length: year - from + 1 }, (_, index) => {
            const { cells, share: ratio } = at(from + index);
            return { year: from + index, cell: cells[lead]!, ...(ratio && { share: ratio }) };
          })
        : [],
      ...(coverage && { coverage }),
      remarks: remarksOf(job, spec, now, then),
    },
  ];
}

function shareOf(now: Ratio = {}, before: Ratio | undefined): ShareOf {
  const both = now.value !== undefined && before?.value !== undefined;
  return { now, ...(before && { before }), ...(both && { change: now.value - before.value }) };
}

function remarksOf({ world, place, year }: Job, spec: LineSpec, now: LineCells, then: LineCells): Remark[] {
  const unplaced = world.unplaced(spec.indicator, place, year);
  const carried = [now, then].flatMap(({ told }) => (told?.how === 'carried' ? (told.from ?? []) : []));
  return [
    ...(now.told?.liveTotal ? [{ code: 'live-total' } as const] : []),
    ...(now.share?.over ? [{ code: 'over-total' } as const] : []),
    ...(carried.length > 0 ? [{ code: 'carried', names: [...new Set(carried)] } as const] : []),
    ...(unplaced > 0 ? [{ code: 'unplaced', n: unplaced } as const] : []),
  ];
}

/** Parts that have told anything at all: a figure of any line, or an activity. */
function reportedParts({ world, year, given }: Job, parts: readonly Locality[]): Coverage | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const active = (part: Locality): boolean =>
    activitiesOf(world, given.activities, { place: part, from: year, to: year, within: year }).items.length >
    0;
  const when = { year, within: year };
  const told = (part: Locality): boolean =>
    given.lines.some(({ indicator, registers }) => {
      const key = keyOf(part);
      const registered = registers && world.registered(indicator, key, when)?.figure;
      return (registered || world.achieved(indicator, key, when)?.figure) !== undefined;
    });
  const missing = parts.filter((part) => !told(part) && !active(part));
  return {
    reported: parts.length - missing.length,
    expected: parts.length,
    level: first.level,
    missing: missing.map(nameOf),
  };
}

function activitySection(job: Job): ReportSection {
  const { world, given } = job;
  const lines = activityLines(world, given.activities, stretchOf(job), beforeOf(job));
  return { id: 'activities', measures: sectionMeasures.activities, lines, remarks: [] };
}

function giftSection(job: Job): ReportSection {
  const { funds } = job.given;
  const lines = funds ? giftLines(funds, stretchOf(job), beforeOf(job)) : [];
  return { id: 'awards', measures: sectionMeasures.awards, lines, remarks: [] };
}

function fundSection(job: Job): ReportSection {
  const { funds } = job.given;
  const section = { id: 'funds', measures: sectionMeasures.funds } as const;
  if (!funds) return { ...section, lines: [], remarks: [], pending: true };
  return {
    ...section,
    lines: fundLines(funds, stretchOf(job), beforeOf(job)),
    remarks: fundRemarks(funds, stretchOf(job)),
  };
}
