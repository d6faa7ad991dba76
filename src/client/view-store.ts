import type { AssessmentView } from './view.types.js';

export interface Store<T extends object> {
  get(): T;
  /** Puts the patch over the state; a field set to undefined is taken out. Nothing happens where nothing changes. */
  set(patch: { [K in keyof T]?: T[K] | undefined }): void;
  subscribe(listener: () => void): () => void;
}
export type ViewStore = Store<AssessmentView>;

/** A frozen state and those who watch it; they are called once per microtask, however often it changed. */
export function createViewStore<T extends object>(initial: T): Store<T> {
  let state = Object.freeze(initial);
  let queued = false;
  const listeners = new Set<() => void>();

  const notify = (): void => {
    queued = false;
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // One listener's fault must not keep the others, or the saving, from going on.
        reportError(error);
      }
    }
  };

  return {
    get: () => state,
    set(patch) {
      const keys = Object.keys(patch) as (keyof T)[];
      if (keys.every((key) => state[key] === patch[key])) return;
      const next: Partial<T> = { ...state, ...patch };
      for (const key of keys) if (patch[key] === undefined) delete next[key];
      state = Object.freeze(next) as T;
      if (queued) return;
      queued = true;
      queueMicrotask(notify);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
