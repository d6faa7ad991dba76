import { html, nothing, type TemplateResult } from 'lit';
import { gapTexts } from '../../../../src/client/fund/check-year.js';
import type { FundSession } from '../../../../src/client/fund/fund-desk.types.js';
import {
  findings,
  inspectLedger,
  type Finding,
  type Inspected,
} from '../../../../src/client/fund/inspect-ledger.js';
import { openFundSession } from '../../../../src/client/fund-session.js';
import { dateInVietnam } from '../../../../src/domain/civil-date.js';
import type { Fund, SettingChange } from '../../../../src/domain/fund/fund.schema.js';
import { belongingOfFund } from '../../../../src/domain/fund/fund-reach.js';
import { maySee } from '../../../../src/domain/reach.js';
import type { FundHost, FundOutcome, FundView, FundViewModule } from '../../fund-view.js';
import { elementOf } from '../element-of.js';
import { FocusNext } from '../../../base/focus-next.js';
import { deskStyles } from '../treasurer/treasurer.styles.js';
import { inspectionTexts } from './texts.js';
import { entryRow } from './entry-row.js';
import { settingsView } from './settings-view.js';

export const texts: FundViewModule['texts'] = inspectionTexts;
export const styles: FundViewModule['styles'] = [deskStyles];

/** Entries that are listed at a time. */
const atOnce = 50;

/** The fund as its inspectors see it. */
export function openView(host: FundHost): FundView {
  return new InspectionView(host);
}

/** What an inspector wants to see of the ledger. */
interface Wanted {
  finding: Finding | '';
  person: string;
  year: string;
  shown: number;
}

/** Who entered what and when, what was taken back, approved, late, erased; voucher numbers that are missing. Changes nothing. */
class InspectionView implements FundView {
  readonly #host: FundHost;
  readonly #focus: FocusNext;
  #session: FundSession | undefined;
  #unwatch: (() => void) | undefined;
  #wanted: Wanted = { finding: '', person: '', year: '', shown: atOnce };
  #inspected: readonly Inspected[] = [];
  #revision = 0;
  #disposed = false;

  constructor(host: FundHost) {
    this.#host = host;
    this.#focus = new FocusNext(elementOf(host));
  }

  async load(signal: AbortSignal): Promise<FundOutcome> {
    const { actor, client, fund } = this.#host;
    const looks = actor?.roles.some((role) => role === 'inspector' || role === 'admin');
    if (!actor || !looks) return 'forbidden';
    const session = await openFundSession(client, { actor, fund, signal });
    if (this.#disposed || !maySee(actor, belongingOfFund(session.getState().fund))) {
      session.dispose();
      return 'forbidden';
    }
    this.#session = session;
    this.#unwatch = session.subscribe(() => this.#host.changed());
    return 'shown';
  }

  dispose(): void {
    this.#disposed = true;
    elementOf(this.#host).removeController(this.#focus);
    this.#unwatch?.();
    this.#session?.dispose();
  }

  #put(change: Partial<Wanted>): void {
    this.#wanted = { ...this.#wanted, shown: atOnce, ...change };
    this.#host.changed();
  }

  render(): TemplateResult {
    const session = this.#session;
    if (!session) return html`${nothing}`;
    const { l } = this.#host;
    const { fund, revision } = session.getState();
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#inspected = inspectLedger(session.ledger, fund);
    }
    const { finding, person, year, shown } = this.#wanted;
    const ofYear = this.#inspected.filter(
      ({ entry, secret }) =>
        (year === '' || entry.date.startsWith(year)) &&
        (person === '' || secret?.by.id === person || secret?.approvedBy?.id === person),
    );
    const found = finding === '' ? ofYear : ofYear.filter((one) => one.findings.includes(finding));
    return html`<div class="desk-head"><h2 tabindex="-1">${fund.name}</h2></div>
      <h3>${l.t('inspection.title')}</h3>
      ${this.#late()} ${this.#filters()} ${this.#counts(ofYear)} ${this.#gaps()}
      ${settingsView(fund, this.#changes(fund), l)}
      <p role="status"><strong>${l.t('inspection.found', { n: found.length })}</strong></p>
      <ul class="rows" part="list">
        ${found.slice(0, shown).map((one) => entryRow(one, fund, this.#host))}
      </ul>
      ${
        found.length > shown
          ? html`<p class="actions">
              <button type="button" @click=${() => this.#put({ shown: shown + 4 * atOnce })}>
                ${l.t('inspection.more')}
              </button>
            </p>`
          : nothing
      }`;
  }

  /** That what is shown is from before, and the way to what is there now. */
  #late(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const session = this.#session!;
    if (!session.getState().late) return nothing;
    const again = (): void => void session.refresh().catch((error: unknown) => this.#host.report(error));
    return html`<div class="notice warn" role="status" data-late>
      <p>${l.t('inspection.late')}</p>
      <p class="actions"><button type="button" @click=${again}>${l.t('fund.retry')}</button></p>
    </div>`;
  }

  /** Changes of settings in the year, by the person. */
  #changes({ changes = [] }: Fund): readonly SettingChange[] {
    const { person, year } = this.#wanted;
    return changes.filter(
      ({ at, by }) =>
        (year === '' || dateInVietnam(at).startsWith(year)) && (person === '' || by.id === person),
    );
  }

  #filters(): TemplateResult {
    const { l } = this.#host;
    const { changes = [] } = this.#session!.getState().fund;
    const people = new Map(
      [
        ...this.#inspected.flatMap(({ secret }) => [secret?.by, secret?.approvedBy]),
        ...changes.map(({ by }) => by),
      ].flatMap((one) => (one ? [[one.id, one.name] as const] : [])),
    );
    const years = [...new Set(this.#inspected.map(({ entry }) => entry.date.slice(0, 4)))].sort().reverse();
    const choice = (name: 'year' | 'person', options: Iterable<readonly [string, string]>): TemplateResult =>
      html`<label class="field"
        ><span>${l.t(`inspection.${name}`)}</span
        ><select
          data-d=${name}
          @change=${(event: Event) => this.#put({ [name]: (event.target as HTMLSelectElement).value })}
        >
          <option value="" .selected=${this.#wanted[name] === ''}>${l.t('inspection.all')}</option>
          ${[...options].map(
            ([value, label]) =>
              html`<option value=${value} .selected=${this.#wanted[name] === value}>${label}</option>`,
          )}
        </select></label
      >`;
    return html`<div class="filters">
      ${choice(
        'year',
        years.map((year) => [year, year] as const),
      )}
      ${choice('person', people)}
    </div>`;
  }

  /** How many of each kind; a press shows only those. */
  #counts(ofYear: readonly Inspected[]): TemplateResult {
    const { l } = this.#host;
    const button = (name: Finding | '', n: number): TemplateResult =>
      html`<button
        type="button"
        data-finding=${name}
        aria-pressed=${this.#wanted.finding === name ? 'true' : 'false'}
        @click=${() => this.#put({ finding: name })}
      >
        <strong>${l.number(n)}</strong> ${l.t(`inspection.finding.${name || 'all'}`)}
      </button>`;
    return html`<div class="views" role="group" aria-label=${l.t('inspection.findings')}>
      ${button('', ofYear.length)}
      ${findings.map((name) => button(name, ofYear.filter((one) => one.findings.includes(name)).length))}
    </div>`;
  }

  /** Voucher numbers that were passed over, by year. */
  #gaps(): TemplateResult {
    const { l } = this.#host;
    const { vouchers } = this.#session!.getState().fund;
    const years = [...new Set(Object.keys(vouchers).map((series) => series.slice(0, 4)))]
      .filter((year) => this.#wanted.year === '' || year === this.#wanted.year)
      .sort();
    const gaps = years.flatMap((year) => {
      const list = gapTexts(vouchers, year);
      return list.length > 0 ? [{ year, list }] : [];
    });
    return gaps.length === 0
      ? html`<p class="notice good">${l.t('inspection.gaps.none')}</p>`
      : html`<div class="notice warn">
          <h4>${l.t('inspection.gaps')}</h4>
          <ul class="plain">
            ${gaps.map(({ year, list }) => html`<li>${l.t('inspection.gaps.year', { year, list: list.join('; ') })}</li>`)}
          </ul>
        </div>`;
  }
}
