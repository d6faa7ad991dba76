import { html, type TemplateResult } from 'lit';
import { isAbort } from '../../../../src/client/problem.js';
import { placesOf } from '../../../../src/client/register/place-codes.js';
import { dateInVietnam } from '../../../../src/domain/civil-date.js';
import { isThere, keyOf } from '../../../../src/domain/locality/places.js';
import type { Gazetteer, Locality } from '../../../../src/domain/locality/locality.schema.js';
import type { RegisterHost } from '../../register-host.js';

/** What the picker tells when a place is chosen, or none. */
type Chosen = Event & { readonly place: Locality | undefined };

/** The page's picker of places among the filters, over the places that the back end knows. */
export class PlaceFilter {
  /** Code of the place that is shown. */
  place: string | undefined;
  readonly #host: RegisterHost;
  readonly #choose: (place: string | undefined) => void;
  readonly #signal: AbortSignal;
  #places: Pick<Gazetteer, 'localities' | 'events'> | undefined;
  #failed = false;

  constructor(
    host: RegisterHost,
    { choose, signal }: { choose: (place: string | undefined) => void; signal: AbortSignal },
  ) {
    this.#host = host;
    this.#choose = choose;
    this.#signal = signal;
    void this.#read();
  }

  readonly #read = async (): Promise<void> => {
    this.#failed = false;
    this.#host.changed();
    try {
      this.#places = await placesOf(this.#host.session.client, this.#signal);
    } catch (error) {
      if (isAbort(error)) return;
      this.#failed = true;
      this.#host.report(error);
    }
    this.#host.changed();
  };

  /** The key of the place that is shown, as it is today. */
  get #value(): string | undefined {
    const day = dateInVietnam(this.#host.session.client.now().toISOString());
    const found = this.#places?.localities.find((one) => one.code === this.place && isThere(one, day));
    return found && keyOf(found);
  }

  render(): TemplateResult {
    const { l } = this.#host;
    return html`<htsd-locality-picker
      class="field"
      label=${l.t('register.filter.place')}
      ?loading=${!this.#places && !this.#failed}
      ?failed=${this.#failed}
      .places=${this.#places}
      .value=${this.#value}
      @htsd-choose=${(event: Chosen) => {
        // It is the register's own field: the page hears of its own pickers alone.
        event.stopPropagation();
        this.#choose(event.place?.code);
      }}
      @htsd-retry=${(event: Event) => {
        event.stopPropagation();
        void this.#read();
      }}
    ></htsd-locality-picker>`;
  }
}
