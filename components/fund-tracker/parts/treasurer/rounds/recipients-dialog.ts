import { html, nothing, type TemplateResult } from 'lit';
import { knownRecipients, type KnownRecipient } from '../../../../../src/client/fund/known-recipients.js';
import { readRecipients, type RecipientLine } from '../../../../../src/client/fund/read-recipients.js';
import { plainWords } from '../../../../../src/domain/fund/import/words.js';
import type { Award, Recipient, Round } from '../../../../../src/domain/fund/round.schema.js';
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
  readonly #about: Round;
  #find: (who: Recipient) => KnownRecipient | undefined = () => undefined;
  /** Why earlier lists are not known. */
  #problem: Problem | undefined;
  #reading = false;
  /** Persons of earlier lists of whom somebody said that they are in this one. */
  #same: ReadonlySet<string> = new Set();
  /** Names of those who stand in this round already, and that are to be added once more. */
  #twice: readonly string[] = [];
  /** The text that was warned of. */
  #warned: string | undefined;

  constructor(desk: Desk, round: Round) {
    this.#desk = desk;
    this.#about = round;
    void this.#load();
  }

  /** The round as it is now. */
  get #round(): Round {
    return this.#desk.view.rounds.find(({ id }) => id === this.#about.id) ?? this.#about;
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
      ${this.#strangeView()} ${this.#knownView(this.#known(lines))} ${this.#twiceView()}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        ${
          this.#round.state === 'closed'
            ? nothing
            : html`<button type="submit" class="primary" ?disabled=${busy || good === 0 || bad.length > 0}>
                ${l.t('desk.recipients.do', { n: good })}
              </button>`
        }
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

  /** Somebody else may have entered the same list a moment ago. */
  #twiceView(): TemplateResult | typeof nothing {
    const { l } = this.#desk;
    if (this.#warned !== this.#text || this.#twice.length === 0) return nothing;
    return html`<div class="notice warn" role="alert" id="twice" tabindex="-1">
      <p>
        ${l.t('desk.recipients.twice', { n: this.#twice.length, names: this.#twice.slice(0, 10).join('; ') })}
      </p>
    </div>`;
  }

  /** False where somebody is in this round already and nobody was told: by what is there now. */
  async #told(lines: readonly RecipientLine[]): Promise<boolean> {
    if (this.#warned === this.#text) return true;
    const { host, view } = this.#desk;
    const params = { fund: view.fund.id, round: this.#about.id, limit: 200 };
    const there = await host.client.queryAll('awards.list', params, { max: 5_000 }).catch(() => []);
    this.#twice = namesThere(there, lines);
    this.#warned = this.#text;
    if (this.#twice.length > 0) host.focus('#twice');
    return this.#twice.length === 0;
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
    if (!(await this.#told(lines))) return;
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
    // What comes in between is looked for again; what got no answer is repeated, and counts once.
    if (acted.status !== 'failed') this.#warned = undefined;
    if (acted.status !== 'done') return;
    desk.type(this.#name, undefined);
    desk.say('desk.said.recipients', { n: lines.length });
    desk.close();
    desk.host.focus('#said');
  }
}

/** Names of those to be added who stand in the list already, as people write them alike. */
function namesThere(there: readonly Award[], lines: readonly RecipientLine[]): string[] {
  const like = (one: Recipient, other: Recipient): boolean =>
    plainWords(one.name) === plainWords(other.name) &&
    (one.born ?? other.born) === (other.born ?? one.born) &&
    plainWords(one.school ?? '') === plainWords(other.school ?? '');
  return lines.flatMap(({ who }) =>
    who && there.some((award) => !award.removedAt && award.who && like(award.who, who)) ? [who.name] : [],
  );
}
