import type { HtsdError } from '../errors.js';

/** Calls of the port that can be made to go wrong. */
export type FaultyCall = 'session' | 'query' | 'execute' | 'put' | 'get';

export type Fault =
  /** Rejects before anything is done. */
  | { kind: 'fail'; error: HtsdError }
  /** Does its work, then rejects: the answer was lost on the way. */
  | { kind: 'lose-answer'; error: HtsdError }
  /** Does its work and answers something else. */
  | { kind: 'nonsense'; answer: unknown }
  /** Does nothing and never answers. */
  | { kind: 'silence' };

/** Makes the next calls of an adapter go wrong. Each fault is used up by one call. */
export interface Faults {
  /** The next `times` calls (default 1) of that name, or of any name where `call` is absent. */
  next(fault: Fault, options?: { call?: FaultyCall; times?: number }): void;
  /** Takes back what has not happened yet. */
  clear(): void;
  /** Runs a call under the fault that is due, if any. For adapters. */
  around<T>(call: FaultyCall, work: () => Promise<T>): Promise<T>;
}

export function createFaults(): Faults {
  const due: { fault: Fault; call: FaultyCall | undefined }[] = [];
  const take = (call: FaultyCall): Fault | undefined => {
    const index = due.findIndex((one) => one.call === undefined || one.call === call);
    return index < 0 ? undefined : due.splice(index, 1)[0]?.fault;
  };
  return {
    next(fault, { call, times = 1 } = {}) {
      for (let count = 0; count < times; count += 1) due.push({ fault, call });
    },
    clear() {
      due.length = 0;
    },
    async around<T>(call: FaultyCall, work: () => Promise<T>): Promise<T> {
      const fault = take(call);
      if (fault?.kind === 'fail') throw fault.error;
      if (fault?.kind === 'silence') return new Promise<T>(() => undefined);
      const answer = await work();
      if (fault?.kind === 'lose-answer') throw fault.error;
      return fault?.kind === 'nonsense' ? (fault.answer as T) : answer;
    },
  };
}
