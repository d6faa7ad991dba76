import type { CommandOf } from '../../domain/command.schema.js';
import type { Client } from '../client.types.js';
import { isAbort, toProblem } from '../problem.js';
import { rejectionOf } from '../rejection-of.js';
import type { SubmitState } from '../view.types.js';
import type { Acted, Recorded, Wish } from './fund-desk.types.js';
import type { FundNotes } from './fund-notes.js';
import { recordedIn } from './recorded-in.js';
import type { FundKind } from './waiting.types.js';

/** What of a desk's state an act changes. */
interface ActStore {
  get(): { readonly act: SubmitState };
  set(patch: { act?: SubmitState; recorded?: Recorded }): void;
}

interface ActDeps {
  client: Client;
  notes: FundNotes;
  store: ActStore;
  signal: AbortSignal;
  /** Reads what became of it; never rejects. */
  refresh: () => Promise<void>;
}

export interface FundActs {
  act<K extends FundKind>(wish: Wish<K>): Promise<Acted>;
  settle(): void;
}

const conflict = { code: 'conflict', params: {}, retryable: true } as const;

/** What is done by a button: one at a time, answered while the person waits; what got no answer is repeated as it was. */
export function createFundActs({ client, notes, store, signal, refresh }: ActDeps): FundActs {
  /** What is too big to be kept on the disk. */
  let unkept: { wish: string; command: CommandOf<FundKind> } | undefined;

  function commandFor<K extends FundKind>({
    kind,
    about,
    typed,
    payload,
    keep = true,
  }: Wish<K>): CommandOf<FundKind> {
    const wish = JSON.stringify([kind, about?.id, about?.version, typed]);
    const before = keep ? notes.read().unanswered.find((one) => one.wish === wish) : unkept;
    if (before?.wish === wish) return before.command;
    const record = about?.id ?? client.newId();
    const fresh = { id: client.newId(), kind, record, expected: about?.version ?? 0, payload: payload() };
    const command = fresh as unknown as CommandOf<FundKind>;
    if (keep) notes.putUnanswered({ wish, command });
    else unkept = { wish, command };
    return command;
  }

  async function send<K extends FundKind>(wish: Wish<K>): Promise<Acted> {
    const command = commandFor(wish);
    if (wish.keep !== false) await notes.flush().catch(() => undefined);
    const { progress, signal: ended = signal } = wish;
    // What is decided in this page waits for no network: ten thousand rows on an old phone have no deadline.
    const { backend } = client;
    const [receipt] =
      progress && backend.checked
        ? await backend.execute([command], { signal: ended, progress })
        : await client.execute([command], { signal: ended });
    if (wish.keep !== false) notes.dropUnanswered(command.id);
    else unkept = undefined;
    if (receipt?.status === 'rejected') return { status: 'rejected', rejection: rejectionOf(receipt) };
    if (receipt?.status === 'conflict') return { status: 'conflict' };
    const recorded = receipt && recordedIn([receipt]);
    if (recorded) store.set({ recorded });
    return { status: 'done', record: command.record, receipt: receipt! };
  }

  return {
    async act(wish) {
      if (store.get().act.status === 'sending') return { status: 'failed', problem: conflict };
      store.set({ act: { status: 'sending' } });
      let acted: Acted;
      try {
        acted = await send(wish);
      } catch (error) {
        if (isAbort(error)) {
          store.set({ act: { status: 'idle' } });
          throw error;
        }
        acted = { status: 'failed', problem: toProblem(error) };
      }
      // A refusal mostly means that what is on the screen is from before.
      if (acted.status !== 'failed') await refresh();
      store.set({
        act:
          acted.status === 'rejected'
            ? { status: 'rejected', rejection: acted.rejection }
            : acted.status === 'done'
              ? { status: 'idle' }
              : { status: 'failed', problem: acted.status === 'failed' ? acted.problem : conflict },
      });
      return acted;
    },
    settle: () => {
      if (store.get().act.status !== 'sending') store.set({ act: { status: 'idle' } });
    },
  };
}
