import { HtsdError } from '../../backend/errors.js';
import type { Client } from '../client.types.js';
import { startCheck, type CheckedFund, type CheckResult } from './check-ledger.js';
import type { CheckAnswer, CheckOrder } from './check-messages.js';
import { publicPages } from './read-ledger.js';
import { breathe, inSlices } from './slices.js';

/** As much of a worker as is used here. */
export interface CheckWorker {
  postMessage(message: CheckOrder): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface RunOptions {
  signal: AbortSignal;
  /** Called with the number of entries checked so far. */
  progress: (count: number) => void;
  /** Starts the worker; undefined, or throwing, where the page cannot have one. */
  worker?: () => CheckWorker | undefined;
}

/** Milliseconds after which a worker that says nothing is taken for none: some pages block it in silence. */
const patience = 4_000;
/** Pages that may wait in the worker: enough to keep it busy, little to keep in memory. */
const ahead = 12;

/**
 * Reads the public ledger anew and checks every entry of it: in a worker, so that the page stays as it is, and where
 * there can be none in slices between frames. Rejects with an `AbortError` when the person cancels.
 */
export async function runCheck(client: Client, fund: CheckedFund, options: RunOptions): Promise<CheckResult> {
  const worker = await readyWorker(options);
  if (!worker) return checkHere(client, fund, options);
  try {
    return await checkThere(worker, client, fund, options);
  } catch (error) {
    if (!(error instanceof WorkerGone)) throw error;
    return checkHere(client, fund, options);
  } finally {
    worker.terminate();
  }
}

/** The worker ended before its work did. */
class WorkerGone extends Error {}

async function readyWorker({ worker: start, signal }: RunOptions): Promise<CheckWorker | undefined> {
  let worker: CheckWorker | undefined;
  try {
    worker = start?.();
  } catch {
    // From another origin, or against the page's policy.
    return undefined;
  }
  if (!worker) return undefined;
  const ready = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    const decide = (is: boolean): void => {
      clearTimeout(timer);
      resolve(is);
    };
    worker.onmessage = ({ data }) => decide(data.kind === 'ready');
    worker.onerror = (event) => {
      event.preventDefault();
      decide(false);
    };
    signal.addEventListener('abort', () => decide(false), { once: true });
  });
  if (ready) return worker;
  worker.terminate();
  if (signal.aborted) throw new DOMException('Cancelled', 'AbortError');
  return undefined;
}

async function checkThere(
  worker: CheckWorker,
  client: Client,
  fund: CheckedFund,
  { signal, progress }: RunOptions,
): Promise<CheckResult> {
  let waiting = 0;
  let wake: (() => void) | undefined;
  let result: CheckResult | undefined;
  let gone = false;
  worker.onmessage = ({ data }) => {
    if (data.kind === 'checked') {
      waiting -= 1;
      progress(data.count);
    } else if (data.kind === 'result') result = data.result;
    else gone = true;
    wake?.();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    gone = true;
    wake?.();
  };
  const abort = (): void => wake?.();
  signal.addEventListener('abort', abort);
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) {
      if (signal.aborted) throw new DOMException('Cancelled', 'AbortError');
      if (gone) throw new WorkerGone();
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  try {
    worker.postMessage({ kind: 'fund', fund });
    for await (const page of publicPages(client, fund.id, signal)) {
      await until(() => waiting < ahead);
      waiting += 1;
      worker.postMessage({ kind: 'page', page });
    }
    worker.postMessage({ kind: 'end' });
    await until(() => result !== undefined);
  } finally {
    signal.removeEventListener('abort', abort);
  }
  return result!;
}

async function checkHere(
  client: Client,
  fund: CheckedFund,
  { signal, progress }: RunOptions,
): Promise<CheckResult> {
  const { hashText } = await import('../../backend/hash-text.js').catch((cause: unknown) => {
    throw new HtsdError('offline', { params: { reason: 'part' }, cause });
  });
  const check = startCheck(fund, hashText);
  for await (const page of publicPages(client, fund.id, signal)) {
    await inSlices(
      (function* () {
        for (const count of check.add(page)) {
          progress(count);
          yield;
        }
      })(),
      { signal },
    );
    await breathe();
  }
  return check.end();
}
