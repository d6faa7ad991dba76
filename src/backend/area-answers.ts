import type { PlacesPart, Tally } from '../domain/area/area-record.schema.js';
import type { FigureItem, TargetItem } from '../domain/area/area-query.schema.js';
import type { AreaQuery } from '../domain/query.schema.js';
import type { RecordOf } from '../domain/receipt.schema.js';
import { throwIfAborted } from './abort.js';
import { page, type AnswersTo, type QueryContext, type Scan } from './answer-query.js';
import { readCursor, writeCursor } from './cursor.js';
import { limitOf, type Paging } from './paging.js';

/** Tallies and parts are small or few: a page may hold more of them than of records. */
const mostOnPage = 5_000;

/**
 * Questions about places, targets, figures and the register; loaded with the first one. All but the register are public:
 * what they answer is built up from named fields, of which none is about a person.
 */
const answers: AnswersTo<AreaQuery> = {
  'places.list': async (params, context) => {
    const parts = new Map<string, PlacesPart>();
    for (const part of (await references(context))?.places ?? []) parts.set(part.id, part);
    for (const part of await allOf('places', context)) parts.set(part.id, part);
    return cut([...parts.values()], params, ({ id }) => id);
  },
  'indicators.list': async (params, context) =>
    cut([...((await references(context))?.indicators ?? [])], params, ({ id }) => id),
  'targets.list': async (params, context) => {
    const { indicator } = params;
    const targets = new Map<string, TargetItem>();
    for (const target of (await references(context))?.targets ?? [])
      targets.set(target.id, { id: target.id, version: 0, target });
    for (const { id, version, target, dropped } of await allOf('target', context)) {
      // What is dropped gives way to what came along, under the version that the next change has to name.
      const before = targets.get(id);
      if (!dropped) targets.set(id, { id, version, target });
      else if (before) targets.set(id, { ...before, version });
    }
    const held = [...targets.values()].filter(
      ({ target }) => indicator === undefined || target.indicator === indicator,
    );
    return cut(held, params, ({ id }) => id);
  },
  'figures.list': async ({ indicator, place, from, ...paging }, context) => {
    const found = await page('figure', { ...paging, subject: indicator }, context, (one) => {
      return (
        (indicator === undefined || one.indicator === indicator) &&
        (place === undefined || one.place === place) &&
        (from === undefined || one.figure.asOf >= from)
      );
    });
    return { ...found, items: found.items.map(publicFigure) };
  },
  'activities.list': async (...asked) => (await import('./list-activities.js')).listActivities(...asked),
  // Small groups are told as they are: these are counts of titles and of who is on the way to one, not facts of persons.
  'tallies.list': async (params, context) => {
    const { cycle, model, places, cursor } = params;
    const { reader } = context;
    await reader.settle?.(context.signal);
    if (reader.findTallies) {
      const limit = pageLimit(params);
      const question = { cycle, model, places, after: readCursor(cursor), limit: limit + 1 };
      const found = await reader.findTallies(question);
      const items = found.slice(0, limit).map(tallyItem);
      return { items, ...(found.length > limit && { next: writeCursor(found[limit - 1]!.id) }) };
    }
    const wanted = places && new Set(places);
    const all = await allOf('tally', context, cycle);
    const some = all.filter(
      (one) =>
        (cycle === undefined || one.cycle === cycle) &&
        (model === undefined || one.model === model) &&
        (wanted === undefined || wanted.has(one.place)) &&
        Object.values(one.counts).some((count) => count > 0),
    );
    const { items, ...rest } = cut(some, params, ({ id }) => id);
    return { ...rest, items: items.map(tallyItem) };
  },
  // Whoever asks for figures only needs none of what sorts and searches a register.
  'register.list': async (...asked) => (await import('./list-register.js')).listRegister(...asked),
};

/** The answers, each given a reader that knows areas. */
export const areaAnswers: object = Object.fromEntries(
  Object.entries(answers).map(([name, answer]) => [
    name,
    async (params: never, context: QueryContext): Promise<unknown> =>
      answer(params, { ...context, reader: (await context.reader.funds?.()) ?? context.reader }),
  ]),
);

const references = async ({ catalog }: QueryContext) => catalog?.references?.();

function tallyItem({ cycle, model, subjectGroup, place, counts }: Tally): Tally {
  return { cycle, model, subjectGroup, place, counts };
}

function publicFigure(record: RecordOf<'figure'>): FigureItem {
  const { id, version, indicator, place, figure, at, earlier } = record;
  return {
    id,
    version,
    indicator,
    place,
    figure,
    at,
    earlier: earlier.map((one) => ({ figure: one.figure, at: one.at })),
  };
}

const pageLimit = (params: Paging): number =>
  params.limit === undefined ? mostOnPage : limitOf(params, mostOnPage);

/** A page of a list that is at hand, in the order of its ids. */
function cut<T>(all: readonly T[], params: Paging, idOf: (one: T) => string): { items: T[]; next?: string } {
  const limit = pageLimit(params);
  const after = readCursor(params.cursor);
  const sorted = [...all].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const rest = sorted.filter((one) => after === undefined || idOf(one) > after);
  const last = rest[limit - 1];
  return rest.length > limit && last
    ? { items: rest.slice(0, limit), next: writeCursor(idOf(last)) }
    : { items: rest };
}

async function allOf<T extends 'places' | 'target' | 'tally'>(
  type: T,
  { reader, signal }: QueryContext,
  subject?: string,
): Promise<RecordOf<T>[]> {
  const found: RecordOf<T>[] = [];
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const scan: Scan<T> = await reader.scan(type, { after, subject });
    found.push(...scan.records);
    after = scan.last;
  } while (after !== undefined);
  return found;
}
