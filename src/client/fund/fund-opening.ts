import type { Actor } from '../../domain/actor.schema.js';
import { dateInVietnam } from '../../domain/civil-date.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { Client } from '../client.types.js';
import { openNotes } from '../notes.js';
import { createViewStore } from '../view-store.js';
import { createFundActs } from './fund-acts.js';
import type { Acted, FundDeskView } from './fund-desk.types.js';
import { fundNotes } from './fund-notes.js';
import { readForm } from './entry-form.js';
import { freshOpening, type OpeningForm } from './opening-form.js';

/** What the form of a new fund is drawn from. Frozen; a new object per change. */
export interface FundOpeningView extends Pick<FundDeskView, 'save' | 'act' | 'damaged'> {
  readonly form: OpeningForm;
  /** Somebody opened the fund meanwhile: this one or another person, elsewhere. */
  readonly taken?: boolean;
}

/** One person about to open a fund that is not there yet. Knows no DOM element. */
export interface FundOpening {
  /** Today on a calendar in Viet Nam. */
  readonly today: string;
  getState(): FundOpeningView;
  subscribe(listener: () => void): () => void;
  /** Keeps what is typed. */
  put(change: Partial<OpeningForm>): void;
  /** Takes away what was typed. */
  clear(): void;
  /** Opens the fund. What got no answer is repeated as it was, also after a reload, so that it counts once. */
  open(payload: CommandOf<'fund.open'>['payload']): Promise<Acted>;
  flush(): Promise<void>;
  dispose(): void;
}

/** Name of the form among what is kept of the fund on this device. */
export const openingForm = 'open';

/** Reads what was left unfinished here. Errors: those of the session. */
export async function openFundOpening(
  client: Client,
  { actor, fund, signal }: { actor: Actor; fund: string; signal: AbortSignal },
): Promise<FundOpening> {
  const { tenant } = await client.session({ signal });
  const notes = fundNotes(await openNotes(client, { tenant, actor: actor.id }, `fund/${fund}`));
  if (signal.aborted) {
    notes.close();
    throw new DOMException('Left', 'AbortError');
  }
  const gone = new AbortController();
  const today = (): string => dateInVietnam(client.now().toISOString());
  const typed = (): OpeningForm => readForm(freshOpening(today()), notes.read().typed[openingForm]);
  const { damaged } = notes.read();
  const store = createViewStore<FundOpeningView>({
    form: typed(),
    save: notes.save(),
    act: { status: 'idle' },
    ...(damaged && { damaged }),
  });
  const acts = createFundActs({ client, notes, store, signal: gone.signal, refresh: async () => undefined });
  let done = false;
  const unwatch = client.backend.subscribe?.(({ type, id }) => {
    // What this form sends itself may be told before it is answered.
    const own = done || store.get().act.status === 'sending';
    if (type === 'fund' && id === fund && !own) store.set({ taken: true });
  });
  const unhear = notes.subscribe((changed) => {
    store.set({ save: notes.save(), ...(changed && { form: typed() }) });
  });

  return {
    get today() {
      return today();
    },
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    put(change) {
      const form = { ...store.get().form, ...change };
      notes.type(openingForm, form);
      store.set({ form });
    },
    clear() {
      notes.type(openingForm, undefined);
      store.set({ form: freshOpening(today()) });
    },
    async open(payload) {
      const acted = await acts.act({
        kind: 'fund.open',
        about: { id: fund, version: 0 },
        typed: payload,
        payload: () => payload,
      });
      done = acted.status === 'done';
      const refused = acted.status === 'rejected' ? acted.rejection : undefined;
      if (refused?.code === 'already-exists') store.set({ taken: true });
      return acted;
    },
    flush: () => notes.flush(),
    dispose() {
      if (gone.signal.aborted) return;
      gone.abort();
      unwatch?.();
      unhear();
      notes.close();
    },
  };
}
