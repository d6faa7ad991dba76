import { deliveriesOf, type Standing } from '../storage/deliveries.js';
import type { Database } from '../storage/database.js';
import { Lane, type LaneOptions } from './lane.js';
import type { Webhook } from './webhook.js';

export interface CourierOptions extends Omit<LaneOptions, 'deliveries'> {
  database: Database;
  province: string;
  webhooks: readonly Webhook[];
  /** Hears how far everybody is. */
  observe?: ((standings: readonly Standing[]) => void) | undefined;
  /** Hears of failures that nobody foresaw. */
  tell: (error: unknown) => void;
}

/** Brings outside what was put in, of this copy of the server or another one. */
export interface Courier {
  /** Sends all that is due now, to everybody. Answers when something is due next; undefined where nothing waits. */
  run(): Promise<Date | undefined>;
  /** Goes on by itself until it is stopped. */
  start(): void;
  /** Something was put in. */
  wake(): void;
  /** Ends when nothing is being sent any more; what takes longer is cut, and sent by another copy or later. */
  stop(grace: number): Promise<void>;
}

/** Milliseconds after which it is looked whether other copies, or a task, have put something in. */
const look = 2_000;
/** The same after the database failed. */
const recover = 15_000;
/** The same for what is due, and held by somebody else. */
const soon = 100;
/** How often it is counted how much waits. */
const counting = 30_000;

export function createCourier(options: CourierOptions): Courier {
  const { database, province, webhooks, now, observe, tell, log } = options;
  const deliveries = deliveriesOf(database, province);
  const lanes = webhooks.map((webhook) => new Lane(webhook, { ...options, deliveries }));
  const names = new Set(webhooks.map(({ name }) => name));
  const bells = { news: new EventTarget(), end: new EventTarget() };
  const running: Promise<void>[] = [];
  let stopping = false;
  /** What is put in while somebody is at work may come too late for him. */
  let news = 0;

  /** Until the time is over, or one of the bells rings. */
  const rest = (milliseconds: number, ...heard: EventTarget[]): Promise<void> =>
    new Promise((done) => {
      const over = new AbortController();
      const end = (): void => {
        over.abort();
        clearTimeout(timer);
        done();
      };
      const timer = setTimeout(end, milliseconds);
      for (const bell of heard) bell.addEventListener('ring', end, { signal: over.signal });
    });

  /** `work` answers after how many milliseconds it wants to be done again, if no bell rings before. */
  async function repeat(work: () => Promise<number>, ...heard: EventTarget[]): Promise<void> {
    while (!stopping) {
      const before = news;
      const wait = await work().catch((error: unknown) => {
        tell(error);
        return recover;
      });
      const late = heard.includes(bells.news) && before !== news;
      if (!stopping && !late) await rest(wait, bells.end, ...heard);
    }
  }

  async function observed(): Promise<readonly Standing[]> {
    const found = await deliveries.standings();
    const absent = [...names].filter((name) => !found.some(({ webhook }) => webhook === name));
    const all = [...found, ...absent.map((webhook) => ({ webhook, waiting: 0, dead: 0, oldest: null }))];
    observe?.(all);
    return all;
  }

  function wake(): void {
    news += 1;
    bells.news.dispatchEvent(new Event('ring'));
  }

  /** Answers whether the clock was put back, so that there is something to be sent at once. */
  const mindClock = async (): Promise<boolean> =>
    (await Promise.all(lanes.map((lane) => lane.mindClock()))).some((many) => many > 0);

  return {
    async run() {
      await mindClock();
      const due = await Promise.all(lanes.map((lane) => lane.run()));
      await observed();
      return due.reduce(
        (one, other) => (one && other ? (one < other ? one : other) : (one ?? other)),
        undefined,
      );
    },
    start() {
      running.push(
        ...lanes.map((lane) =>
          repeat(async () => {
            const due = await lane.run();
            return due ? Math.min(look, Math.max(soon, due.getTime() - now().getTime())) : look;
          }, bells.news),
        ),
      );
      let begun = false;
      const count = async (): Promise<number> => {
        if (await mindClock()) wake();
        const all = await observed();
        // Taken out of the settings while something waited: nobody will send it.
        if (!begun)
          for (const { webhook, waiting } of all)
            if (waiting > 0 && !names.has(webhook)) log('error', 'webhook-unknown', { webhook, waiting });
        begun = true;
        return counting;
      };
      running.push(repeat(count));
    },
    wake,
    async stop(grace) {
      stopping = true;
      for (const lane of lanes) lane.stop();
      bells.end.dispatchEvent(new Event('ring'));
      const cut = setTimeout(() => {
        for (const lane of lanes) lane.cut();
      }, grace);
      await Promise.all(running);
      clearTimeout(cut);
    },
  };
}
