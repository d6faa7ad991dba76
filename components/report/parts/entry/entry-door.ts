import { nothing, type TemplateResult } from 'lit';
import type { Client } from '../../../../src/client/client.types.js';
import type { Report } from '../../../../src/domain/report/report.types.js';
import type { ReportHost } from '../../report-host.js';
import type { EntryDesk } from './entry-desk.js';

/** The way to the entry of figures and activities. What is behind it comes for those who have signed in only. */
export class EntryDoor {
  readonly #host: ReportHost;
  readonly #open: (part: () => Promise<void>) => Promise<void>;
  readonly #saved: () => void;
  #client: Client | undefined;
  #desk: EntryDesk | undefined;
  /** Who is there could not be had. */
  #failed = false;

  /** `open` fetches a part and says where it could not be had; `saved` hears that the report has to be read anew. */
  constructor(host: ReportHost, open: (part: () => Promise<void>) => Promise<void>, saved: () => void) {
    this.#host = host;
    this.#open = open;
    this.#saved = saved;
  }

  /** Asks who is there. Without an answer nobody enters anything. */
  async use(client: Client): Promise<void> {
    if (this.#client === client && this.#desk) return;
    this.#client = client;
    this.#desk = undefined;
    try {
      const { actor } = await client.session();
      if (!actor) return;
      const { EntryDesk } = await import('./entry-desk.js');
      if (this.#client !== client) return;
      this.#desk = new EntryDesk(this.#host, client, actor, { open: this.#open, saved: this.#saved });
      this.#host.changed();
    } catch {
      // The report itself says what goes wrong; who is offline enters nothing.
      this.#failed = this.#client === client;
    }
  }

  /** Asks once more where there was no answer. */
  again(): void {
    if (!this.#failed || !this.#client) return;
    this.#failed = false;
    void this.use(this.#client);
  }

  view(report: Report): TemplateResult | typeof nothing {
    return this.#desk?.view(report) ?? nothing;
  }
}
