import { html, type TemplateResult } from 'lit';
import {
  columnRoles,
  type ColumnRole,
  type ImportPlan,
} from '../../../../../src/domain/fund/import/import.types.js';
import type { Account } from '../../../../../src/domain/fund/money.schema.js';
import { choiceField, type Choice } from '../../../../base/fields.js';
import { readingView } from '../../../../base/import/sheet-views.js';
import type { ImportDesk } from './import-desk.js';

const accounts: readonly Account[] = ['cash', 'bank', 'kind'];
const units = [1, 1000, 1_000_000] as const;
const numberings = ['keep', 'next', 'none'] as const;

/** How a book is understood; each can be corrected by hand. */
export function linesReading(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { desk, choices } = work;
  const { l, view, session } = desk;
  const thisYear = Number(session.today.slice(0, 4));
  const first = Number(view.fund.opened.slice(0, 4));
  const years = Array.from({ length: thisYear - first + 1 }, (_none, index) => String(thisYear - index));
  const field = (
    name: string,
    value: string,
    given: readonly Choice[],
    input: (value: string) => void,
    none?: string,
  ): TemplateResult =>
    choiceField({
      name: `import-${name}`,
      label: l.t(`import.${name}`),
      value,
      choices: given,
      input,
      ...(none !== undefined && { none }),
    });
  const category = (kind: 'receipt' | 'payment'): TemplateResult =>
    field(
      `category.${kind}`,
      choices.categories?.[kind] ?? '',
      view.fund.categories
        .filter((one) => one.kind === kind && !one.retired)
        .map(({ id, label }) => ({ value: id, label: l.text(label) })),
      (value) => void work.choice({ categories: { ...choices.categories, [kind]: value || undefined } }),
      l.t('import.category.none'),
    );
  const fields = html`${field(
    'year',
    choices.year ?? plan.year ?? 'all',
    [...years, 'all'].map((value) => ({
      value,
      label: value === 'all' ? l.t('import.year.all') : value,
    })),
    (year) => void work.choice({ year }),
  )}
  ${field(
    'account',
    choices.account ?? '',
    accounts.map((value) => ({ value, label: l.t(`desk.account.${value}`) })),
    (value) => void work.choice({ account: accounts.find((one) => one === value) }),
    l.t('import.account.file'),
  )}
  ${category('receipt')} ${category('payment')}
  ${field(
    'vouchers',
    choices.vouchers ?? 'keep',
    numberings.map((value) => ({ value, label: l.t(`import.vouchers.${value}`) })),
    (value) => void work.choice({ vouchers: numberings.find((one) => one === value) }),
  )}
  ${field(
    'unit',
    String(plan.unit),
    units.map((value) => ({ value: String(value), label: l.t(`import.unit.${value}`) })),
    (value) => void work.choice({ unit: Number(value) }),
  )}`;
  return readingView(work, l, plan, fields, {
    roles: columnRoles,
    label: (role) => l.t(`import.role.${role}`),
    none: l.t('import.columns.none'),
    put: (column, role) => {
      // What was said before counts, also while the lines are still looked at by it.
      const columns: (ColumnRole | undefined)[] = [...(work.choices.columns ?? plan.roles)];
      columns[column] = columnRoles.find((one) => one === role);
      void work.choice({ columns });
    },
  });
}
