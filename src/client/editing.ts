import type { Answer, Answers, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Delivered, Delivery } from './delivery.js';
import { createDesk, type Desk } from './desk.js';
import type { LiveWork } from './draft-open.js';
import { lazily } from './lazily.js';
import { sending } from './later-parts.js';
import { patched } from './patched.js';
import { isAbort } from './problem.js';
import type { SessionContext } from './session-context.js';
import { joinTabs } from './tabs.js';
import type { Tabs } from './tabs.types.js';
import { freshWork, isClean } from './work.js';

/**
 * Milliseconds of quiet after which answers go to the back end, also those that an earlier editor could not send. The
 * part that sends is fetched only then: its arrival must not disturb the next letter.
 */
const quiet = 3_000;

/** What the editing tab tells those that follow it. */
type Said =
  | { type: 'work'; work: LiveWork }
  | { type: 'answer'; criterion: string; answer: Answer | undefined }
  | { type: 'fact'; id: string; value: string | boolean | undefined }
  /** What an overridden tab still had. */
  | { type: 'late'; writer: string; answers: Answers; facts: Facts }
  /** Submitted, withdrawn: read it again. */
  | { type: 'changed' };

/** An assessment that can be edited, in one of several tabs. */
export interface Editing {
  readonly desk: Desk;
  answer(criterion: string, patch: Partial<Answer>): void;
  setFact(id: string, value: string | boolean | undefined): void;
  resolve(criterion: string, keep: 'mine' | 'theirs'): void;
  /** Something changed, or the back end may be in reach again: sends it after a while of quiet. */
  touch(): void;
  /** Sends what changed now; with `submit`, that too. Errors: see `Delivery`. */
  send(submit?: boolean): Promise<Delivered>;
  takeOver(): Promise<void>;
  /** The back end has a newer version. */
  receive(theirs: Assessment): Promise<void>;
  /** Tells the other tabs to read it again. */
  announce(): void;
  close(): void;
}

/**
 * Agrees with the other tabs on who edits, and brings the draft back. Resolves when the person may start.
 * `ready` resolves when the criteria set is in the view; without it nothing can be shown, and what it rejects with fails.
 */
export async function startEditing(
  context: SessionContext,
  assessment: Assessment,
  ready: Promise<void> = Promise.resolve(),
): Promise<Editing> {
  const { client, store } = context;
  const desk = createDesk(context, assessment);
  const deliver = lazily(async (): Promise<Delivery> => {
    const { createDelivery } = await sending();
    return createDelivery(context, desk, sayAll);
  });
  const { tenant, actor, assessment: id } = desk.key;
  let live: LiveWork | undefined;
  let known = assessment;
  let closed = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  let turning: Promise<void> = Promise.resolve();

  const tabs: Tabs = joinTabs(
    `htsd:edit:${[context.storage, tenant, actor, id].map(encodeURIComponent).join(':')}`,
    desk.writer,
    {
      onRole(role) {
        turning = role === 'editor' ? becomeEditor() : becomeFollower();
        turning.catch((error: unknown) => context.fail(error));
      },
      onMessage: (message) => hear(message as Said),
      welcome: () => ({ type: 'work', work: liveWork() }) satisfies Said,
      yield: () => desk.autosave.flush(),
    },
  );
  function say(said: Said): void {
    tabs.send(said);
  }
  const sayAll = (): void => say({ type: 'work', work: liveWork() });
  /** What cannot be loaded now is asked for again with the next change. */
  function touch(): void {
    clearTimeout(later);
    later = setTimeout(() => {
      deliver().then(
        (delivery) => !closed && delivery.touch(),
        () => undefined,
      );
    }, quiet);
  }
  const send = async (submit?: boolean): Promise<Delivered> => (await deliver()).send(submit);
  function liveWork(): LiveWork {
    return { ...desk.work, pending: undefined, writer: desk.writer };
  }

  async function becomeEditor(): Promise<void> {
    try {
      known = (await client.query('assessment.get', { id }, { signal: context.signal })).items[0]!;
      store.set({ assessment: known });
    } catch (error) {
      // Without the back end the draft is what there is; versions are compared when it is back.
      if (isAbort(error)) return;
    }
    if (closed || tabs.role() !== 'editor') return;
    await desk.adopt(known, live);
    if (closed || tabs.role() !== 'editor') return;
    store.set({ role: 'editor' });
    sayAll();
    started();
  }

  /** An editor sends what an earlier one could not. */
  function started(): void {
    if (desk.work.pending) send().catch(() => undefined);
    else if (!isClean(desk.work)) touch();
  }

  /** Overridden: what is here and was not saved goes to the editor's hands, and to disk under this tab's own name. */
  async function becomeFollower(): Promise<void> {
    live = undefined;
    store.set({ role: 'follower' });
    const { answers, facts } = desk.work;
    await desk.autosave.flush().catch(() => undefined);
    say({ type: 'late', writer: desk.writer, answers, facts });
  }

  function hear(said: Said): void {
    if (closed || typeof said !== 'object' || said === null) return;
    if (said.type === 'changed') context.refresh().catch(() => undefined);
    else if (said.type === 'late') {
      if (tabs.role() === 'editor')
        turning = turning.then(() => desk.takeIn(said.writer, said.answers, said.facts));
    } else if (tabs.role() === 'follower') {
      if (said.type === 'work') live = said.work;
      else if (!live) return;
      else if (said.type === 'answer')
        live = { ...live, answers: withEntry(live.answers, said.criterion, said.answer) };
      else live = { ...live, facts: withEntry(live.facts, said.id, said.value) };
      desk.mirror(live);
    }
  }

  function close(): void {
    if (closed) return;
    closed = true;
    clearTimeout(later);
    if (tabs.role() === 'editor') desk.autosave.rescue();
    desk.autosave.stop();
    deliver().then(
      (delivery) => delivery.stop(),
      () => undefined,
    );
    tabs.leave();
  }

  try {
    // Heard of below, but perhaps only after it has failed.
    ready.catch(() => undefined);
    const role = await tabs.ready;
    if (role === 'editor') await desk.adopt(assessment, undefined, ready);
    else {
      await ready;
      await desk.peek(assessment);
    }
    store.set({ role });
    if (role === 'editor') started();
  } catch (error) {
    // Nobody must wait for a tab that cannot edit.
    close();
    throw error;
  }

  return {
    desk,
    answer(criterion, patch) {
      const { work } = desk;
      const answer = patched(work.answers[criterion], patch);
      const conflicts = work.conflicts.map((each) =>
        each.criterion === criterion ? { ...each, mine: answer } : each,
      );
      desk.update({
        ...work,
        answers: withEntry(work.answers, criterion, answer),
        conflicts: conflicts.length ? conflicts : work.conflicts,
      });
      touch();
      say({ type: 'answer', criterion, answer });
    },
    setFact(fact, value) {
      desk.update({ ...desk.work, facts: withEntry(desk.work.facts, fact, value) });
      touch();
      say({ type: 'fact', id: fact, value });
    },
    resolve(criterion, keep) {
      const { work } = desk;
      const conflict = work.conflicts.find((each) => each.criterion === criterion);
      if (!conflict) return;
      const conflicts = work.conflicts.filter((each) => each !== conflict);
      const answers = keep === 'mine' ? work.answers : withEntry(work.answers, criterion, conflict.theirs);
      desk.update({ ...work, answers, conflicts });
      touch();
      sayAll();
    },
    touch,
    send,
    async takeOver() {
      await tabs.takeOver();
      await turning;
    },
    async receive(theirs) {
      known = theirs;
      if (tabs.role() === 'editor') {
        const { rebase } = await sending();
        if (theirs.version <= desk.work.baseVersion || desk.work.pending) return;
        desk.update(rebase(desk.work, theirs));
        sayAll();
      } else if (!live) desk.mirror(freshWork(theirs));
    },
    announce: () => say({ type: 'changed' }),
    close,
  };
}

function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Record<string, T> {
  const next = { ...record };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return Object.freeze(next);
}
