import type { Evidence } from '../../domain/answer.schema.js';
import { draftsOf } from '../drafts-of.js';
import { isAbort, toProblem } from '../problem.js';
import { rejectionOf } from '../rejection-of.js';
import type { SubmitState } from '../view.types.js';
import type { FileSender } from '../waiting-files.js';
import type { Recorded } from './fund-desk.types.js';
import { recordedIn } from './recorded-in.js';
import type { Waiting } from './waiting.types.js';

/** Milliseconds before a failed delivery is tried again: doubled each time. */
const firstRetry = 5_000;
const lastRetry = 60_000;
/** Lines that go out together. */
const batchSize = 20;

/** What the outbox reads and tells. */
export interface OutboxDesk {
  lines(): readonly Waiting[];
  /** A line was confirmed or refused; an answered one is gone. */
  answered(id: string, refused: Waiting['rejection']): void;
  recorded(recorded: Recorded): void;
  report(state: SubmitState): void;
  /** Everything that is to be sent is on the disk when this resolves. */
  flush(): Promise<void>;
  /** After each batch: reads what became of it. */
  refresh(): Promise<void>;
}

export interface FundOutbox {
  /** Sends what waits; a later call joins the one that is under way. */
  send(): Promise<void>;
  stop(): void;
}

/**
 * Brings lines that were entered to the back end, in their order. A line keeps its command until it is answered, over
 * reloads too; one that is refused stays for the person and does not hold up those after it. Two tabs may send the same
 * line: the back end counts it once.
 */
export function createFundOutbox(sender: FileSender, desk: OutboxDesk): FundOutbox {
  const { client, signal } = sender;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let asked = false;
  let running: Promise<void> | undefined;

  const next = (): Waiting[] =>
    desk
      .lines()
      .filter(({ rejection }) => !rejection)
      .slice(0, batchSize);

  async function run(): Promise<void> {
    for (let batch = next(); batch.length > 0 && !signal.aborted; batch = next()) {
      // On disk before it is sent, so that a reload repeats these commands instead of making new ones.
      await desk.flush().catch(() => undefined);
      await upload(batch);
      const commands = batch.map(({ command }) => command);
      const receipts = await client.execute(commands, { signal });
      for (const receipt of receipts) {
        if (receipt.status === 'rejected') desk.answered(receipt.id, rejectionOf(receipt));
        else desk.answered(receipt.id, receipt.status === 'conflict' ? { code: 'id-reused' } : undefined);
      }
      const recorded = recordedIn(receipts);
      if (recorded) desk.recorded(recorded);
      await desk.refresh();
    }
  }

  async function upload(batch: readonly Waiting[]): Promise<void> {
    const evidence = batch.flatMap(({ command }) => evidenceOf(command));
    if (evidence.length === 0 || !sender.actor) return;
    const owner = { tenant: sender.tenant, actor: sender.actor.id };
    const waiting = await draftsOf(client)
      .listFiles(owner)
      .catch(() => []);
    if (waiting.length === 0) return;
    const { uploadFiles } = await import('../waiting-files.js');
    await uploadFiles(sender, new Set(waiting), evidence);
  }

  async function deliver(): Promise<void> {
    clearTimeout(timer);
    if (signal.aborted || next().length === 0) return;
    desk.report({ status: 'sending' });
    try {
      await run();
      failures = 0;
      desk.report({ status: 'idle' });
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      const problem = toProblem(error);
      desk.report({ status: 'failed', problem });
      // Until it is sent, what was entered lies here alone: the browser is asked not to clear it.
      if (!asked) Promise.resolve(globalThis.navigator?.storage?.persist?.()).catch(() => undefined);
      asked = true;
      if (!problem.retryable) return;
      const wait = Math.min(lastRetry, firstRetry * 2 ** Math.min(failures++, 6));
      timer = setTimeout(() => void outbox.send(), wait);
    }
  }

  const outbox: FundOutbox = {
    send: () => (running ??= deliver().finally(() => (running = undefined))),
    stop: () => clearTimeout(timer),
  };
  return outbox;
}

function evidenceOf({ payload }: Waiting['command']): Evidence[] {
  const details = 'from' in payload ? [payload.from.details, payload.into.details] : [payload.details];
  return details.flatMap(({ evidence = [] }) => evidence);
}
