import { html, nothing, type TemplateResult } from 'lit';
import type { Pending } from '../../../../../src/domain/fund/posting.schema.js';
import { amountInWords } from '../../../../../src/i18n/amount-in-words.js';
import { formatDate, formatDateTime } from '../../../../../src/i18n/translate.js';
import type { Desk, DeskDialog, DeskSection } from '../desk.js';
import { areaField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';
import { DraftDialog } from './draft-dialog.js';
import { draftTexts } from './draft-texts.js';

/** Decided ones that are listed. */
const mostDecided = 30;

/** Payments above the limit: what waits for a second person, and what was decided. */
export class PendingSection implements DeskSection {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  render(): TemplateResult {
    const { l, view } = this.#desk;
    const waiting = view.pending.filter(({ state }) => state === 'waiting');
    const decided = view.pending.filter(({ state }) => state !== 'waiting').slice(0, mostDecided);
    return html`<h3>${l.t('desk.section.pending')}</h3>
      ${
        waiting.length === 0
          ? html`<p class="notice">${l.t('desk.pending.empty')}</p>`
          : html`<ul class="rows">
              ${waiting.map((one) => this.#waiting(one))}
            </ul>`
      }
      ${
        decided.length === 0
          ? nothing
          : html`<h3>${l.t('desk.pending.decided')}</h3>
              <ul class="rows">
                ${decided.map((one) => this.#decided(one))}
              </ul>`
      }`;
  }

  #waiting(one: Pending): TemplateResult {
    const { l, money, session, busy } = this.#desk;
    const own = one.by.id === session.actor.id;
    const texts = draftTexts(one, this.#desk);
    return html`<li class="row" data-pending=${one.id}>
      <p class="amount">
        <strong class="figure">${money(one.amount)}</strong>
        <span class="words">${amountInWords(one.amount, l.lang)}</span>
      </p>
      <p class="facts">
        ${texts.map((text) => html`<span>${text}</span>`)} <span>${formatDate(one.from)}</span>
        <span>${l.t('desk.pending.by', { name: one.by.name, time: formatDateTime(one.at) })}</span>
      </p>
      <p class="actions">
        <button
          type="button"
          aria-label=${l.t('desk.pending.facts.of', { amount: money(one.amount) })}
          @click=${() => this.#desk.show(new DraftDialog(this.#desk, one))}
        >
          ${l.t('desk.pending.facts')}
        </button>
        ${
          own
            ? html`<span class="hint">${l.t('desk.pending.own')}</span>`
            : session.may('fund.approve')
              ? html`<button
                  type="button"
                  class="primary"
                  ?disabled=${busy}
                  aria-label=${l.t('desk.approve.of', { amount: money(one.amount) })}
                  @click=${() => void this.#approve(one)}
                >
                  ${l.t('desk.approve')}
                </button>`
              : nothing
        }
        ${
          session.may('fund.refuse')
            ? html`<button
                type="button"
                ?disabled=${busy}
                aria-label=${l.t(own ? 'desk.refuse.own.of' : 'desk.refuse.of', { amount: money(one.amount) })}
                @click=${() => this.#desk.show(new RefuseDialog(this.#desk, one, own))}
              >
                ${l.t(own ? 'desk.refuse.own' : 'desk.refuse')}
              </button>`
            : nothing
        }
      </p>
    </li>`;
  }

  #decided(one: Pending): TemplateResult {
    const { l, money } = this.#desk;
    return html`<li class="row">
      <p class="facts">
        <span class="figure">${money(one.amount)}</span>
        <span class="badge ${one.state === 'approved' ? 'valid' : 'refused'}"
          >${l.t(`desk.state.${one.state}`)}</span
        >
        ${one.entries ? html`<span>${l.t('desk.pending.entry', { no: one.entries.first })}</span>` : nothing}
        <span>${l.t('desk.pending.by', { name: one.by.name, time: formatDateTime(one.at) })}</span>
        ${
          one.decidedBy && one.decidedAt
            ? html`<span
                >${l.t('desk.pending.decided-by', { name: one.decidedBy.name, time: formatDateTime(one.decidedAt) })}</span
              >`
            : nothing
        }
      </p>
      ${one.reason ? html`<p class="hint">${l.t('desk.pending.reason', { text: one.reason })}</p>` : nothing}
    </li>`;
  }

  async #approve({ id, version, amount }: Pending): Promise<void> {
    const wish = { kind: 'fund.approve' as const, about: { id, version }, typed: '', payload: () => ({}) };
    const acted = await this.#desk.act(wish);
    if (acted.status === 'done') this.#desk.say('desk.said.approved', { amount: this.#desk.money(amount) });
    this.#desk.host.focus(acted.status === 'done' ? '#said' : '#trouble');
  }
}

/** Says no, with the reason; whoever entered it may take it back himself. */
class RefuseDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #about: Pending;
  readonly #own: boolean;
  #bare = false;

  constructor(desk: Desk, about: Pending, own: boolean) {
    this.#desk = desk;
    this.#about = about;
    this.#own = own;
  }

  get #form(): { id: string; reason: string } {
    const kept = this.#desk.form('refuse', { id: this.#about.id, reason: '' });
    return kept.id === this.#about.id ? kept : { id: this.#about.id, reason: '' };
  }

  render(): TemplateResult {
    const { l, busy, money } = this.#desk;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#refuse();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t(this.#own ? 'desk.refuse.own' : 'desk.refuse')}</h2>
      <p><strong class="figure">${money(this.#about.amount)}</strong></p>
      ${troubleView(this.#desk)}
      ${areaField({
        name: 'refuse-reason',
        label: l.t('desk.refuse.reason'),
        value: this.#form.reason,
        fault: this.#bare ? l.t('desk.reverse.reason.missing') : undefined,
        input: (reason) => {
          this.#bare = false;
          this.#desk.type('refuse', { id: this.#about.id, reason });
        },
      })}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>
          ${l.t(this.#own ? 'desk.refuse.own' : 'desk.refuse')}
        </button>
      </div>
    </form>`;
  }

  async #refuse(): Promise<void> {
    const desk = this.#desk;
    const reason = this.#form.reason.trim().normalize('NFC');
    if (reason === '') {
      this.#bare = true;
      desk.host.changed();
      return;
    }
    const { id } = this.#about;
    // In the version of now: whether it is decided by now is told by the refusal.
    const { version } = desk.view.pending.find((one) => one.id === id) ?? this.#about;
    const payload = (): { salt: string; reason: string } => ({ salt: desk.session.newSalt(), reason });
    const acted = await desk.act({ kind: 'fund.refuse', about: { id, version }, typed: reason, payload });
    if (acted.status !== 'done') return;
    desk.type('refuse', undefined);
    desk.say('desk.said.refused', { amount: desk.money(this.#about.amount) });
    desk.close();
    desk.host.focus('#said');
  }
}
