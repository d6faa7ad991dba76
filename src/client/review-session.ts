import type { Assessment } from '../domain/assessment.schema.js';
import { claimOf } from '../domain/claim.js';
import type { Client } from './client.types.js';
import { onPageLeaving } from './page-leaving.js';
import { isAbort, toProblem } from './problem.js';
import { createReviewMarks } from './review-marks.js';
import { forgetSent, reviewNotes } from './review-notes.js';
import { createReviewSender, type Change } from './review-sender.js';
import type { MarkDraft, ReviewDeps, ReviewSession } from './review.types.js';
import { createReviewStore, isOpen } from './review-view.js';

/** Milliseconds without a keystroke after which a mark is stored. */
const quiet = 700;
/** How often a mark is sent again because somebody else was faster. */
const attempts = 3;

/**
 * Opens one person's review of one assessment. What he says of a criterion is stored as he goes; until it is, and until
 * remarks are sent, everything is kept on this device.
 */
export function openReviewSession(client: Client, deps: ReviewDeps): ReviewSession {
  const { set, actor, notes } = deps;
  const { id, subjectName } = deps.assessment;
  const gone = new AbortController();
  const { signal } = gone;
  const store = createReviewStore(deps.assessment, set, actor);
  const { get, put } = store;
  const kept = reviewNotes(notes, id, subjectName);
  const marks = createReviewMarks(store, kept);
  const transmit = createReviewSender(client, signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;
  let again: (() => Promise<unknown>) | undefined;

  /** Remarks as they are kept, and how much of all that cannot be sent as things stand. */
  function recall(): void {
    const open = isOpen(get());
    if (get().assessment.state !== 'in-review') forgetSent(kept, get().assessment);
    const [comments, reason] = [kept.comments(), kept.reason()];
    const stranded = open ? 0 : comments.size + kept.marks().size + (reason === '' ? 0 : 1);
    put({ comments, reason, stranded, kept: notes.save() });
  }

  function receive(theirs: Assessment): void {
    const before = get();
    if (theirs.id !== id || theirs.version < before.assessment.version) return;
    marks.receive(theirs);
    if (isOpen(before) === isOpen(get())) return;
    marks.restore();
    recall();
  }

  async function refresh(): Promise<void> {
    const { items } = await client.query('assessment.get', { id }, { signal });
    receive(items[0]!);
  }

  /** One command on the assessment as it was seen last. */
  async function send(change: Change): Promise<'done' | 'conflict' | 'rejected'> {
    const sent = await transmit(change, get().assessment);
    if (sent.status === 'rejected') put({ act: sent });
    if (sent.status === 'conflict' && sent.current) receive(sent.current);
    return sent.status;
  }

  async function storeMarks(): Promise<void> {
    clearTimeout(timer);
    for (let left = attempts; left > 0 && get().assessment.state === 'in-review'; left -= 1) {
      const sent = get().drafts;
      const given = marks.storable();
      if (Object.keys(given).length === 0) return;
      put({ save: { status: 'saving' } });
      const outcome = await send({ kind: 'assessment.mark', payload: { marks: given } });
      if (outcome === 'conflict') continue;
      if (outcome === 'done') {
        const { items } = await client.query('assessment.get', { id }, { signal });
        marks.settle(given, sent, items[0]!);
        receive(items[0]!);
        put({ save: { status: 'saved', at: client.now().toISOString() } });
      } else put({ save: { status: 'idle' } });
      return;
    }
    if (get().save.status === 'saving') put({ save: { status: 'idle' } });
  }

  /** One at a time; what was typed meanwhile follows. */
  function flush(): Promise<void> {
    const after = (sending ?? Promise.resolve()).then(storeMarks).catch((error: unknown) => {
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

  /** Somebody else was faster, and what he did is on the screen by now. */
  function overtaken(): void {
    const problem = { code: 'conflict' as const, params: {}, retryable: true };
    // Where both marked the same there is something to choose.
    if (get().clashes.size > 0) return put({ act: { status: 'failed', problem } });
    const path = [isOpen(get()) ? 'seen' : 'over'];
    put({ act: { status: 'rejected', rejection: { code: 'wrong-state', path } } });
  }

  const busy = (): boolean => get().act.status === 'sending';

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
      const [faulty] = [...get().faults.values()].flat();
      if (faulty) {
        put({ act: { status: 'rejected', rejection: faulty } });
        return false;
      }
      const outcome = get().clashes.size > 0 ? 'conflict' : await send(change);
      if (outcome === 'conflict') overtaken();
      if (outcome !== 'done') return false;
      // It is done, whatever becomes of these: what is still kept is found to be sent another time.
      await kept.drop().catch(() => undefined);
      await refresh().catch(() => undefined);
      return true;
    });

  function type(criterion: string, next: MarkDraft): void {
    if (!isOpen(get())) return;
    marks.type(criterion, next);
    if (!busy()) put({ act: { status: 'idle' } });
    later();
  }

  const unwatch = client.backend.subscribe?.(({ id: changed, version }) => {
    if (changed === id && version > get().assessment.version && !sending) refresh().catch(() => undefined);
  });
  const unback = onPageLeaving({
    leave: () => undefined,
    online: () => undefined,
    back: () => refresh().catch(() => undefined),
  });
  const unkept = kept.subscribe((changed) => {
    if (changed.length > 0) marks.restore(changed);
    // A mark that another tab no longer keeps is at the back end, whether that tells of it or not.
    const left = kept.marks();
    if (!sending && changed.some((one) => !left.has(one))) refresh().catch(() => undefined);
    recall();
  });

  marks.restore();
  recall();
  const place = kept.place();
  if (place && isOpen(get())) put({ place });
  if (get().drafts.size > 0) later();

  return {
    getState: get,
    subscribe: store.subscribe,
    takeUp: async () => {
      await act(async () => {
        const outcome = await send({ kind: 'assessment.review', payload: {} });
        if (outcome === 'done') await refresh();
        if (outcome === 'conflict') overtaken();
        return outcome === 'done';
      });
    },
    mark: (criterion, patch) => {
      if (get().criteria.has(criterion)) type(criterion, { ...marks.current(criterion), ...patch });
    },
    agree: (criterion) => {
      const about = get().criteria.get(criterion);
      const answer = about && claimOf(about, get().assessment.answers[criterion]);
      if (answer) type(criterion, { answer, reason: '' });
    },
    comment(criterion, text) {
      if (!isOpen(get())) return;
      kept.putComment(criterion, text.trim() === '' ? '' : text);
      put({ comments: kept.comments() });
    },
    reason(text) {
      kept.putReason(text);
      put({ reason: text });
    },
    setPlace(place) {
      if (!isOpen(get())) return;
      kept.putPlace(place);
      put({ place });
    },
    resolve(criterion, keep) {
      marks.resolve(criterion, keep);
      if (keep === 'mine') later();
    },
    flush,
    giveBack: (reason) =>
      finish({
        kind: 'assessment.return',
        payload: {
          reason: reason.trim(),
          comments: [...get().comments].map(([criterion, text]) => ({
            id: client.newId(),
            criterion,
            text: text.trim(),
          })),
        },
      }),
    verify: () => finish({ kind: 'assessment.verify', payload: {} }),
    async retry() {
      if (get().save.status === 'failed') await flush().catch(() => undefined);
      if (again && get().act.status === 'failed') await again();
    },
    async forget() {
      await kept.drop();
      recall();
    },
    dispose() {
      clearTimeout(timer);
      unwatch?.();
      unback();
      unkept();
      store.clear();
      gone.abort();
    },
  };
}
