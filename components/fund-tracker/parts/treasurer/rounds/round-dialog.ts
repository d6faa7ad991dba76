import { html, nothing, type TemplateResult } from 'lit';
import { linesOfLevels, readLevels } from '../../../../../src/client/fund/read-levels.js';
import type { AwardLevel, Round, RoundFields } from '../../../../../src/domain/fund/round.schema.js';
import { parseDong } from '../../../../../src/domain/money.js';
import { amountEcho, levelsEcho } from '../amount-echo.js';
import type { Desk, DeskDialog } from '../desk.js';
import { KeptForm } from '../kept-form.js';
import { areaField, choiceField, textField, tickField } from '../../../../base/fields.js';
import { troubleView } from '../trouble-view.js';

interface RoundForm {
  title: string;
  kind: string;
  year: string;
  criteria: string;
  /** A line each: name of the level; amount. */
  levels: string;
  /** By the name of a level: whether its name stays out of public data, where the person has said so. */
  hidden: Record<string, boolean>;
  budget: string;
  discreet: boolean;
}

/** Opens a round, or changes what it says. */
export class RoundDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #about: Round | undefined;
  readonly #kept: KeptForm<RoundForm>;
  #tried = false;
  /** Levels that were fetched to be taken over. */
  #sample: readonly AwardLevel[] = [];
  #unfetched = false;

  constructor(desk: Desk, round: Round | undefined) {
    this.#desk = desk;
    this.#about = round;
    this.#kept = new KeptForm(desk, round ? `round-${round.id}` : 'round', () => this.#fresh);
  }

  /** The round as it is now. */
  get #round(): Round | undefined {
    const { rounds } = this.#desk.view;
    return this.#about && (rounds.find(({ id }) => id === this.#about?.id) ?? this.#about);
  }

  get #form(): RoundForm {
    return this.#kept.form;
  }

  /** The form as the round is. */
  get #fresh(): RoundForm {
    const round = this.#round;
    const told = (round?.levels ?? []).filter((one) => one.private !== undefined);
    return {
      title: round?.title ?? '',
      kind: round?.kind ?? 'scholarship',
      year: round?.year ?? this.#desk.session.today.slice(0, 4),
      criteria: round?.criteria ?? '',
      levels: linesOfLevels(round?.levels ?? []),
      hidden: Object.fromEntries(told.map((one) => [one.label.vi, one.private === true])),
      budget: round?.budget === undefined ? '' : String(round.budget),
      discreet: round?.discreet ?? false,
    };
  }

  #put(change: Partial<RoundForm>): void {
    this.#kept.put(change);
  }

  /** What a field is called. */
  #label([name = '', level]: readonly string[]): string {
    const { l } = this.#desk;
    return level === undefined ? l.t(`desk.round.${name}`) : `${l.t('desk.round.hidden')}: ${level}`;
  }

  #levels({ levels, hidden }: RoundForm): ReturnType<typeof readLevels> {
    return readLevels(levels, this.#known, hidden);
  }

  /** The round before this one, whose levels may do again. */
  get #last(): Round | undefined {
    const others = this.#desk.view.rounds.filter(({ id }) => id !== this.#round?.id);
    return others.sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  }

  /** Levels that keep what they are where their name is typed. */
  get #known(): readonly AwardLevel[] {
    return [...(this.#round?.levels ?? []), ...(this.#last?.levels ?? []), ...this.#sample];
  }

  /** Adds the levels that are not there by their name. */
  #take(levels: readonly AwardLevel[]): void {
    const typed = this.#form.levels.trim();
    const there = new Set(
      typed.split('\n').map((line) =>
        line
          .split(/[;\t|]/)[0]
          ?.trim()
          .normalize('NFC'),
      ),
    );
    const fresh = linesOfLevels(levels.filter(({ label }) => !there.has(label.vi)));
    this.#put({ levels: [typed, fresh].filter(Boolean).join('\n') });
    this.#desk.host.focus('[data-d=round-levels]');
  }

  async #takeSample(): Promise<void> {
    const { host } = this.#desk;
    try {
      const { sampleAwardScale } = await import('../../../../../src/presets/award-scale.js');
      this.#unfetched = false;
      this.#sample = sampleAwardScale.levels;
      this.#take(this.#sample);
    } catch (error) {
      this.#unfetched = true;
      host.report(error);
    }
    host.changed();
  }

  #read(): { fields?: RoundFields; faults: Set<string> } {
    const form = this.#form;
    const faults = new Set<string>();
    const levels = this.#levels(form);
    const budget = form.budget.trim() === '' ? undefined : parseDong(form.budget);
    if (form.title.trim() === '') faults.add('title');
    if (!/^(19|20|21)\d\d$/.test(form.year)) faults.add('year');
    if (!levels) faults.add('levels');
    if (budget && !budget.ok) faults.add('budget');
    if (faults.size > 0 || !levels) return { faults };
    const fields: RoundFields = {
      title: form.title.trim().normalize('NFC'),
      kind: form.kind === 'award' ? 'award' : 'scholarship',
      year: form.year,
      criteria: form.criteria.trim().normalize('NFC'),
      levels,
      discreet: form.discreet,
      ...(budget?.ok && { budget: budget.value }),
    };
    return { fields, faults };
  }

  render(): TemplateResult {
    const { l, busy } = this.#desk;
    const form = this.#form;
    const faults = this.#tried ? this.#read().faults : new Set<string>();
    const look = (name: 'title' | 'year' | 'criteria' | 'levels' | 'budget') => ({
      name: `round-${name}`,
      label: l.t(`desk.round.${name}`),
      value: form[name],
      fault: faults.has(name) ? l.t(`desk.round.fault.${name}`) : undefined,
      input: (value: string) => this.#put({ [name]: value }),
    });
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#save();
    };
    return html`<form class="dialog" novalidate @submit=${submit}>
      <h2 id="dialog-title">${l.t(this.#round ? 'desk.round.edit' : 'desk.round.open')}</h2>
      ${troubleView(this.#desk)} ${this.#kept.view((path) => this.#label(path))}
      ${textField({ ...look('title'), hint: l.t('desk.round.title.hint') })}
      <div class="grid">
        ${choiceField({
          ...look('title'),
          name: 'round-kind',
          label: l.t('desk.round.kind'),
          value: form.kind,
          fault: undefined,
          input: (kind) => this.#put({ kind }),
          choices: (['scholarship', 'award'] as const).map((value) => ({
            value,
            label: l.t(`desk.round.${value}`),
          })),
        })}
        ${textField({ ...look('year'), figures: true, maxlength: 4 })}
      </div>
      ${areaField({ ...look('criteria'), rows: 3, maxlength: 4000 })}
      ${areaField({ ...look('levels'), rows: 4, hint: levelsEcho(this.#desk, form.levels) ?? l.t('desk.round.levels.hint') })}
      ${this.#offers()} ${this.#hiding()}
      ${textField({ ...look('budget'), figures: true, maxlength: 40, hint: amountEcho(this.#desk, form.budget) })}
      ${tickField({ name: 'round-discreet', label: l.t('desk.round.discreet'), value: form.discreet, input: (discreet) => this.#put({ discreet }) })}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>${l.t('desk.save')}</button>
      </div>
    </form>`;
  }

  /** Levels that need not be typed. */
  #offers(): TemplateResult {
    const { l } = this.#desk;
    const last = this.#last;
    return html`<p class="actions">
        ${
          last
            ? html`<button type="button" class="quiet" @click=${() => this.#take(last.levels)}>
                ${l.t('desk.round.levels.last', { title: last.title })}
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => void this.#takeSample()}>
          ${l.t('desk.round.levels.sample')}
        </button>
      </p>
      ${this.#unfetched ? html`<p class="notice bad" role="alert">${l.t('error.offline.part')}</p>` : nothing}`;
  }

  /** Which levels' names say something about their recipients: those stay out of public data. */
  #hiding(): TemplateResult | typeof nothing {
    const { l, money } = this.#desk;
    const form = this.#form;
    const levels = this.#levels(form) ?? [];
    if (levels.length === 0) return nothing;
    return html`<fieldset class="group hiding" aria-describedby="hiding-hint">
      <legend>${l.t('desk.round.hidden')}</legend>
      <p class="hint" id="hiding-hint">${l.t('desk.round.hidden.hint')}</p>
      ${levels.map(({ id, label, amount, private: hidden }) =>
        tickField({
          name: `round-hidden-${id}`,
          label: l.t('desk.round.hidden.level', { name: label.vi, amount: money(amount) }),
          value: hidden ?? false,
          input: (value) => this.#put({ hidden: { ...this.#form.hidden, [label.vi]: value } }),
        }),
      )}
    </fieldset>`;
  }

  async #save(): Promise<void> {
    const desk = this.#desk;
    if (!this.#kept.settled) return;
    const { fields } = this.#read();
    this.#tried = !fields;
    if (!fields) {
      desk.host.changed();
      desk.host.focus('dialog [aria-invalid=true]');
      return;
    }
    const round = this.#round;
    const fund = desk.view.fund.id;
    const acted = round
      ? await desk.act({ kind: 'round.update', about: round, typed: fields, payload: () => fields })
      : await desk.act({ kind: 'round.open', typed: fields, payload: () => ({ ...fields, fund }) });
    if (acted.status !== 'done') return;
    this.#kept.drop();
    desk.say('desk.said.round', { title: fields.title });
    desk.close();
    desk.host.focus('#said');
  }
}
