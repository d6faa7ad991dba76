import { html, type TemplateResult } from 'lit';
import type { AwardLevel, Round, RoundFields } from '../../../../../src/domain/fund/round.schema.js';
import { parseDong } from '../../../../../src/domain/money.js';
import type { Desk, DeskDialog } from '../desk.js';
import { areaField, choiceField, textField, tickField } from '../fields.js';
import { troubleView } from '../trouble-view.js';

interface RoundForm {
  title: string;
  kind: string;
  year: string;
  criteria: string;
  /** A line each: name of the level; amount. */
  levels: string;
  budget: string;
  discreet: boolean;
}

/** Opens a round, or changes what it says. */
export class RoundDialog implements DeskDialog {
  readonly #desk: Desk;
  readonly #round: Round | undefined;
  #tried = false;

  constructor(desk: Desk, round: Round | undefined) {
    this.#desk = desk;
    this.#round = round;
  }

  get #name(): string {
    return this.#round ? `round-${this.#round.id}` : 'round';
  }

  get #form(): RoundForm {
    const round = this.#round;
    const levels = (round?.levels ?? []).map(({ label, amount }) => `${label.vi}; ${amount}`).join('\n');
    return this.#desk.form<RoundForm>(this.#name, {
      title: round?.title ?? '',
      kind: round?.kind ?? 'scholarship',
      year: round?.year ?? this.#desk.session.today.slice(0, 4),
      criteria: round?.criteria ?? '',
      levels,
      budget: round?.budget === undefined ? '' : String(round.budget),
      discreet: round?.discreet ?? false,
    });
  }

  #put(change: Partial<RoundForm>): void {
    this.#desk.type(this.#name, { ...this.#form, ...change });
  }

  #read(): { fields?: RoundFields; faults: Set<string> } {
    const form = this.#form;
    const faults = new Set<string>();
    const levels = readLevels(form.levels, this.#round?.levels ?? []);
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
      ${troubleView(this.#desk)} ${textField({ ...look('title'), hint: l.t('desk.round.title.hint') })}
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
      ${areaField({ ...look('levels'), rows: 4, hint: l.t('desk.round.levels.hint') })}
      ${textField({ ...look('budget'), figures: true, maxlength: 40 })}
      ${tickField({ name: 'round-discreet', label: l.t('desk.round.discreet'), value: form.discreet, input: (discreet) => this.#put({ discreet }) })}
      <div class="actions end">
        <button type="button" @click=${() => this.#desk.close()}>${l.t('desk.back')}</button>
        <button type="submit" class="primary" ?disabled=${busy}>${l.t('desk.save')}</button>
      </div>
    </form>`;
  }

  async #save(): Promise<void> {
    const desk = this.#desk;
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
    desk.type(this.#name, undefined);
    desk.say('desk.said.round', { title: fields.title });
    desk.close();
    desk.host.focus('#said');
  }
}

/** A slug of a name: "Giải Nhất cấp tỉnh" is `giai-nhat-cap-tinh`. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'muc'
  );
}

/** Levels as typed, a line each; those that are there keep their id. Undefined where a line cannot be read, or none is there. */
export function readLevels(text: string, before: readonly AwardLevel[]): AwardLevel[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const levels: AwardLevel[] = [];
  for (const line of lines) {
    const [, name = '', typed = ''] = /^(.+?)\s*[;\t|]\s*([^;\t|]+)$/.exec(line) ?? [];
    const amount = parseDong(typed);
    if (name === '' || !amount.ok) return undefined;
    const known = before.find(({ label }) => label.vi === name);
    const id = known?.id ?? slugOf(name);
    if (levels.some((one) => one.id === id)) return undefined;
    levels.push({ ...known, id, label: known?.label ?? { vi: name.normalize('NFC') }, amount: amount.value });
  }
  return levels.length > 0 ? levels : undefined;
}
