import { html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../../../../src/client/client.types.js';
import type { EntryPlace } from '../../../../src/client/report/entry-texts.js';
import type { Actor } from '../../../../src/domain/actor.schema.js';
import type { NATION } from '../../../../src/domain/area/area-record.schema.js';
import { mayActOn } from '../../../../src/domain/permissions.js';
import type { Report } from '../../../../src/domain/report/report.types.js';
import { reportEntryVi } from '../../../../src/i18n/vi/report-entry.js';
import type { Texts } from '../../../base/language.js';
import { problemWords } from '../../../base/problem-words.js';
import type { ReportDialog, ReportHost } from '../../report-host.js';

const entryTexts: Texts = {
  vi: reportEntryVi,
  en: async () => (await import('../../../../src/i18n/en/report-entry.js')).reportEntryEn,
};

/** Of its own type, so that the schemas beside it come only with what is entered. */
const nation: typeof NATION = 'nation';

/** What the dialogs of entry need. */
export interface EntryContext {
  readonly host: ReportHost;
  readonly client: Client;
  readonly place: EntryPlace;
  readonly name: string;
  /** Something was saved. */
  readonly saved: () => void;
}

/** A dialog that keeps what is typed while it is closed, and reads anew when it is opened. */
export interface EntryDialog extends ReportDialog {
  opened(): void;
}

interface Ways {
  readonly open: (part: () => Promise<void>) => Promise<void>;
  readonly saved: () => void;
}

/** Buttons for whoever is in charge of the place that is shown, and the dialogs behind them. */
export class EntryDesk {
  readonly #host: ReportHost;
  readonly #client: Client;
  readonly #actor: Actor;
  readonly #ways: Ways;
  /** What was begun on this page, by what, place and year. */
  readonly #begun = new Map<string, EntryDialog>();

  constructor(host: ReportHost, client: Client, actor: Actor, ways: Ways) {
    host.l.add(entryTexts);
    host.l.add(problemWords);
    this.#host = host;
    this.#client = client;
    this.#actor = actor;
    this.#ways = ways;
  }

  view(report: Report): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const buttons = [
      { name: 'figures', may: this.#may('indicator.report', report) },
      { name: 'activities', may: this.#may('activity.record', report) },
    ] as const;
    // A review is of several years: what is entered belongs to one.
    if (report.kind !== 'year' || !buttons.some(({ may }) => may)) return nothing;
    return html`<p class="actions">
      ${buttons.map(({ name, may }) =>
        may
          ? html`<button
              type="button"
              data-do="enter-${name}"
              aria-haspopup="dialog"
              @click=${() => void this.#ways.open(() => this.#enter(name, report))}
            >
              ${l.t(`report-entry.${name}`)}
            </button>`
          : nothing,
      )}
    </p>`;
  }

  /** In charge of the place, or of anything that it lies in; the back end asks the same again. */
  #may(kind: 'indicator.report' | 'activity.record', { path }: Report): boolean {
    const codes = [nation, ...path.map(({ code }) => code)];
    return codes.some((subjectId) => mayActOn(this.#actor, kind, { owner: '', subjectId }, false) === 'yes');
  }

  async #enter(name: 'figures' | 'activities', { place, year }: Report): Promise<void> {
    const { key, code } = place;
    const id = `${name} ${key} ${year}`;
    let dialog = this.#begun.get(id);
    if (!dialog) {
      const context: EntryContext = {
        host: this.#host,
        client: this.#client,
        place: { key, code, year },
        name: this.#host.l.text(place.name),
        saved: this.#ways.saved,
      };
      const made = {
        figures: async () => new (await import('./figures-dialog.js')).FiguresDialog(context),
        activities: async () => new (await import('./activities-dialog.js')).ActivitiesDialog(context),
      };
      dialog = await made[name]();
      this.#begun.set(id, dialog);
    }
    this.#host.show(dialog);
    dialog.opened();
  }
}
