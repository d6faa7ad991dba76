import type { Assessment, Mark } from '../domain/assessment.schema.js';
import { claimOf, sameClaim } from '../domain/claim.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import type { Criterion } from '../domain/criteria-set.schema.js';
import { markFaults } from '../domain/mark-faults.js';
import { isAuthor, mayActOn } from '../domain/permissions.js';
import { reviewed } from '../domain/reviewed.js';
import { score } from '../domain/score.js';
import type { Client } from './client.types.js';
import { isAbort, toProblem } from './problem.js';
import { rejectionOf } from './rejection-of.js';
import type { MarkDraft, ReviewDeps, ReviewSession, ReviewView } from './review.types.js';
import { sameJson } from './same-json.js';

/** Milliseconds without a keystroke after which a mark is stored. */
const quiet = 700;
/** How often a mark is sent again because somebody else was faster. */
const attempts = 3;

type Given = CommandOf<'assessment.mark'>['payload']['marks'];
type Change = Omit<Command, 'id' | 'record' | 'expected'>;

const plain = (mark: Mark | undefined): MarkDraft | undefined =>
  mark && { answer: mark.answer, reason: mark.reason };

/** Opens one person's review of one assessment. What he says of a criterion is stored as he goes. */
export function openReviewSession(client: Client, { assessment, set, actor }: ReviewDeps): ReviewSession {
  const gone = new AbortController();
  const { signal } = gone;
  const listeners = new Set<() => void>();
  const criteria = new Map<string, Criterion>(
    set.sections.flatMap((section) => section.criteria.map((one) => [one.id, one] as const)),
  );
  /** The stored mark that a draft began from. */
  const began = new Map<string, Mark | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  /** The last command that got no answer: repeated as it was, so that it counts once. */
  let unanswered: Command | undefined;
  let again: (() => Promise<unknown>) | undefined;

  const judge = (one: Assessment): ReviewView['may'] =>
    mayActOn(
      actor,
      'assessment.review',
      { owner: one.owner, subjectId: one.subjectId },
      isAuthor(actor.id, one),
    );
  let view = Object.freeze<ReviewView>({
    assessment,
    set,
    may: judge(assessment),
    drafts: new Map(),
    faults: new Map(),
    clashes: new Set<string>(),
    comments: new Map(),
    self: score(set, assessment.facts, assessment.answers),
    result: score(set, assessment.facts, reviewed(assessment)),
    save: { status: 'idle' },
    act: { status: 'idle' },
  });

  function put(patch: Partial<ReviewView>): void {
    const next = { ...view, ...patch };
    if (patch.assessment || patch.drafts) {
      const { answers, facts, review } = next.assessment;
      const typed = [...next.drafts].map(([id, draft]) => [id, { ...draft, at: '', by: '', byName: '' }]);
      const marks = { ...review?.marks, ...(Object.fromEntries(typed) as Record<string, Mark>) };
      const begun = { startedAt: '', by: '', byName: '', ...review, marks };
      next.may = judge(next.assessment);
      next.self = score(set, facts, answers);
      next.result = score(set, facts, reviewed({ answers, review: begun }));
    }
    view = Object.freeze(next);
    for (const listener of [...listeners]) listener();
  }

  /** Takes in the assessment as it stands; drafts over a mark that is another one now wait for a choice. */
  function receive(theirs: Assessment): void {
    if (theirs.id !== view.assessment.id || theirs.version < view.assessment.version) return;
    const clashes = new Set(view.clashes);
    for (const id of view.drafts.keys())
      if (!sameJson(plain(theirs.review?.marks?.[id]), plain(began.get(id)))) clashes.add(id);
    put({ assessment: theirs, clashes });
  }

  async function refresh(): Promise<void> {
    const { items } = await client.query('assessment.get', { id: view.assessment.id }, { signal });
    receive(items[0]!);
  }

  /** One command on the assessment as it was seen last. */
  async function send(change: Change): Promise<'done' | 'conflict' | 'rejected'> {
    const { id: record, version: expected } = view.assessment;
    const repeats =
      unanswered?.expected === expected &&
      unanswered.kind === change.kind &&
      sameJson(unanswered.payload, change.payload);
    const command = repeats ? unanswered! : ({ id: client.newId(), record, expected, ...change } as Command);
    unanswered = command;
    const [receipt] = await client.execute([command], { signal });
    unanswered = undefined;
    if (receipt?.status === 'rejected') {
      put({ act: { status: 'rejected', rejection: rejectionOf(receipt) } });
      return 'rejected';
    }
    if (receipt?.status === 'conflict') {
      if (receipt.current.type === 'assessment') receive(receipt.current.value);
      return 'conflict';
    }
    return 'done';
  }

  /** What can be stored of what was typed; null takes a mark back. */
  function storable(): Given {
    const given: Given = {};
    for (const [id, { answer, reason }] of view.drafts) {
      const criterion = criteria.get(id);
      if (!criterion || view.faults.get(id)?.length || view.clashes.has(id)) continue;
      given[id] = sameClaim(criterion, answer, view.assessment.answers[id])
        ? null
        : { answer: claimOf(criterion, answer), reason };
    }
    return given;
  }

  async function store(): Promise<void> {
    clearTimeout(timer);
    for (let left = attempts; left > 0 && view.assessment.state === 'in-review'; left -= 1) {
      const sent = new Map(view.drafts);
      const marks = storable();
      if (Object.keys(marks).length === 0) return;
      put({ save: { status: 'saving' } });
      const outcome = await send({ kind: 'assessment.mark', payload: { marks } });
      if (outcome === 'conflict') continue;
      if (outcome === 'done') {
        const drafts = new Map(view.drafts);
        for (const id of Object.keys(marks)) if (drafts.get(id) === sent.get(id)) drafts.delete(id);
        for (const id of Object.keys(marks)) began.delete(id);
        const { items } = await client.query('assessment.get', { id: view.assessment.id }, { signal });
        for (const id of drafts.keys()) if (!began.has(id)) began.set(id, items[0]!.review?.marks?.[id]);
        put({ drafts });
        receive(items[0]!);
        put({ save: { status: 'saved', at: client.now().toISOString() } });
      } else put({ save: { status: 'idle' } });
      return;
    }
    if (view.save.status === 'saving') put({ save: { status: 'idle' } });
  }

  /** One at a time; what was typed meanwhile follows. */
  function flush(): Promise<void> {
    const after = (sending ?? Promise.resolve()).then(store).catch((error: unknown) => {
      if (isAbort(error)) return;
      put({ save: { status: 'failed', problem: toProblem(error) } });
      throw error;
    });
    sending = after.catch(() => undefined);
    return after;
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), quiet);
  }

  const busy = (): boolean => view.act.status === 'sending';

  async function act(run: () => Promise<boolean>): Promise<boolean> {
    if (busy()) return false;
    again = () => act(run);
    put({ act: { status: 'sending' } });
    try {
      const done = await run();
      if (done) again = undefined;
      if (busy()) put({ act: { status: 'idle' } });
      return done;
    } catch (error) {
      if (!isAbort(error)) put({ act: { status: 'failed', problem: toProblem(error) } });
      return false;
    }
  }

  /** Ends the review, once everything that was typed is stored. */
  const finish = (change: Change): Promise<boolean> =>
    act(async () => {
      await flush();
      const [faulty] = [...view.faults.values()].flat();
      if (faulty) {
        put({ act: { status: 'rejected', rejection: faulty } });
        return false;
      }
      const outcome = view.clashes.size > 0 ? 'conflict' : await send(change);
      if (outcome === 'conflict') {
        const problem = { code: 'conflict' as const, params: {}, retryable: true };
        put({ act: { status: 'failed', problem } });
      }
      if (outcome === 'done') await refresh();
      return outcome === 'done';
    });

  function draft(criterion: string, next: MarkDraft): void {
    if (!criteria.has(criterion) || view.may !== 'yes' || view.assessment.state !== 'in-review') return;
    if (!view.drafts.has(criterion)) began.set(criterion, view.assessment.review?.marks?.[criterion]);
    const faults = new Map(view.faults);
    const found = markFaults(view.assessment, set, criterion, next);
    if (found.length > 0) faults.set(criterion, found);
    else faults.delete(criterion);
    const idle = busy() ? {} : { act: { status: 'idle' as const } };
    put({ drafts: new Map(view.drafts).set(criterion, next), faults, ...idle });
    later();
  }

  const current = (id: string): MarkDraft => {
    const { assessment: seen, drafts } = view;
    const own = { answer: claimOf(criteria.get(id)!, seen.answers[id]), reason: '' };
    return drafts.get(id) ?? plain(seen.review?.marks?.[id]) ?? own;
  };

  function drop(id: string): void {
    const [drafts, faults, clashes] = [new Map(view.drafts), new Map(view.faults), new Set(view.clashes)];
    drafts.delete(id);
    faults.delete(id);
    clashes.delete(id);
    began.delete(id);
    put({ drafts, faults, clashes });
  }

  const unwatch = client.backend.subscribe?.(({ id, version }) => {
    const { assessment: seen } = view;
    if (seen.id === id && version > seen.version && !sending) refresh().catch(() => undefined);
  });

  return {
    getState: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    takeUp: async () => {
      await act(async () => {
        const outcome = await send({ kind: 'assessment.review', payload: {} });
        if (outcome === 'done') await refresh();
        return outcome === 'done';
      });
    },
    mark: (id, patch) => {
      if (criteria.has(id)) draft(id, { ...current(id), ...patch });
    },
    agree: (id) => {
      const criterion = criteria.get(id);
      if (criterion) draft(id, { answer: claimOf(criterion, view.assessment.answers[id]), reason: '' });
    },
    comment(id, text) {
      const comments = new Map(view.comments);
      if (text.trim() === '') comments.delete(id);
      else comments.set(id, text);
      put({ comments });
    },
    resolve(id, keep) {
      if (keep === 'theirs') return drop(id);
      const clashes = new Set(view.clashes);
      clashes.delete(id);
      began.set(id, view.assessment.review?.marks?.[id]);
      put({ clashes });
      later();
    },
    flush,
    giveBack: (reason) =>
      finish({
        kind: 'assessment.return',
        payload: {
          reason: reason.trim(),
          comments: [...view.comments].map(([criterion, text]) => ({
            id: client.newId(),
            criterion,
            text: text.trim(),
          })),
        },
      }),
    verify: () => finish({ kind: 'assessment.verify', payload: {} }),
    async retry() {
      if (view.save.status === 'failed') await flush().catch(() => undefined);
      if (again && view.act.status === 'failed') await again();
    },
    dispose() {
      clearTimeout(timer);
      unwatch?.();
      listeners.clear();
      gone.abort();
    },
  };
}
