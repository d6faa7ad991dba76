import { isEditable } from '../domain/assessment-phase.js';
import { defaultCycle, isCycle } from './cycles.js';
import type { Client } from './client.types.js';
import type { Editing } from './editing.js';
import { filling, warmDrafts } from './filling-here.js';
import { sending } from './later-parts.js';
import { onPageLeaving } from './page-leaving.js';
import { lazily } from './lazily.js';
import { isAbort, toProblem } from './problem.js';
import { mayEdit, type SessionContext } from './session-context.js';
import { findAssessment } from './session-load.js';
import type { AssessmentSession, AssessmentView, SessionOptions } from './view.types.js';
import { createViewStore } from './view-store.js';

/** Opens one person's work on one assessment and starts loading it; it ends with the client, if not before. See `AssessmentSession`. */
export function openAssessment(client: Client, options: SessionOptions): AssessmentSession {
  const { storage, sessions } = client.device;
  /** The year that the host or the person named, or that the back end's clock says: it is heard with the first answer. */
  let named = isCycle(options.cycle) ? options.cycle : undefined;
  const due = (): string => named ?? defaultCycle(client.now());
  /** What is seen until something is read. */
  const unread: Omit<AssessmentView, 'cycle' | 'cycles' | 'subjects'> = {
    phase: 'loading',
    choices: [],
    facts: {},
    answers: {},
    save: { status: 'idle' },
    submit: { status: 'idle' },
    role: 'editor',
    conflicts: [],
    uploads: [],
  };
  const store = createViewStore<AssessmentView>({ ...unread, cycle: due(), cycles: [], subjects: [] });
  const gone = new AbortController();
  const context: SessionContext = {
    ...{ client, storage },
    options,
    store,
    signal: gone.signal,
    tenant: '',
    load,
    refresh,
    fail,
  };
  let editing: Editing | undefined;
  let loading = new AbortController();
  let opening: { signal: AbortSignal; done: Promise<void> } | undefined;
  let chosen: string | null | undefined;
  let asked = false;
  /** Intents that are still being worked on; `flush` waits for them. */
  const busy = new Set<Promise<unknown>>();
  let action: Promise<void> | undefined;
  /** What `retry` does again after a failed submission, withdrawal or registration. */
  let again: (() => Promise<void>) | undefined;

  async function load(subject: string | null | undefined = chosen): Promise<void> {
    if (gone.signal.aborted) return;
    loading.abort();
    const mine = (loading = new AbortController());
    chosen = subject;
    close();
    const cycle = due();
    store.set({
      ...(Object.fromEntries(leftOut.map((key) => [key, undefined])) as Partial<AssessmentView>),
      ...unread,
      cycle,
    });
    try {
      const { view, open } = await findAssessment(context, cycle, subject, mine.signal);
      if (mine.signal.aborted) return;
      named = due();
      if (named !== cycle) return await load(subject);
      if (open) {
        const { phase: _later, ...rest } = view;
        store.set(rest);
        const ready = open.set.then((set) => {
          if (!mine.signal.aborted) store.set({ set });
        });
        await show(mine.signal, ready);
      } else store.set(view);
    } catch (error) {
      if (!mine.signal.aborted) fail(error);
    }
  }

  /** Shows the assessment in the view: to fill in, or to read. A second call while the first is under way joins it. */
  function show(signal: AbortSignal, ready?: Promise<void>): Promise<void> {
    if (opening?.signal !== signal) {
      const done = begin(signal, ready).finally(() => (opening = undefined));
      opening = { signal, done };
    }
    return opening.done;
  }

  async function begin(signal: AbortSignal, ready?: Promise<void>): Promise<void> {
    const { startEditing } = await filling();
    if (signal.aborted) return;
    const assessment = store.get().assessment!;
    if (!isEditable(assessment.state)) {
      await ready;
      return read(signal);
    }
    const started = await startEditing(context, assessment, ready);
    if (signal.aborted) return started.close();
    editing = started;
    context.desk = started.desk;
    store.set({ phase: 'editing' });
  }

  async function read(signal: AbortSignal): Promise<void> {
    const { freshWork, score } = await filling();
    if (signal.aborted) return;
    const { set, assessment } = store.get();
    const { answers, facts } = freshWork(assessment!);
    store.set({
      ...{ phase: 'readonly', answers, facts, conflicts: [], role: 'editor' },
      result: Object.freeze(score(set!, facts, answers)),
    });
  }

  function fail(error: unknown): void {
    if (isAbort(error) && gone.signal.aborted) return;
    const problem = toProblem(error);
    const barred = problem.code === 'forbidden' || problem.code === 'unauthenticated';
    store.set({ phase: barred ? 'forbidden' : 'error', problem });
  }

  async function refresh(): Promise<void> {
    const { assessment } = store.get();
    if (!assessment || gone.signal.aborted) return;
    const { signal } = loading;
    const theirs = (await client.query('assessment.get', { id: assessment.id }, { signal })).items[0]!;
    const current = store.get().assessment;
    if (signal.aborted || current?.id !== theirs.id || theirs.version < current.version) return;
    store.set({ assessment: theirs });
    if (!isEditable(theirs.state)) {
      const kept = editing;
      close();
      await kept?.desk.tidy(theirs);
      await read(signal);
    } else if (editing) await editing.receive(theirs);
    else await show(signal);
  }

  /** Ends the work in this tab; what is not on disk yet goes there now. */
  function close(): void {
    editing?.close();
    editing = undefined;
    context.desk = undefined;
  }

  /** One action at a time: a second click joins the first. */
  function act(run: () => Promise<void>): Promise<void> {
    action ??= attempt(run).finally(() => (action = undefined));
    return action;
  }

  async function attempt(run: () => Promise<void>): Promise<void> {
    again = run;
    store.set({ submit: { status: 'sending' } });
    try {
      await run();
      const { status } = store.get().submit;
      if (status !== 'sending' && status !== 'idle') return;
      store.set({ submit: { status: 'idle' } });
      again = undefined;
    } catch (error) {
      if (isAbort(error) && gone.signal.aborted) return;
      store.set({ submit: { status: 'failed', problem: toProblem(error) } });
    }
  }

  /** Work for the part that takes evidence in, which is fetched when it is needed; rejects where it cannot be had. */
  function takeIn<A extends unknown[]>(
    work: (
      part: typeof import('./evidence.js'),
    ) => (context: SessionContext, open: Editing, ...all: A) => Promise<void> | void,
    all: A,
  ): Promise<void> {
    const open = editing;
    if (!open || !mayEdit(store.get())) return Promise.resolve();
    askToPersist();
    const running = evidence().then((part) => work(part)(context, open, ...all));
    busy.add(running);
    return running.finally(() => busy.delete(running));
  }

  /** After the first change: asks the browser once to keep what is stored. */
  function askToPersist(): void {
    if (asked) return;
    asked = true;
    const keep = globalThis.navigator?.storage?.persist?.();
    void Promise.resolve(keep)
      .catch(() => false)
      .then((persisted = false) => store.set({ persisted }));
  }

  const edit = (change: (open: Editing) => void): void => {
    if (!editing || !mayEdit(store.get())) return;
    change(editing);
    askToPersist();
  };
  const evidence = lazily(() => import('./evidence.js'));

  const unwatch = client.backend.subscribe?.(({ id, version }) => {
    const { assessment } = store.get();
    if (assessment?.id === id && version >= assessment.version) refresh().catch(() => undefined);
  });
  const stay = onPageLeaving({
    leave: () => editing?.desk.autosave.rescue(),
    online: () => editing?.touch(),
    back: () => refresh().catch(() => undefined),
  });
  // While the back end is asked: both are needed before the person can start.
  warmDrafts(client);
  void load();

  const session: AssessmentSession = {
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    async chooseCycle(cycle) {
      if (!isCycle(cycle) || cycle === store.get().cycle) return;
      await editing?.desk.autosave.flush().catch(() => undefined);
      named = cycle;
      await load();
    },
    async chooseSubject(id) {
      await editing?.desk.autosave.flush().catch(() => undefined);
      await load(id);
    },
    register: (fields) =>
      act(async () => {
        await (await sending()).register(context, fields);
      }),
    answer: (criterion, patch) =>
      edit((open) => {
        // One answer that the set does not know would have the back end refuse all the others with it.
        if (store.get().result?.criteria[criterion]) open.answer(criterion, patch);
      }),
    setFact: (id, value) => edit((open) => open.setFact(id, value)),
    setPosition(position) {
      if (mayEdit(store.get())) editing?.desk.setPosition(position);
    },
    attach: (...all) => takeIn((part) => part.attachFiles, all),
    attachLink: (...all) => takeIn((part) => part.attachLink, all),
    removeEvidence: (...all) => takeIn((part) => part.removeEvidence, all),
    dismissUpload: (id) => store.set({ uploads: store.get().uploads.filter((each) => each.id !== id) }),
    openFile: async (file) => (await evidence()).openFile(context, file),
    async flush() {
      await Promise.allSettled(busy);
      if (mayEdit(store.get())) await editing?.desk.autosave.flush();
    },
    submit: async () => {
      if (!mayEdit(store.get())) return;
      await act(async () => {
        await Promise.allSettled(busy);
        if (editing) await (await sending()).submit(context, editing);
      });
    },
    withdraw: async (reason) => {
      if (store.get().phase === 'readonly')
        await act(async () => (await sending()).withdraw(context, reason));
    },
    async takeOver() {
      if (store.get().role === 'follower') await editing?.takeOver();
    },
    resolve: (criterion, keep) => edit((open) => open.resolve(criterion, keep)),
    async retry() {
      const { phase, save, sync } = store.get();
      if (phase === 'error' || phase === 'forbidden') await load();
      if (save.status === 'failed') await editing?.desk.autosave.flush().catch(() => undefined);
      if (again) await act(again);
      else if (sync?.status === 'failed') await editing?.send().catch(() => undefined);
    },
    dispose() {
      if (gone.signal.aborted) return;
      sessions.delete(session);
      close();
      stay();
      unwatch?.();
      loading.abort();
      gone.abort();
    },
  };
  sessions.add(session);
  return session;
}

/** What a new year or subject starts without. */
const leftOut = ['problem', 'subject', 'assessment', 'set', 'result', 'position', 'damaged', 'sync'] as const;
