import { html, type TemplateResult } from 'lit';
import type { Category, FundSettings } from '../../../../../src/domain/fund/fund.schema.js';
import { fold } from '../../../../../src/i18n/fold.js';
import type { Desk } from '../desk.js';
import { choiceField, textField, tickField } from '../../../../base/fields.js';

/** What is typed of categories and of the cap on administration. */
export interface CategoriesForm {
  /** Ids of those that are no longer offered. */
  retired: Record<string, boolean>;
  /** Name and kind of one to be added; no name for none. */
  added: string;
  addedKind: string;
  cap: string;
  capSource: string;
}

/** The form as the fund is. */
export function categoriesForm({ categories, adminCap }: FundSettings): CategoriesForm {
  return {
    retired: Object.fromEntries(categories.map(({ id, retired }) => [id, retired ?? false])),
    added: '',
    addedKind: 'payment',
    cap: adminCap ? String(adminCap.percent).replace('.', ',') : '',
    capSource: adminCap?.source.vi ?? '',
  };
}

/** An id that no category of the fund has, made of the name. */
function idFor(name: string, categories: readonly Category[]): string {
  const plain = fold(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  const base = plain === '' ? 'khoan-muc' : plain;
  const used = new Set(categories.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!used.has(id)) return id;
  }
}

/** Categories and cap as typed, and the fields that cannot be read. */
export function readCategories(
  form: CategoriesForm,
  { categories, adminCap }: FundSettings,
): { categories: Category[]; adminCap: FundSettings['adminCap'] | null; faults: string[] } {
  const faults: string[] = [];
  const kept = categories.map(({ retired: _before, ...one }): Category => {
    return form.retired[one.id] ? { ...one, retired: true } : one;
  });
  const name = form.added.trim().normalize('NFC');
  const twice = kept.some(({ label }) => label.vi.toLowerCase() === name.toLowerCase());
  if (twice) faults.push('added');
  const kind = form.addedKind === 'receipt' ? ('receipt' as const) : ('payment' as const);
  const added = name === '' || twice ? [] : [{ id: idFor(name, categories), kind, label: { vi: name } }];
  const typed = form.cap.trim().replace(',', '.');
  const percent = Number(typed);
  const source = form.capSource.trim().normalize('NFC');
  if (typed !== '' && !(/^\d{1,3}(\.\d{1,2})?$/.test(typed) && percent <= 100)) faults.push('cap');
  if (typed !== '' && source === '') faults.push('capSource');
  const same = adminCap?.source.vi === source ? adminCap.source : { vi: source };
  return {
    categories: [...kept, ...added],
    adminCap: typed === '' ? null : { percent, of: 'receipts', source: same },
    faults,
  };
}

/** Which categories are offered, one more of them, and how much administration may take by which rule. */
export function categoriesView(
  { l, view }: Desk,
  form: CategoriesForm,
  {
    faults,
    may,
    put,
  }: { faults: ReadonlySet<string>; may: boolean; put: (change: Partial<CategoriesForm>) => void },
): TemplateResult {
  const line = (name: 'added' | 'cap' | 'capSource'): TemplateResult =>
    textField({
      name: `set-${name}`,
      label: l.t(`desk.set.${name}`),
      value: form[name],
      disabled: !may,
      figures: name === 'cap',
      fault: faults.has(name) ? l.t(`desk.set.fault.${name}`) : undefined,
      input: (value) => put({ [name]: value }),
    });
  return html`<fieldset class="group">
    <legend>${l.t('desk.set.categories')}</legend>
    <p class="hint">${l.t('desk.set.categories.hint')}</p>
    <div class="grid">
      ${line('added')}
      ${choiceField({
        name: 'set-addedKind',
        label: l.t('desk.set.addedKind'),
        value: form.addedKind,
        disabled: !may,
        choices: (['receipt', 'payment'] as const).map((value) => ({
          value,
          label: l.t(`desk.kind.${value}`),
        })),
        input: (addedKind) => put({ addedKind }),
      })}
      ${line('cap')} ${line('capSource')}
    </div>
    <details>
      <summary>${l.t('desk.set.retired')}</summary>
      ${view.fund.categories.map(({ id, label, kind }) =>
        tickField({
          name: `retired-${id}`,
          label: `${l.t(`desk.kind.${kind}`)}: ${l.text(label)}`,
          value: form.retired[id] ?? false,
          input: (on) => may && put({ retired: { ...form.retired, [id]: on } }),
        }),
      )}
    </details>
  </fieldset>`;
}
