import { HtsdError } from '../../backend/errors.js';
import type { Queue } from './outbox-store.js';
import { criteriaKey } from '../../domain/criteria-key.js';
import type { Entry, SentEntry } from './entry.types.js';
import { troubleOf } from './error-course.js';
import type { Core, Person } from './outbox-core.js';
import type { Outbox, OutboxItem } from './outbox.types.js';
import { heldUp, restingOn } from './plan.js';
import type { Sender } from './sender.js';
import { conflictsIn, isAnswer, madeAnew, moved } from './settle.js';

/** Loaded ahead by `withOutbox`: who carries things elsewhere may have no network. */
const filing = () => import('./unsent-file.js');
const usual = 200;
/** Submissions whose numbers are asked for when the list is looked at. */
const mostNumbers = 20;

/** What a person sees of the queue, and does with it. */
export function createOutbox(core: Core, sender: Sender, ask: () => Promise<unknown>): Outbox {
  const { view, store, cache } = core;

  /** Who is here; asked for where nobody has asked yet. */
  async function here(): Promise<Person> {
    if (!core.person) await ask();
    if (!core.person) throw new HtsdError('unauthenticated');
    return core.person;
  }

  async function alter(
    seq: number,
    change: (entry: Entry, queue: Queue) => Entry[] | undefined,
  ): Promise<void> {
    const { owner } = await here();
    await core.change(owner, (queue) => {
      const entry = queue.entries.find((one) => one.seq === seq);
      const put = entry && change(entry, queue);
      return put && { put };
    });
    void sender.send();
  }

  /** The entry, and those about the same record behind it, whose versions moved with it. */
  function withLater(entry: Entry, by: number, { entries }: Queue): Entry[] {
    if (by === 0) return [entry];
    const later = entries.filter((one) => one.seq > entry.seq && one.command.record === entry.command.record);
    return [entry, ...later.map((one) => moved(one, by))];
  }

  /** Numbers of submissions that arrived, as the back end gave them. */
  async function numbered(sent: SentEntry[]): Promise<SentEntry[]> {
    const open = sent
      .filter(({ kind, receipt }) => kind === 'assessment.submit' && !receipt)
      .slice(-mostNumbers);
    const found = new Map<number, string>();
    for (const { seq, record } of open) {
      try {
        const { items } = await core.backend.query('assessment.get', { id: record });
        const receipt = items[0]?.submissions.at(-1)?.receipt;
        if (receipt) found.set(seq, receipt);
      } catch {
        // Shown without it: another time.
        break;
      }
    }
    return sent.map((one) => (found.has(one.seq) ? { ...one, receipt: found.get(one.seq)! } : one));
  }

  return {
    getState: () => view.get(),
    subscribe: (listener) => view.subscribe(listener),
    waitsFor: (record) => core.waitsFor(record),
    send: () => sender.send(),
    async items(max = usual) {
      const { owner } = await here();
      const { entries, damaged } = await store.queue(owner);
      const behind = heldUp(entries);
      const urgent = entries.filter(troubleOf);
      const rest = entries.filter((entry) => !troubleOf(entry));
      const list: OutboxItem[] = damaged.slice(0, max).map(({ seq, raw }) => damagedItem(seq, raw));
      for (const entry of [...urgent.slice(0, max), ...rest.slice(0, max)]) {
        const holder = behind.get(entry.seq);
        const { seq, command, about, at } = entry;
        const trouble = troubleOf(entry);
        list.push({
          ...{ seq, kind: command.kind, record: command.record, about, at },
          state: trouble ? 'stuck' : holder ? 'behind' : 'waiting',
          ...(trouble && { trouble }),
          ...(holder && { behind: { seq: holder.seq, kind: holder.command.kind, about: holder.about } }),
          resting: restingOn(entries, new Set([seq])).length,
        });
      }
      const sent = await numbered((await store.sent(owner)).slice(-max));
      for (const { seq, kind, record, about, at, sentAt, receipt } of sent.reverse())
        list.push({
          seq,
          kind,
          record,
          about,
          at,
          state: 'sent',
          resting: 0,
          sentAt,
          ...(receipt && { receipt }),
        });
      return list;
    },
    retry: (seq) =>
      alter(seq, (entry, queue) => {
        const { trouble, ...rest } = entry;
        const current = trouble?.current?.value;
        if (trouble?.code !== 'conflict' || !current || !('version' in current)) return [rest];
        const again = madeAnew(entry, Number(current.version), core.newId);
        return withLater(again, again.makes - entry.makes, queue);
      }),
    async remove(seq) {
      const { owner } = await here();
      await core.change(owner, ({ entries, damaged }) => {
        const broken = damaged.some((one) => one.seq === seq);
        if (!broken && !entries.some((one) => one.seq === seq)) return undefined;
        return { remove: [seq, ...restingOn(entries, new Set([seq])).map((one) => one.seq)] };
      });
      void sender.send();
    },
    async conflict(seq) {
      const { owner } = await here();
      const entry = (await store.queue(owner)).entries.find((one) => one.seq === seq);
      const current = entry?.trouble?.current;
      if (!entry || !isAnswer(entry) || current?.type !== 'assessment') return undefined;
      const theirs = current.value;
      const set = await cache.read(owner, 'criteria', criteriaKey(theirs.criteria));
      return { seq, about: entry.about, theirs, set, criteria: conflictsIn(entry, theirs) };
    },
    async resolve(seq, choices, seen) {
      const { owner } = await here();
      let done = false;
      await core.change(owner, (queue) => {
        const entry = queue.entries.find((one) => one.seq === seq);
        const current = entry?.trouble?.current;
        done = false;
        if (!entry || !isAnswer(entry) || current?.type !== 'assessment') return undefined;
        if (seen !== undefined && current.value.version !== seen) return undefined;
        done = true;
        const { payload } = entry.command;
        const kept = Object.entries(payload.answers).filter(([id]) => choices[id] !== 'theirs');
        const { version, answers } = current.value;
        if (kept.length === 0 && !payload.facts) {
          const [, ...later] = withLater(entry, version - entry.makes, queue);
          return { remove: [seq], put: later };
        }
        const mine = {
          ...entry,
          command: { ...entry.command, payload: { ...payload, answers: Object.fromEntries(kept) } },
        };
        const again = madeAnew(mine, version, core.newId);
        const before = Object.fromEntries(
          kept.flatMap(([id]) => (Object.hasOwn(answers, id) ? [[id, answers[id]!] as const] : [])),
        );
        return { put: withLater({ ...again, before }, again.makes - entry.makes, queue) };
      });
      core.stale();
      void sender.send();
      return done;
    },
    exportFile: async () => (await filing()).writeUnsent(core, await here()),
    async importFile(file) {
      const imported = await (await filing()).readUnsent(core, await here(), file);
      void sender.send();
      return imported;
    },
    async signOut({ pending }) {
      const { person } = core;
      if (person) await store.wipe(person.owner, pending === 'wipe');
      await core.adopt(null);
    },
  };
}

function damagedItem(seq: number, raw: unknown): OutboxItem {
  const { command, about, at } = (raw ?? {}) as {
    command?: { kind?: unknown; record?: unknown };
    about?: unknown;
    at?: unknown;
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    ...{ seq, kind: text(command?.kind), record: text(command?.record), about: text(about), at: text(at) },
    ...{ state: 'stuck', trouble: { code: 'damaged' }, resting: 0 },
  };
}
