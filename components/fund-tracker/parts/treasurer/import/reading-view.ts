import { html, nothing, type TemplateResult } from 'lit';
import type { SheetEncoding } from '../../../../../src/document/index.js';
import {
  columnRoles,
  type ColumnRole,
  type ImportPlan,
} from '../../../../../src/domain/fund/import/import.types.js';
import type { Account } from '../../../../../src/domain/fund/money.schema.js';
import { choiceField, type Choice } from '../../../../base/fields.js';
import type { ImportDesk } from './import-desk.js';

const encodings: readonly SheetEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'];
const accounts: readonly Account[] = ['cash', 'bank', 'kind'];
const units = [1, 1000, 1_000_000] as const;
const numberings = ['keep', 'next', 'none'] as const;

/** How the file is understood; each can be corrected by hand. */
export function readingView(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { desk, file, choices } = work;
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
  return html`<fieldset class="group">
      <legend>${l.t('import.settings')}</legend>
      <div class="grid">
        ${
          file && file.sheets.length > 1
            ? field(
                'sheet',
                String(work.sheet),
                file.sheets.map(({ name, hidden }, index) => ({
                  value: String(index),
                  label: hidden ? l.t('import.sheet.hidden', { name }) : name,
                })),
                (value) => void work.read({ sheets: [Number(value)] }),
              )
            : nothing
        }
        ${
          file?.encoding === undefined
            ? nothing
            : field(
                'encoding',
                file.encoding,
                encodings.map((value) => ({ value, label: l.t(`import.encoding.${value}`) })),
                (value) => void work.read({ encoding: encodings.find((one) => one === value) }),
              )
        }
        ${field(
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
        )}
      </div>
    </fieldset>
    ${columnsView(work, plan)}`;
}

/** What each column means, with the first thing that stands in it. */
function columnsView(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { l } = work.desk;
  const choices = columnRoles.map((value) => ({ value, label: l.t(`import.role.${value}`) }));
  const put = (column: number, value: string): void => {
    const columns: (ColumnRole | undefined)[] = [...plan.roles];
    columns[column] = columnRoles.find((one) => one === value);
    void work.choice({ columns });
  };
  const rows = work.table?.rows.filter(({ line }) => line > plan.headLine).slice(0, 60) ?? [];
  return html`<details ?open=${plan.headLine === 0}>
    <summary>${l.t('import.columns')}</summary>
    <p class="hint">
      ${plan.headLine === 0 ? l.t('import.columns.none') : l.t('import.columns.hint', { line: plan.headLine })}
    </p>
    <div class="grid">
      ${plan.roles.map((role, column) => {
        const letter = letterOf(column);
        const title = plan.titles[column] ?? '';
        const sample = rows.map(({ cells }) => cells[column]?.text ?? '').find((text) => text !== '');
        return choiceField({
          name: `column-${letter}`,
          label:
            title === '' ? l.t('import.column', { letter }) : l.t('import.column.titled', { letter, title }),
          value: role ?? 'ignored',
          choices,
          hint: sample === undefined ? undefined : l.t('import.column.sample', { text: sample.slice(0, 60) }),
          input: (value) => put(column, value),
        });
      })}
    </div>
  </details>`;
}

/** As spreadsheets name their columns: A, B … Z, AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
