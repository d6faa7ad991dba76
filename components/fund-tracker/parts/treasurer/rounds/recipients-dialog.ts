import { html, nothing, type TemplateResult } from 'lit';
import { readRecipients, type RecipientLine } from '../../../../../src/client/fund/read-recipients.js';
import type { Round } from '../../../../../src/domain/fund/round.schema.js';
import type { Desk, DeskDialog } from '../desk.js';
import { areaField } from '../fields.js';
import { troubleView } from '../trouble-view.js';

/** Adds recipients: one a line, typed or pasted out of a spreadsheet. */
export class RecipientsDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #round: Round;

  constructor(desk: Desk, round: Round) {
    this.#desk = desk;
    this.#round = round;
  }

  get #name(): string {
    return `recipients-${this.#round.id}`;
  }

  get #text(): string {
    return this.#desk.form(this.#name, { text: '' }).text;
  }

  get #lines(): RecipientLine[] {
    const thisYear = Number(this.#desk.session.today.slice(0, 4));
    return readRecipients(this.#text, this.#round.levels, thisYear);
  }

  render(): TemplateResult {
    const { l, busy, money } = this.#desk;
    const lines = this.#lines;
    const bad = lines.filter(({ fault }) => fault);
    const good = lines.length - bad.length;
    const sum = lines.reduce((all, { level }) => all + (level?.amount ?? 0), 0);
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#add();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t('desk.recipients.add')}</h2>
      ${troubleView(this.#desk)}
      <p>${l.t('desk.recipients.hint')}</p>
      <p class="hint">
        ${l.t('desk.recipients.levels', { list: this.#round.levels.map(({ label }) => l.text(label)).join('; ') })}
      </p>
      ${areaField({
        name: 'recipients',
        label: l.t('desk.recipients.lines'),
        value: this.#text,
        rows: 8,
        maxlength: 400_000,
        placeholder: l.t('desk.recipients.placeholder'),
        input: (text) => this.#desk.type(this.#name, text === '' ? undefined : { text }),
      })}
      <p role="status"><strong>${l.t('desk.recipients.read', { n: good, amount: money(sum) })}</strong></p>
      ${
        bad.length > 0
          ? html`<ul class="faults">
              ${bad.slice(0, 50).map(({ no, fault }) => html`<li class="error">${l.t(`desk.recipients.fault.${fault ?? ''}`, { no })}</li>`)}
            </ul>`
          : nothing
      }
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy || good === 0 || bad.length > 0}>
          ${l.t('desk.recipients.do', { n: good })}
        </button>
      </div>
    </form>`;
  }

  async #add(): Promise<void> {
    const desk = this.#desk;
    const { session } = desk;
    const lines = this.#lines;
    if (lines.length === 0 || lines.some(({ fault }) => fault)) return;
    const acted = await desk.act({
      kind: 'award.add',
      typed: [this.#round.id, this.#text],
      payload: () => ({
        round: this.#round.id,
        salt: session.newSalt(),
        awards: lines.flatMap(({ who, level }) =>
          who && level
            ? [{ id: session.newId(), person: session.newId(), level: level.id, who, consents: [] }]
            : [],
        ),
      }),
    });
    if (acted.status !== 'done') return;
    desk.type(this.#name, undefined);
    desk.say('desk.said.recipients', { n: lines.length });
    desk.close();
    desk.host.focus('#said');
  }
}
