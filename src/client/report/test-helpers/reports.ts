/** Reports of the places that tests of targets know. */
import { buildReport, type ReportGiven } from '../../../domain/report/build-report.js';
import { lineCells } from '../../../domain/report/figure-cells.js';
import { outline, type LineSpec } from '../../../domain/report/outline.js';
import type {
  Measure,
  MeasureId,
  Report,
  ReportAsk,
  ReportLine,
  Trace,
} from '../../../domain/report/report.types.js';
import type { Indicator } from '../../../domain/target/target.schema.js';
import { indicators } from '../../../presets/targets/indicators.js';
import type { TargetAnswers } from '../../../domain/target/target-answers.types.js';
import { communes } from '../../../domain/target/test-helpers/places.js';
import { createReportWorld, type OpenedWorld } from '../report-world.js';

export const today = '2026-11-26';

export interface Scene {
  readonly world: OpenedWorld;
  readonly lines: readonly LineSpec[];
  readonly report: (ask?: Partial<ReportAsk>, given?: Partial<ReportGiven>) => Report;
}

/** Answers of a back end, opened. */
export function scene(given: Partial<TargetAnswers> = {}, known: readonly Indicator[] = indicators): Scene {
  const world = createReportWorld(
    {
      places: [{ localities: communes, events: [] }],
      indicators: known,
      targets: [],
      figures: [],
      tallies: [],
      ...given,
    },
    today,
  );
  const lines = outline(known, world.groups);
  return {
    world,
    lines,
    report: (ask = {}, more = {}) => {
      const whole: ReportAsk = { locality: '01', kind: 'year', year: 2026, ...ask };
      const place = world.places.at(whole.locality, world.dayOf(whole.year))!;
      return buildReport(world, place, whole, { lines, activities: [], ...more });
    },
  };
}

export function lineOf({ sections }: Report, id: string): ReportLine {
  const found = sections.flatMap(({ lines }) => lines).find((line) => line.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
}

export function measureOf(report: Report, id: string, measure: MeasureId): Measure {
  const found = lineOf(report, id).measures.find((one) => one.id === measure);
  if (!found) throw new Error(`no ${measure} of ${id}`);
  return found;
}

/** Numbers of a line: now, and before. */
export const numbers = (report: Report, id: string): readonly unknown[] =>
  lineOf(report, id).measures.map((one) => [one.id, one.now.value, one.before?.value]);

/** Follows a number down to where nothing is added up any more, and adds up what is there. */
export function addedUp(
  { world, lines }: Pick<Scene, 'world' | 'lines'>,
  trace: Trace,
  value: number,
): number {
  if (trace.kind !== 'parts') return value;
  const { line, measure, place, year, within } = trace.params;
  const spec = lines.find(({ id }) => id === line)!;
  const at = world.places.get(place)!;
  const parts = world.places.within(at.code, world.dayOf(within));
  const own = lineCells(world, spec, { place: at, year, within }).beside?.[measure]?.value ?? 0;
  return parts.reduce((sum, part) => {
    const cell = lineCells(world, spec, { place: part, year, within }).cells[measure];
    return cell?.value === undefined ? sum : sum + addedUp({ world, lines }, cell.trace!, cell.value);
  }, own);
}
