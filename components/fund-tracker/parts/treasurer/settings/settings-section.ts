import { html, type TemplateResult } from 'lit';
import { readComingDate } from '../../../../../src/client/fund/read-date.js';
import type { CommandOf } from '../../../../../src/domain/command.schema.js';
import type { Fund } from '../../../../../src/domain/fund/fund.schema.js';
import { parseDong } from '../../../../../src/domain/money.js';
import { formatDate, formatNumber } from '../../../../../src/i18n/translate.js';
import { sameJson } from '../../../../../src/client/same-json.js';
import type { Desk, DeskSection } from '../desk.js';
import { KeptForm } from '../kept-form.js';
import { amountEcho } from '../amount-echo.js';
import { choiceField, textField, tickField, type FieldLook } from '../../../../base/fields.js';
import { categoriesForm, categoriesView, readCategories, type CategoriesForm } from './categories-view.js';

/** Settings as typed; amounts and days are texts, and empty where there is none. */
interface SettingsForm extends CategoriesForm {
  name: string;
  published: boolean;
  goal: string;
  goalBy: string;
  limit: string;
  group: string;
  late: string;
  /** Year of the plan that is shown, and plans by year and category. */
  year: string;
  plans: Record<string, Record<string, string>>;
}
type Payload = CommandOf<'fund.update'>['payload'];

/** Grouped as on paper: nobody counts the noughts of 1200000000. Both signs of grouping are read back. */
const amountText = (dong: number | undefined): string => (dong === undefined ? '' : formatNumber(dong, 'vi'));

function settingsOf(fund: Fund, year: string): SettingsForm {
  const texts = (plan: Record<string, number>): Record<string, string> =>
    Object.fromEntries(Object.entries(plan).map(([id, dong]) => [id, amountText(dong)]));
  return {
    ...categoriesForm(fund),
    name: fund.name,
    published: fund.published,
    goal: amountText(fund.goal?.amount),
    goalBy: fund.goal ? formatDate(fund.goal.by) : '',
    limit: amountText(fund.approvalLimit),
    group: String(fund.smallestGroup),
    late: String(fund.lateAfterDays),
    year,
    plans: Object.fromEntries(Object.entries(fund.plan).map(([of, plan]) => [of, texts(plan)])),
  };
}

/** Years that can be planned: those that are open, and the next one. */
function plannable({ opened, years }: Fund, today: string): string[] {
  const closed = years.at(-1)?.year;
  const first = closed === undefined ? Number(opened.slice(0, 4)) : Number(closed) + 1;
  const next = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: Math.max(1, next - first + 1) }, (_none, at) => String(next - at));
}

/** An amount, nothing, or a text that is neither. Zero is nothing. */
function dongOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = parseDong(text);
  return read.ok ? read.value : read.code === 'zero' ? 0 : undefined;
}

const countOf = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** What the treasurer sets: name, publication, goal, limit, plan by year and category. */
export class SettingsSection implements DeskSection {
  readonly #desk: Desk;
  readonly #kept: KeptForm<SettingsForm>;
  #tried = false;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#kept = new KeptForm(desk, 'settings', () => this.#fresh);
  }

  /** The form as the fund is. */
  get #fresh(): SettingsForm {
    return settingsOf(this.#desk.view.fund, this.#desk.session.today.slice(0, 4));
  }

  get #form(): SettingsForm {
    return this.#kept.form;
  }

  #put(change: Partial<SettingsForm>): void {
    this.#kept.put(change);
  }

  /** What is asked for, and the fields that cannot be read. */
  #read(): { payload: Payload; faults: Set<string> } {
    const { fund } = this.#desk.view;
    const form = this.#form;
    const faults = new Set<string>();
    const goal = dongOf(form.goal);
    const by = readComingDate(form.goalBy, this.#desk.session.today);
    const limit = dongOf(form.limit);
    const group = countOf(form.group);
    const late = countOf(form.late);
    if (form.name.trim() === '') faults.add('name');
    if (goal === undefined) faults.add('goal');
    if (goal && !by) faults.add('goalBy');
    if (limit === undefined) faults.add('limit');
    if (group === undefined || group < 2 || group > 1000) faults.add('group');
    if (late === undefined || late > 3660) faults.add('late');
    const plan = { ...fund.plan };
    const planned = this.#fresh.plans;
    for (const [year, typed] of Object.entries(form.plans)) {
      if (sameJson(typed, planned[year])) continue;
      const amounts: Record<string, number> = {};
      for (const [id, text] of Object.entries(typed)) {
        const dong = dongOf(text);
        if (dong === undefined) faults.add(`plan-${id}`);
        else if (dong) amounts[id] = dong;
      }
      plan[year] = amounts;
    }
    const { categories, adminCap, faults: more } = readCategories(form, fund);
    for (const fault of more) faults.add(fault);
    const payload: Payload = {
      name: form.name.trim().normalize('NFC'),
      published: form.published,
      goal: goal && by ? { amount: goal, by } : null,
      approvalLimit: limit ?? null,
      smallestGroup: group ?? fund.smallestGroup,
      lateAfterDays: late ?? fund.lateAfterDays,
      plan,
      categories,
      ...(adminCap === undefined ? {} : { adminCap }),
    };
    return { payload, faults };
  }

  render(): TemplateResult {
    const { l, session, busy } = this.#desk;
    const form = this.#form;
    const may = session.may('fund.update');
    const faults = this.#tried ? this.#read().faults : new Set<string>();
    const field = (
      name: 'name' | 'goal' | 'goalBy' | 'limit' | 'group' | 'late',
      more: Partial<FieldLook> = {},
    ): TemplateResult =>
      textField({
        name: `set-${name}`,
        label: l.t(`desk.set.${name}`),
        value: form[name],
        disabled: !may,
        figures: name !== 'name',
        fault: faults.has(name) ? l.t(`desk.set.fault.${name}`) : undefined,
        input: (value) => this.#put({ [name]: value }),
        ...more,
      });
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#save();
    };
    return html`<form class="settings" novalidate @submit=${submit}>
      <h3>${l.t('desk.section.settings')}</h3>
      ${this.#kept.view((path) => this.#label(path))}
      ${tickField({ name: 'set-published', label: l.t('desk.set.published'), value: form.published, input: (published) => may && this.#put({ published }) })}
      <p class="hint">${l.t('desk.set.published.hint')}</p>
      <div class="grid">
        ${field('name')} ${field('limit', { hint: this.#echo(form.limit) ?? l.t('desk.set.limit.hint') })}
        ${field('goal', { hint: this.#echo(form.goal) })} ${field('goalBy', { maxlength: 12 })}
        ${field('group', { maxlength: 4, hint: l.t('desk.set.group.hint') })}
        ${field('late', { maxlength: 4, hint: l.t('desk.set.late.hint') })}
      </div>
      ${this.#plan(form, faults, may)}
      ${categoriesView(this.#desk, form, { faults, may, put: (change) => this.#put(change) })}
      ${
        may
          ? html`<p class="actions">
              <button type="submit" class="primary" ?disabled=${busy}>${l.t('desk.set.save')}</button>
            </p>`
          : html`<p class="hint">${l.t('desk.set.locked')}</p>`
      }
    </form>`;
  }

  #echo(text: string): string | undefined {
    return amountEcho(this.#desk, text);
  }

  #plan(form: SettingsForm, faults: Set<string>, may: boolean): TemplateResult {
    const { l, view, session } = this.#desk;
    const plan = form.plans[form.year] ?? {};
    return html`<fieldset class="group">
      <legend>${l.t('desk.set.plan', { year: form.year })}</legend>
      ${choiceField({
        name: 'set-year',
        label: l.t('desk.set.plan.year'),
        value: form.year,
        choices: plannable(view.fund, session.today).map((value) => ({ value, label: value })),
        input: (year) => this.#put({ year }),
      })}
      ${(['receipt', 'payment'] as const).map(
        (side) =>
          html`<h4>${l.t(`desk.set.plan.${side}`)}</h4>
            <div class="grid">
              ${view.fund.categories
                .filter(({ kind, retired }) => kind === side && !retired)
                .map(({ id, label }) =>
                  textField({
                    name: `plan-${id}`,
                    label: l.text(label),
                    value: plan[id] ?? '',
                    figures: true,
                    maxlength: 40,
                    disabled: !may,
                    hint: this.#echo(plan[id] ?? ''),
                    fault: faults.has(`plan-${id}`) ? l.t('desk.set.fault.goal') : undefined,
                    input: (value) =>
                      this.#put({ plans: { ...form.plans, [form.year]: { ...plan, [id]: value } } }),
                  }),
                )}
            </div>`,
      )}
    </fieldset>`;
  }

  /** What a field is called. */
  #label([name = '', ...rest]: readonly string[]): string {
    const { l } = this.#desk;
    const of = l.text(this.#desk.category(rest.at(-1))?.label);
    if (name === 'plans') return `${l.t('desk.set.plan', { year: rest[0]! })}: ${of}`;
    return rest.length > 0 ? `${l.t('desk.set.retired')}: ${of}` : l.t(`desk.set.${name}`);
  }

  async #save(): Promise<void> {
    const desk = this.#desk;
    if (!this.#kept.settled) return;
    const { payload, faults } = this.#read();
    this.#tried = faults.size > 0;
    if (this.#tried) {
      desk.host.changed();
      desk.host.focus('.settings [aria-invalid=true]');
      return;
    }
    const { id, version } = desk.view.fund;
    const acted = await desk.act({
      kind: 'fund.update',
      about: { id, version },
      typed: payload,
      payload: () => payload,
    });
    if (acted.status === 'done') {
      this.#kept.drop();
      desk.say('desk.said.saved');
    }
    desk.host.focus(acted.status === 'done' ? '#said' : '#trouble');
  }
}
