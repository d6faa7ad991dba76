import { html, nothing, type TemplateResult } from 'lit';
import { offeredCycles } from '../../../../src/client/offered-cycles.js';
import type { SheetEncoding } from '../../../../src/document/index.js';
import {
  columnRoles,
  type ColumnRole,
  type ImportPlan,
} from '../../../../src/domain/register-import/import.types.js';
import type { Model } from '../../../../src/domain/text.schema.js';
import { choiceField, textField, type Choice } from '../../../base/fields.js';
import type { ImportDesk } from './import-desk.js';

const encodings: readonly SheetEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'];
const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];
/** Columns that are asked about one by one at first. */
const asked = 40;

/** How the file is understood; each can be corrected by hand. */
export function readingView(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { host, file, choices } = work;
  const { l, session } = host;
  const years = offeredCycles(session.client.now(), host.list.getState().filter.cycle);
  const field = (
    name: string,
    value: string,
    given: readonly Choice[],
    input: (value: string) => void,
    none?: string,
  ): TemplateResult =>
    choiceField({
      name: `import-${name}`,
      label: l.t(`register-import.${name}`),
      value,
      choices: given,
      input,
      ...(none !== undefined && { none }),
    });
  return html`<fieldset class="group">
      <legend>${l.t('register-import.settings')}</legend>
      <div class="grid">
        ${
          file && file.sheets.length > 1
            ? field(
                'sheet',
                String(work.sheet),
                file.sheets.map(({ name, hidden }, index) => ({
                  value: String(index),
                  label: hidden ? l.t('register-import.sheet.hidden', { name }) : name,
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
                encodings.map((value) => ({ value, label: l.t(`register-import.encoding.${value}`) })),
                (value) => {
                  const encoding = encodings.find((one) => one === value);
                  void work.read(encoding ? { encoding } : {});
                },
              )
        }
        ${field(
          'model',
          choices.model ?? plan.model ?? '',
          models.map((value) => ({ value, label: l.t(`register.model.${value}`) })),
          (value) => void work.choice({ model: models.find((one) => one === value) }),
          l.t('register-import.model.none'),
        )}
        ${field(
          'year',
          choices.year ?? 'none',
          [
            { value: 'none', label: l.t('register-import.year.none') },
            ...(plan.roles.includes('year')
              ? [{ value: 'column', label: l.t('register-import.year.column') }]
              : []),
            ...years.map((value) => ({ value, label: value })),
          ],
          (year) => void work.choice({ year }),
        )}
        ${placeField(work)}
      </div>
    </fieldset>
    ${columnsView(work, plan)}`;
}

/** Looked at again when it is left, not at each letter. */
function placeField(work: ImportDesk): TemplateResult {
  const { l } = work.host;
  return html`<div
    @change=${(event: Event) => void work.choice({ place: (event.target as HTMLInputElement).value })}
  >
    ${textField({
      name: 'import-place',
      label: l.t('register-import.place'),
      value: work.choices.place ?? '',
      input: () => undefined,
    })}
  </div>`;
}

/** What each column means, with the first thing that stands in it. */
function columnsView(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { l } = work.host;
  const choices = columnRoles.map((value) => ({ value, label: l.t(`register-import.role.${value}`) }));
  const put = (column: number, value: string): void => {
    // What was said before counts, also while the rows are still looked at by it.
    const columns: (ColumnRole | undefined)[] = [...(work.choices.columns ?? plan.roles)];
    columns[column] = columnRoles.find((one) => one === value);
    void work.choice({ columns });
  };
  const rows = work.table?.rows.filter(({ line }) => line > plan.headLine).slice(0, 60) ?? [];
  const fieldOf = (column: number): TemplateResult => {
    const role = plan.roles[column];
    const letter = letterOf(column);
    const title = (plan.titles[column] ?? '').slice(0, 80);
    const sample = rows.map(({ cells }) => cells[column]?.text ?? '').find((text) => text !== '');
    return choiceField({
      name: `column-${letter}`,
      label:
        title === ''
          ? l.t('register-import.column', { letter })
          : l.t('register-import.column.titled', { letter, title }),
      value: role ?? 'ignored',
      choices,
      hint:
        sample === undefined
          ? undefined
          : l.t('register-import.column.sample', { text: sample.slice(0, 60) }),
      input: (value) => put(column, value),
    });
  };
  // Of many columns those that are used come first; the others are there, too.
  const all = plan.roles.map((_role, column) => column);
  const used = all.length <= asked ? all : all.filter((column) => plan.roles[column] !== undefined);
  const others = all.filter((column) => !used.includes(column));
  return html`<details ?open=${plan.headLine === 0}>
    <summary>${l.t('register-import.columns')}</summary>
    <p class="hint">
      ${
        plan.headLine === 0
          ? l.t('register-import.columns.none')
          : l.t('register-import.columns.hint', { line: plan.headLine })
      }
    </p>
    <div class="grid">${used.map(fieldOf)}</div>
    ${
      others.length > 0
        ? html`<details>
            <summary>${l.t('register-import.columns.others', { n: others.length })}</summary>
            <div class="grid">${others.map(fieldOf)}</div>
          </details>`
        : nothing
    }
  </details>`;
}

/** As spreadsheets name their columns: A, B … Z, AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
