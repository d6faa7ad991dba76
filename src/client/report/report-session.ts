import { dateInVietnam } from '../../domain/civil-date.js';
import type { Locality } from '../../domain/locality/locality.schema.js';
import { keyOf } from '../../domain/locality/places.js';
import { findPlace } from '../../domain/report/absence.js';
import { buildReport, spanOf } from '../../domain/report/build-report.js';
import { fundsIn, type FundsGiven } from '../../domain/report/funds.js';
import { outline } from '../../domain/report/outline.js';
import type { ReportAsk } from '../../domain/report/report.types.js';
import type { Client } from '../client.types.js';
import { onPageLeaving } from '../page-leaving.js';
import { isAbort, toProblem } from '../problem.js';
import type { Kept } from '../target/kept-answers.js';
import type { TargetAnswers } from '../../domain/target/target-answers.types.js';
import { createViewStore } from '../view-store.js';
import { followTrace, type Ground } from './follow-trace.js';
import { readFunds, type ReadLedgers } from './read-funds.js';
import type { ReportSession, ReportView } from './report.types.js';
import { oldest, reportSource } from './report-source.js';
import { createReportWorld, type OpenedWorld } from './report-world.js';

/** Milliseconds in which changes made elsewhere are gathered before anybody reads again. */
const gather = 400;
/** Record types that move no number of a report. */
const quiet = new Set(['round', 'pending', 'consent', 'criteria']);

/**
 * Opens a report and begins to read it: what the register and the reports tell first, the ledgers of the funds after it.
 * `running`: nobody named the year, and it is this one by the back end's clock, which is heard with its first answer.
 */
export function openReportSession(client: Client, first: ReportAsk, running = false): ReportSession {
  const source = reportSource(client);
  const ledgers: ReadLedgers = new Map();
  const store = createViewStore<ReportView>({ ask: first, status: 'loading', busy: true, years: [] });
  let reading = new AbortController();
  let ground: Ground | undefined;
  let opened: { readonly key: readonly unknown[]; readonly world: OpenedWorld } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unheard = running;

  async function read(ask: ReportAsk): Promise<void> {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    store.set({ ask, busy: true });
    try {
      await load(ask, signal);
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      const { report } = store.get();
      store.set({ problem: toProblem(error), status: report ? 'ready' : 'failed', ledgers: undefined });
    }
    if (!signal.aborted) store.set({ busy: false });
  }

  /** Opened once for the same answers: another place or year is then a matter of looking. */
  function worldOf(answers: TargetAnswers, today: string): OpenedWorld {
    const { places, figures, tallies, targets, indicators } = answers;
    const key = [today, places, figures, tallies, targets, indicators];
    if (!opened?.key.every((part, at) => part === key[at]))
      opened = { key, world: createReportWorld(answers, today) };
    return opened.world;
  }

  async function load(ask: ReportAsk, signal: AbortSignal): Promise<void> {
    const { from, to } = spanOf(ask);
    const before = ask.kind === 'year' ? to - 1 : from;
    const years = Array.from(
      { length: to - Math.min(from, before) + 1 },
      (_, at) => Math.min(from, before) + at,
    );
    const [answers, ...held] = await Promise.all([
      source.answers(),
      ...years.map((year) => source.activities(year)),
    ]);
    signal.throwIfAborted();
    const today = dateInVietnam(client.now().toISOString());
    const year = Number(today.slice(0, 4));
    const heard = unheard && year !== ask.year;
    unheard = false;
    if (heard) {
      const now = { ...ask, year };
      store.set({ ask: now });
      return load(now, signal);
    }
    const world = worldOf(answers.value, today);
    const localities = answers.value.places.flatMap((part) => part.localities);
    const found = findPlace(world.places, localities, { locality: ask.locality, year: to }, world.dayOf(to));
    const nothing = { report: undefined, absence: undefined, problem: undefined, ledgers: undefined };
    if (!found || 'absence' in found) {
      ground = undefined;
      const absence = found && 'absence' in found ? found.absence : undefined;
      store.set({ ...nothing, years: world.years, absence, status: absence ? 'absent' : 'unknown' });
      return;
    }
    const { place } = found;
    const activities = held.flatMap(({ value }) => value);
    const lines = outline(answers.value.indicators, world.groups);
    const show = (funds: Kept<FundsGiven> | undefined): void => {
      const report = buildReport(world, place, ask, { lines, activities, funds: funds?.value });
      ground = { world, lines, activities, funds: funds?.value, ask };
      const keptAt = oldest([answers, ...held, ...(funds ? [funds] : [])]);
      store.set({ ...nothing, years: world.years, status: 'ready', report, keptAt });
    };
    show(undefined);
    const funds = await fundsOf(place, years, signal);
    signal.throwIfAborted();
    show(funds);
  }

  /** What the ledgers come to. A report does not fail for them: it says that they could not be read. */
  async function fundsOf(
    place: Locality,
    years: readonly number[],
    signal: AbortSignal,
  ): Promise<Kept<FundsGiven>> {
    const { world, ask } = ground!;
    try {
      const listed = await source.funds();
      signal.throwIfAborted();
      const some = fundsIn(world, listed.value, { place, within: ask.year });
      const all = some.inside.length;
      const name = `ledgers ${keyOf(place)} ${years[0]} ${ask.year}`;
      const made = await source.made(name, () =>
        readFunds(client, some, years, {
          ledgers,
          signal,
          progress: (read) => signal.aborted || store.set({ ledgers: { read, all } }),
        }),
      );
      const keptAt = oldest([listed, made]);
      return { value: made.value, ...(keptAt !== undefined && { keptAt }) };
    } catch (error) {
      if (signal.aborted || isAbort(error)) throw error;
      return { value: { years: [], noPlace: [], unread: [], failed: true } };
    }
  }

  const refresh = (): Promise<void> => {
    source.forget();
    return read(store.get().ask);
  };
  const unwatch = client.backend.subscribe?.(({ type }) => {
    if (quiet.has(type)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void refresh();
    }, gather);
  });
  const stay = onPageLeaving({
    leave: () => undefined,
    back: refresh,
    online() {
      const { keptAt, problem } = store.get();
      if (keptAt !== undefined || problem) void refresh();
    },
  });
  void read(first);

  return {
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    ask(next) {
      unheard = false;
      void read(next);
    },
    refresh,
    follow: (trace, options = {}) => followTrace(client, ground, trace, options),
    dispose() {
      reading.abort();
      clearTimeout(timer);
      unwatch?.();
      stay();
    },
  };
}
