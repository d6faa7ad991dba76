import { html, nothing, type TemplateResult } from 'lit';
import type { CommandOf } from '../../../../../src/domain/command.schema.js';
import { missingAwardConsents } from '../../../../../src/domain/fund/award-consent.js';
import type { Award, AwardConsent } from '../../../../../src/domain/fund/round.schema.js';
import { toProblem } from '../../../../../src/client/problem.js';
import type { Problem } from '../../../../../src/client/view.types.js';
import { formatDate, formatDateTime } from '../../../../../src/i18n/translate.js';
import { unreadText } from '../../../../base/problem-words.js';
import type { Desk, DeskDialog } from '../desk.js';
import { choiceField, textField } from '../../../../base/fields.js';
import { againView } from './again-view.js';
import { AwardEditDialog } from './award-edit-dialog.js';
import { readAward } from './read-award.js';
import { troubleView } from '../trouble-view.js';

type Giver = AwardConsent['giver'];

/** Which wording of the consent to publish was shown; changed with the sentence. */
const consentText = 'hoc-bong-2026-11';

/** One recipient: who he is, who agreed that he is named in public, what he got over the years. */
export class AwardDialog implements DeskDialog {
  readonly #desk: Desk;
  #award: Award;
  #history: readonly Award[] = [];
  #giver: Giver;
  #name = '';
  #form: 'paper' | 'digital' = 'paper';
  #bare = false;
  /** How often was read: an answer that comes after a later question is not looked at. */
  #reads = 0;
  #reading = false;
  /** Why the last reading came to nothing. */
  #problem: Problem | undefined;
  /** Something was done that was not read again: what would be done next goes by a state that is gone. */
  #stale = false;

  constructor(desk: Desk, award: Award) {
    this.#desk = desk;
    this.#award = award;
    this.#giver = award.who?.adult ? 'self' : 'representative';
    this.#name = (award.who?.adult ? award.who.name : award.who?.guardian) ?? '';
    // Its buttons wait for what is read: the first field, far below the name, would be where it opens.
    desk.host.focus('#dialog-title');
    void this.#load();
  }

  async #load(): Promise<void> {
    const { host, view } = this.#desk;
    const { person } = this.#award;
    const read = (this.#reads += 1);
    this.#reading = true;
    host.changed();
    try {
      const fund = view.fund.id;
      const [history, award] = await Promise.all([
        person === undefined ? [] : host.client.queryAll('awards.list', { fund, person }),
        readAward(this.#desk, this.#award),
      ]);
      if (read !== this.#reads) return;
      this.#history = history;
      this.#award = award ?? this.#award;
      this.#problem = undefined;
      this.#stale = false;
    } catch (error) {
      if (read === this.#reads) this.#problem = toProblem(error);
      host.report(error);
    } finally {
      if (read === this.#reads) this.#reading = false;
    }
    host.changed();
  }

  /** Whether nothing can be done yet: one act at a time, upon the state that is there now. */
  get #busy(): boolean {
    return this.#desk.busy || this.#reading || this.#stale;
  }

  /** For a person who pressed "try again". */
  async #again(): Promise<void> {
    await this.#load();
    if (!this.#problem) this.#desk.host.focus('#dialog-title');
  }

  #unreadView(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    const problem = this.#problem;
    if (!problem) return nothing;
    return html`<div class="notice warn" role="alert" id="unread" tabindex="-1">
      <p><strong>${l.t(this.#stale ? 'desk.award.unread' : 'desk.award.old')}</strong></p>
      <p>${unreadText(problem, l)}</p>
      ${againView(l, this.#reading, () => void this.#again())}
    </div>`;
  }

  /** Whether the public data never have a line for him, whoever agrees. */
  get #silent(): boolean {
    const round = this.#desk.view.rounds.find(({ id }) => id === this.#award.round);
    const level = round?.levels.find(({ id }) => id === this.#award.level);
    return round?.discreet === true || level?.private === true;
  }

  render(): TemplateResult {
    const { l, money, view, session } = this.#desk;
    const { who, consents, amount, paid, removedAt } = this.#award;
    const fact = (name: string, value: string | undefined): TemplateResult | typeof nothing =>
      value
        ? html`<div>
            <dt>${l.t(`desk.who.${name}`)}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing;
    const missing = missingAwardConsents(this.#award, Number(session.today.slice(0, 4)));
    const given = consents.filter(({ withdrawnAt }) => withdrawnAt === undefined);
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#desk.close();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title" tabindex="-1">${who?.name ?? l.t('desk.who.removed')}</h2>
      ${troubleView(this.#desk)} ${this.#unreadView()}
      <dl class="facts-list">
        ${fact('grade', who?.grade)} ${fact('school', who?.school)} ${fact('hamlet', who?.hamlet)}
        ${fact('born', who?.born === undefined ? undefined : String(who.born))}
        ${fact('guardian', who?.guardian)} ${fact('amount', money(amount))}
        ${fact('paid', paid && formatDate(paid.date))}
      </dl>
      <h3>${l.t('desk.consents')}</h3>
      <p class=${missing.length > 0 ? 'hint' : ''}>
        ${
          this.#silent
            ? l.t('desk.consents.silent')
            : missing.length > 0
              ? l.t('desk.consents.missing', {
                  list: missing.map((giver) => l.t(`desk.giver.${giver}`)).join(', '),
                })
              : l.t('desk.consents.whole')
        }
      </p>
      <ul class="rows">
        ${given.map(
          (one) =>
            html`<li class="row">
              <p class="facts">
                <span>${l.t(`desk.giver.${one.giver}`)}: ${one.name}</span>
                <span>${l.t(`desk.consent.${one.form}`)}</span> <span>${formatDateTime(one.at)}</span>
              </p>
              <p class="actions">
                <button
                  type="button"
                  class="quiet danger"
                  ?disabled=${this.#busy}
                  @click=${() => void this.#consent({ withdraw: one.giver })}
                >
                  ${l.t('desk.consents.withdraw')}
                </button>
              </p>
            </li>`,
        )}
      </ul>
      ${removedAt === undefined && session.may('award.consent') ? this.#give() : nothing}
      ${this.#history.length > 1 ? html`<h3>${l.t('desk.history')}</h3>` : nothing}
      ${
        this.#history.length > 1
          ? html`<ul class="plain">
              ${this.#history.map(
                (one) =>
                  html`<li>
                    ${view.rounds.find(({ id }) => id === one.round)?.title ?? ''}:
                    <strong>${money(one.amount)}</strong>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <div class="actions end">
        ${
          session.may('award.remove') && removedAt === undefined
            ? html`<button
                type="button"
                class="danger"
                ?disabled=${this.#busy}
                @click=${() => void this.#remove()}
              >
                ${l.t('desk.award.remove')}
              </button>`
            : nothing
        }
        ${
          session.may('award.update') && removedAt === undefined
            ? html`<button
                type="button"
                ?disabled=${this.#busy}
                @click=${() => this.#desk.show(new AwardEditDialog(this.#desk, this.#award))}
              >
                ${l.t('desk.award.edit')}
              </button>`
            : nothing
        }
        <button type="submit" class="primary">${l.t('desk.close')}</button>
      </div>
    </form>`;
  }

  #give(): TemplateResult {
    const { l } = this.#desk;
    const changed = (): void => {
      this.#bare = false;
      this.#desk.host.changed();
    };
    return html`<fieldset class="group">
      <legend>${l.t('desk.consents.give')}</legend>
      <p class="hint">${l.t('desk.consents.hint')}</p>
      ${choiceField({
        name: 'giver',
        label: l.t('desk.consents.giver'),
        value: this.#giver,
        choices: (['representative', 'child', 'self'] as const).map((value) => ({
          value,
          label: l.t(`desk.giver.${value}`),
        })),
        input: (value) => {
          this.#giver = value as Giver;
          changed();
        },
      })}
      ${textField({
        name: 'giver-name',
        label: l.t('desk.consents.name'),
        value: this.#name,
        fault: this.#bare ? l.t('desk.consents.name.missing') : undefined,
        input: (value) => {
          this.#name = value;
          changed();
        },
      })}
      ${choiceField({
        name: 'giver-form',
        label: l.t('desk.consents.form'),
        value: this.#form,
        choices: (['paper', 'digital'] as const).map((value) => ({
          value,
          label: l.t(`desk.consent.${value}`),
        })),
        input: (value) => {
          this.#form = value as 'paper' | 'digital';
          changed();
        },
      })}
      <p class="actions">
        <button type="button" ?disabled=${this.#busy} @click=${() => void this.#record()}>
          ${l.t('desk.consents.do')}
        </button>
      </p>
    </fieldset>`;
  }

  async #record(): Promise<void> {
    const name = this.#name.trim().normalize('NFC');
    this.#bare = name === '';
    if (this.#bare) return this.#desk.host.changed();
    await this.#consent({ give: { giver: this.#giver, name, form: this.#form, textVersion: consentText } });
  }

  async #consent(change: Pick<CommandOf<'award.consent'>['payload'], 'give' | 'withdraw'>): Promise<void> {
    const { id, version } = this.#award;
    const { session } = this.#desk;
    const acted = await this.#desk.act({
      kind: 'award.consent',
      about: { id, version },
      typed: change,
      payload: () => ({ ...change, salt: session.newSalt() }),
    });
    const done = acted.status === 'done';
    this.#stale ||= done;
    await this.#load();
    // The button that was pressed could not be pressed meanwhile, or is gone: the keyboard goes on at the next consent.
    const next = this.#stale ? '#unread' : '[data-d="giver"], dialog[open] [type="submit"]';
    this.#desk.host.focus(done ? next : '#trouble');
  }

  async #remove(): Promise<void> {
    const { id, version } = this.#award;
    const acted = await this.#desk.act({
      kind: 'award.remove',
      about: { id, version },
      typed: '',
      payload: () => ({}),
    });
    // Somebody else was at it: what is decided next goes by what is there now.
    if (acted.status === 'conflict') await this.#load();
    if (acted.status !== 'done') return;
    this.#desk.say('desk.said.removed');
    this.#desk.close();
    this.#desk.host.focus('#said');
  }
}
