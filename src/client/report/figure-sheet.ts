import type { FigureItem } from '../../domain/area/area-query.schema.js';
import type { ReportedFigure } from '../../domain/area/area-record.schema.js';
import { figureId, registeredId } from '../../domain/area/figure-id.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import { parseCount, type ReadNumber } from '../../domain/number.js';
import { outline } from '../../domain/report/outline.js';
import type { SectionId } from '../../domain/report/report.types.js';
import type { Indicator } from '../../domain/target/target.schema.js';
import { formatDate } from '../../i18n/translate.js';
import type { Client } from '../client.types.js';
import { readDay, written, type DateFault, type EntryPlace, type NumberFault } from './entry-texts.js';
import { createEntrySender, type Entered, type Entry, type SendEntries } from '../send-entries.js';

/** The last year in which districts had associations. */
const districtsUntil = 2025;

export type FigureField = 'count' | 'of';
export type LineFaults = Readonly<Partial<Record<FigureField, NumberFault>>>;

/** A number to be told by hand. */
export interface FigureLine {
  readonly indicator: Indicator;
  readonly section: SectionId;
  /** The line of the report that it stands in: `family`, `citizen.farmers`; of others the indicator's id. */
  readonly line: string;
  /** `registered`: how many registered for the title that the indicator counts. */
  readonly measure: 'registered' | 'counted';
  /** What was told of the year, the latest day first. */
  readonly told: readonly FigureItem[];
  /** What was typed; where nothing was, the field shows what was told of the day. */
  readonly typed: Readonly<Partial<Record<FigureField, string>>>;
  /** What became of it when it was sent last. */
  readonly entered?: Entered | undefined;
}

/** The figures of a place and year as they are told by hand: what is there, what was typed, what became of it. */
export class FigureSheet {
  readonly #client: Client;
  readonly #place: EntryPlace;
  readonly #send: SendEntries;
  #lines = new Map<string, FigureLine>();
  /** The day up to which the figures count, as typed. */
  date: string;
  /** Where they were read. */
  source = '';

  constructor(client: Client, place: EntryPlace) {
    this.#client = client;
    this.#place = place;
    this.#send = createEntrySender(client);
    const last = `${place.year}-12-31`;
    this.date = formatDate(last < this.#today ? last : this.#today);
  }

  get #today(): string {
    return dateInVietnam(this.#client.now().toISOString());
  }

  get lines(): readonly FigureLine[] {
    return [...this.#lines.values()];
  }

  get dateFault(): DateFault | undefined {
    const read = readDay(this.date, this.#place.year, this.#today);
    return 'fault' in read ? read.fault : undefined;
  }

  get #day(): string | undefined {
    const read = readDay(this.date, this.#place.year, this.#today);
    return 'day' in read ? read.day : undefined;
  }

  /** Reads what can be told and what was; what was typed stays. Errors: those of the queries. */
  async read(): Promise<void> {
    const { key, year } = this.#place;
    const [indicators, figures] = await Promise.all([
      this.#client.queryAll('indicators.list', {}),
      this.#client.queryAll('figures.list', { place: key, from: `${year}-01-01` }, { max: 20_000 }),
    ]);
    const ofYear = figures.filter(({ figure }) => figure.asOf.startsWith(String(year)));
    const before = this.#lines;
    const known = new Set(indicators.map(({ id }) => id));
    const lines = outline(indicators, []).flatMap(
      ({ id: line, indicator, section, registers }): FigureLine[] => {
        const asked = section === 'models' ? known.has(indicator.id) : indicator.origin === 'report';
        if (!asked) return [];
        const lineOf = (one: Indicator, measure: FigureLine['measure']): FigureLine => {
          const told = newestFirst(ofYear.filter((figure) => figure.indicator === one.id));
          const { typed = {}, entered } = before.get(one.id) ?? {};
          return { indicator: one, section, line, measure, told, typed, entered };
        };
        const counted = lineOf(indicator, 'counted');
        if (indicator.id === 'hoi-cap-huyen' && counted.told.length === 0 && year > districtsUntil) return [];
        if (!registers) return [counted];
        const those: Indicator = { ...indicator, id: registeredId(indicator.id), kind: 'number' };
        return [counted, lineOf(those, 'registered')];
      },
    );
    this.#lines = new Map(lines.map((line) => [line.indicator.id, line]));
  }

  /** What was told of the day that is typed. */
  at({ told }: FigureLine): FigureItem | undefined {
    return told.find(({ figure }) => figure.asOf === this.#day);
  }

  /** What stands in a field. */
  shown(line: FigureLine, field: FigureField): string {
    return line.typed[field] ?? written(this.at(line)?.figure[field]);
  }

  type(id: string, field: FigureField, text: string): void {
    const line = this.#lines.get(id);
    if (line) this.#lines.set(id, { ...line, typed: { ...line.typed, [field]: text } });
  }

  /** Leaves what was told as it is. */
  leave(id: string): void {
    const line = this.#lines.get(id);
    if (line) this.#lines.set(id, { ...line, typed: {}, entered: undefined });
  }

  /** Something is typed that is not what was told. */
  isChanged(line: FigureLine): boolean {
    const { figure } = this.at(line) ?? {};
    return fieldsOf(line).some((field) => {
      const read = parseCount(this.shown(line, field));
      const before = figure?.[field];
      return read.ok ? read.value !== before : read.code !== 'unanswered' || before !== undefined;
    });
  }

  /** What is wrong with a line that is changed. */
  faults(line: FigureLine): LineFaults {
    if (!this.isChanged(line)) return {};
    const [count, of] = fieldsOf(line).map((field) => parseCount(this.shown(line, field)));
    const all = [count, of].every((read) => !read || (!read.ok && read.code === 'unanswered'));
    if (all) return { count: 'kept' };
    if (count?.ok && of?.ok && count.value > of.value) return { count: 'over-total' };
    // How many families there are is not known everywhere; what was told of it is not taken back.
    const untold = of && !of.ok && of.code === 'unanswered' && this.at(line)?.figure.of === undefined;
    if (untold && line.section === 'models') return faultOf('count', count);
    return { ...faultOf('count', count), ...faultOf('of', of) };
  }

  get changed(): readonly FigureLine[] {
    return this.lines.filter((line) => this.isChanged(line));
  }

  /** Nothing of what is changed would be refused for how it was typed. */
  get isSound(): boolean {
    const source = this.source.trim() !== '';
    return (
      this.#day !== undefined &&
      source &&
      this.changed.every((line) => Object.keys(this.faults(line)).length === 0)
    );
  }

  /** Sends what is changed, where it is sound. What becomes of it stands at its line. Errors: those of the back end. */
  async save(): Promise<readonly FigureLine[]> {
    if (!this.isSound) return [];
    const sent = this.changed.map((line) => ({ line, entry: this.#entryOf(line) }));
    if (sent.length === 0) return [];
    for (const { indicator } of this.lines) this.#note(indicator.id, { entered: undefined });
    const outcomes = await this.#send(sent.map(({ entry }) => entry));
    for (const [at, { line, entry }] of sent.entries()) await this.#take(line, entry, outcomes[at]!);
    return sent.map(({ line }) => this.#lines.get(line.indicator.id)!);
  }

  #entryOf(line: FigureLine): Entry<'indicator.report'> {
    const { key: place } = this.#place;
    const { id: indicator } = line.indicator;
    const before = this.at(line);
    const asOf = this.#day!;
    const [count = 0, of = before?.figure.of] = fieldsOf(line).map((field) => {
      const read = parseCount(this.shown(line, field));
      return read.ok ? read.value : undefined;
    });
    const coverage = before?.figure.coverage;
    const figure: ReportedFigure = {
      asOf,
      count,
      ...(of !== undefined && { of }),
      ...(coverage && { coverage }),
      source: this.source.trim(),
    };
    return {
      kind: 'indicator.report',
      record: figureId(indicator, place, asOf),
      expected: before?.version ?? 0,
      payload: { indicator, place, figure },
    };
  }

  async #take(
    line: FigureLine,
    { record: id, payload }: Entry<'indicator.report'>,
    entered: Entered,
  ): Promise<void> {
    if (entered.status === 'rejected') return this.#note(line.indicator.id, { entered });
    const before = this.at(line);
    const item =
      entered.status === 'conflict'
        ? ((await currentOf(entered)) ?? before)
        : {
            ...payload,
            id,
            version: entered.version,
            at: this.#client.now().toISOString(),
            earlier: [
              ...(before?.earlier ?? []),
              ...(before ? [{ figure: before.figure, at: before.at }] : []),
            ],
          };
    const told = newestFirst([...line.told.filter((one) => one.id !== id), ...(item ? [item] : [])]);
    this.#note(line.indicator.id, { told, entered, ...(entered.status === 'done' && { typed: {} }) });
  }

  #note(id: string, change: Partial<FigureLine>): void {
    this.#lines.set(id, { ...this.#lines.get(id)!, ...change });
  }
}

const fieldsOf = ({ indicator }: FigureLine): readonly FigureField[] =>
  indicator.kind === 'share' ? ['count', 'of'] : ['count'];

const newestFirst = (told: readonly FigureItem[]): FigureItem[] =>
  [...told].sort((a, b) => b.figure.asOf.localeCompare(a.figure.asOf));

const faultOf = (field: FigureField, read: ReadNumber | undefined): LineFaults =>
  !read || read.ok ? {} : { [field]: read.code };

/** What somebody else told; nothing where it cannot be read: the next reading of all tells it. */
async function currentOf({
  current,
}: Extract<Entered, { status: 'conflict' }>): Promise<FigureItem | undefined> {
  try {
    const schemas = await import('../../domain/area/area-query.schema.js');
    return schemas.FigureItem.parse(current.value);
  } catch {
    return undefined;
  }
}
