import { html, nothing, type TemplateResult } from 'lit';
import { knownRecipients, type KnownRecipient } from '../../../../../src/client/fund/known-recipients.js';
import { readRecipients, type RecipientLine } from '../../../../../src/client/fund/read-recipients.js';
import type { Recipient, Round } from '../../../../../src/domain/fund/round.schema.js';
import type { Desk, DeskDialog } from '../desk.js';
import { areaField, tickField } from '../../../../base/fields.js';
import { unreadText } from '../../../../base/problem-words.js';
import { toProblem } from '../../../../../src/client/problem.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import { troubleView } from '../trouble-view.js';
import { againView } from './again-view.js';

/** Most awards of earlier rounds in which recipients are looked up. */
const mostKnown = 20_000;

/** Adds recipients: one a line, typed or pasted out of a spreadsheet. */
export class RecipientsDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #round: Round;
  #find: (who: Recipient) => KnownRecipient | undefined = () => undefined;
  /** Why earlier lists are not known. */
  #problem: Problem | undefined;
  #reading = false;
  /** Persons of earlier lists of whom somebody said that they are in this one. */
  #same: ReadonlySet<string> = new Set();

  constructor(desk: Desk, round: Round) {
    this.#desk = desk;
    this.#round = round;
    void this.#load();
  }

  /** Without earlier lists recipients can be added all the same; the person is told what that means. */
  async #load(): Promise<void> {
    const { host, view } = this.#desk;
    this.#reading = true;
    host.changed();
    try {
      this.#find = knownRecipients(
        await host.client.queryAll('awards.list', { fund: view.fund.id, limit: 200 }, { max: mostKnown }),
      );
      this.#problem = undefined;
    } catch (error) {
      this.#problem = toProblem(error);
      host.report(error);
    }
    this.#reading = false;
    host.changed();
  }

  async #again(): Promise<void> {
    await this.#load();
    if (!this.#problem) this.#desk.host.focus('[data-d=recipients]');
  }

  #strangeView(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (!this.#problem) return nothing;
    return html`<div class="notice warn" role="alert" data-strange>
      <p>${l.t('desk.recipients.strange')} ${unreadText(this.#problem, l)}</p>
      ${againView(l, this.#reading, () => void this.#again())}
    </div>`;
  }

  #known(lines: readonly RecipientLine[]): KnownRecipient[] {
    const found = lines.flatMap(({ who }) => (who && this.#find(who)) ?? []);
    return [...new Map(found.map((one) => [one.person, one])).values()];
  }

  #put(persons: readonly string[], same: boolean): void {
    const others = [...this.#same].filter((one) => !persons.includes(one));
    this.#same = new Set(same ? [...others, ...persons] : others);
    this.#desk.host.changed();
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
      ${this.#strangeView()} ${this.#knownView(this.#known(lines))}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy || good === 0 || bad.length > 0}>
          ${l.t('desk.recipients.do', { n: good })}
        </button>
      </div>
    </form>`;
  }

  /** Asks whether those who look like somebody of an earlier list are the same: only then his history goes on. */
  #knownView(known: readonly KnownRecipient[]): TemplateResult | typeof nothing {
    const { l, view } = this.#desk;
    if (known.length === 0) return nothing;
    const persons = known.map(({ person }) => person);
    const titles = (rounds: readonly string[]): string =>
      rounds.map((id) => view.rounds.find((one) => one.id === id)?.title ?? '').join('; ');
    return html`<fieldset class="group known" aria-describedby="known-hint">
      <legend>${l.t('desk.recipients.known', { n: known.length })}</legend>
      <p class="hint" id="known-hint">${l.t('desk.recipients.known.hint')}</p>
      ${
        known.length > 1
          ? tickField({
              name: 'known-all',
              label: l.t('desk.recipients.known.all', { n: known.length }),
              value: persons.every((one) => this.#same.has(one)),
              input: (same) => this.#put(persons, same),
            })
          : nothing
      }
      ${known.map(({ person, who, rounds }) =>
        tickField({
          name: `known-${person}`,
          label: l.t('desk.recipients.known.one', {
            who: [who.name, who.born, who.school].filter(Boolean).join(', '),
            rounds: titles(rounds),
          }),
          value: this.#same.has(person),
          input: (same) => this.#put([person], same),
        }),
      )}
    </fieldset>`;
  }

  #personOf(who: Recipient): string {
    const known = this.#find(who)?.person;
    return known !== undefined && this.#same.has(known) ? known : this.#desk.session.newId();
  }

  async #add(): Promise<void> {
    const desk = this.#desk;
    const { session } = desk;
    const lines = this.#lines;
    if (lines.length === 0 || lines.some(({ fault }) => fault)) return;
    const acted = await desk.act({
      kind: 'award.add',
      typed: [this.#round.id, this.#text, ...this.#same],
      payload: () => ({
        round: this.#round.id,
        salt: session.newSalt(),
        awards: lines.flatMap(({ who, level }) =>
          who && level
            ? [{ id: session.newId(), person: this.#personOf(who), level: level.id, who, consents: [] }]
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
