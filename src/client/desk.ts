import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import { score } from '../domain/score.js';
import { createAutosave, type Autosave } from './autosave.js';
import { openDrafts, type LiveWork, type OpenedDrafts } from './draft-open.js';
import type { Bookmark, DraftKey, DraftRecord, StoredDraft } from './draft.types.js';
import { draftsOf } from './drafts-of.js';
import { sending } from './later-parts.js';
import { toProblem } from './problem.js';
import type { SessionContext } from './session-context.js';
import { sameJson } from './same-json.js';
import type { Position } from './view.types.js';
import { freshWork, isClean, type Work } from './work.js';

/** One assessment that is open in this tab: what is typed, and its draft on disk. */
export interface Desk {
  readonly key: DraftKey;
  readonly writer: string;
  readonly autosave: Autosave;
  readonly work: Work;
  /** Shows the work and, unless `kept`, has it saved. */
  update(work: Work, kept?: boolean): void;
  setPosition(position: Position): void;
  /** Editor: takes over the drafts of earlier editors as its own, and shows them once the set is `ready`. */
  adopt(assessment: Assessment, live?: LiveWork, ready?: Promise<void>): Promise<void>;
  /** Follower: shows what another tab told, and keeps nothing of it. */
  mirror(work: Work): void;
  /** Follower: shows what is on disk until the editor says more. */
  peek(assessment: Assessment): Promise<void>;
  /** The assessment is out of the person's hands: the draft goes, unless it holds what the back end does not have. */
  tidy(theirs: Assessment): Promise<void>;
  /** Editor: takes in what an overridden tab still had. */
  takeIn(writer: string, answers: Answers, facts: Facts): Promise<void>;
}

export function createDesk(context: SessionContext, assessment: Assessment): Desk {
  const { client, store } = context;
  const drafts = draftsOf(client);
  const writer = client.newId();
  const key: DraftKey = { tenant: context.tenant, actor: context.actor!.id, assessment: assessment.id };
  let work = freshWork(assessment);
  let position: Position | undefined;
  let epoch = 1;
  /** Writers whose records this desk has taken over, with what it took: they go with its next save. */
  const taken = new Map<string, Answers>();
  let replaces: string[] = [];

  const autosave = createAutosave(
    async () => {
      const gone = replaces;
      await drafts.save(key, writer, toRecord(), gone);
      replaces = replaces.filter((other) => !gone.includes(other));
    },
    (save) => store.set({ save }),
    () => client.now().toISOString(),
  );

  function toRecord(): DraftRecord | Bookmark {
    const common = {
      format: 1 as const,
      epoch,
      updatedAt: client.now().toISOString(),
      ...(position && { position }),
    };
    if (isClean(work)) return common;
    const { conflicts, pending, ...rest } = work;
    return { ...common, ...rest, conflicts: [...conflicts], ...(pending && { pending }) };
  }

  /** Reads the disk. Where that fails the session goes on in memory and says so; the next change tries again. */
  async function open(current: Assessment, live: LiveWork | undefined): Promise<OpenedDrafts> {
    let stored: StoredDraft[] = [];
    try {
      stored = await drafts.load(key);
      store.set({ save: { status: 'idle' } });
    } catch (error) {
      store.set({ save: { status: 'failed', problem: toProblem(error, 'unsupported') } });
    }
    if (stored.length) {
      return openDrafts({ drafts, key, stored, assessment: current, live, now: client.now() });
    }
    let next = live ?? freshWork(current);
    if (current.version > next.baseVersion) next = (await sending()).rebase(next, current);
    return { work: next, position, epoch, replaces: [], damaged: false };
  }

  const desk: Desk = {
    key,
    writer,
    autosave,
    get work() {
      return work;
    },
    update(next, kept) {
      work = next;
      const { answers, facts, conflicts } = next;
      const { set, result, answers: shown, facts: known } = store.get();
      const same = result && answers === shown && facts === known;
      const before = set && result && { set, facts: known, answers: shown, result };
      store.set({
        answers,
        facts,
        conflicts,
        ...(set && !same && { result: Object.freeze(score(set, facts, answers, before)) }),
      });
      if (!kept) autosave.touch();
    },
    setPosition(next) {
      if (position?.criterion === next.criterion && position.field === next.field) return;
      position = next;
      autosave.touch();
    },
    async adopt(current, live, ready) {
      const opened = await open(current, live);
      await ready;
      ({ position, epoch } = opened);
      // Its own name may be among them, where it was overridden before: that record is simply written over.
      replaces = opened.replaces.filter((other) => other !== writer);
      for (const other of replaces) taken.set(other, opened.work.answers);
      store.set({ position, damaged: opened.damaged || undefined });
      desk.update(opened.work, opened.replaces.length === 0);
    },
    mirror: (next) => desk.update(next, true),
    async peek(current) {
      desk.mirror((await open(current, undefined)).work);
    },
    async tidy(theirs) {
      if (!sameJson(work.answers, theirs.answers)) return;
      // What cannot be removed now is found equal and replaced another time.
      await drafts.remove(key, [writer, ...replaces]).catch(() => undefined);
    },
    async takeIn(other, answers, facts) {
      const { merge } = await sending();
      replaces = [...replaces, other];
      desk.update(merge(work, taken.get(other) ?? work.base, answers, facts));
    },
  };
  return desk;
}
