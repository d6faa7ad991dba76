import type { SaveState } from './view.types.js';
import { toProblem } from './problem.js';

/** Milliseconds of quiet after which what was typed is saved; after a pause the first keystroke waits no longer either. */
const quiet = 200;
/** Milliseconds between two saves while the typing goes on. */
const patience = 700;
/** Milliseconds until a failed save is tried again. */
const retryAfter = 3_000;

export interface Autosave {
  /** Something changed. */
  touch(): void;
  /** Everything changed so far is saved when this resolves; rejects with the reason where it could not be. */
  flush(): Promise<void>;
  /** The page may be gone in a moment: starts a save now, even beside one that is under way. */
  rescue(): void;
  stop(): void;
}

/**
 * Decides when a draft is saved: at most one save at a time, at the latest a second after a change.
 * `save` must take the state as it is when called. Timers only, no clock: clocks jump.
 */
export function createAutosave(
  save: () => Promise<void>,
  report: (state: SaveState) => void,
  now: () => string,
): Autosave {
  let dirty = false;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cap: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  /** Time of the last start, by the clock that never jumps. */
  let last = -Infinity;

  const clear = (): void => {
    clearTimeout(timer);
    clearTimeout(cap);
    timer = cap = undefined;
  };

  function start(): Promise<void> {
    clear();
    dirty = false;
    last = performance.now();
    running = save().then(
      () => {
        running = undefined;
        // What was typed meanwhile is not on the disk yet.
        if (dirty) schedule();
        else if (!stopped) report({ status: 'saved', at: now() });
      },
      (error: unknown) => {
        running = undefined;
        dirty = true;
        if (!stopped) {
          report({ status: 'failed', problem: toProblem(error, 'unsupported') });
          plan(retryAfter);
        }
        throw error;
      },
    );
    return running;
  }

  const begin = (): void => {
    if (running || stopped) return;
    // Told through `report`.
    start().catch(() => undefined);
  };

  function plan(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(begin, ms);
  }

  function schedule(): void {
    plan(quiet);
    cap ??= setTimeout(begin, performance.now() - last > patience ? quiet : patience);
  }

  return {
    touch() {
      // From the first keystroke on, "saved" would not be true; a failure stands until a save succeeds.
      if (!dirty) report({ status: 'saving' });
      dirty = true;
      if (!stopped && !running) schedule();
    },
    async flush() {
      while (running || dirty) {
        if (running) await running.catch(() => undefined);
        if (dirty) await start();
      }
    },
    rescue() {
      if (dirty || running) save().catch(() => undefined);
    },
    stop() {
      stopped = true;
      clear();
    },
  };
}
