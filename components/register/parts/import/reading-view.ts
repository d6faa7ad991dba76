import { html, nothing, type TemplateResult } from 'lit';
import { offeredCycles } from '../../../../src/client/offered-cycles.js';
import {
  columnRoles,
  type ColumnRole,
  type ImportPlan,
} from '../../../../src/domain/register-import/import.types.js';
import type { Model } from '../../../../src/domain/text.schema.js';
import { choiceField, textField, type Choice } from '../../../base/fields.js';
import { readingView } from '../../../base/import/sheet-views.js';
import type { ImportDesk } from './import-desk.js';

const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];

/** How a list is understood; each can be corrected by hand. */
export function rowsReading(work: ImportDesk, plan: ImportPlan): TemplateResult {
  const { host, choices } = work;
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
  const fields = html`${field(
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
  ${
    plan.roles.includes('score') || plan.roles.includes('title')
      ? field(
          'results',
          choices.results ?? (plan.roles.includes('year') ? 'column' : 'none'),
          [
            { value: 'none', label: l.t('register-import.results.none') },
            ...(plan.roles.includes('year')
              ? [{ value: 'column', label: l.t('register-import.results.column') }]
              : []),
            ...pastYears(years).map((value) => ({ value, label: value })),
          ],
          (results) => void work.choice({ results }),
        )
      : nothing
  }
  ${placeField(work)}`;
  return readingView(work, l, plan, fields, {
    roles: columnRoles,
    label: (role) => l.t(`register-import.role.${role}`),
    none: l.t('register-import.columns.none'),
    put: (column, role) => {
      // What was said before counts, also while the rows are still looked at by it.
      const columns: (ColumnRole | undefined)[] = [...(work.choices.columns ?? plan.roles)];
      columns[column] = columnRoles.find((one) => one === role);
      void work.choice({ columns });
    },
  });
}

/** Years whose results an old book may tell: those offered, and ten before them. */
function pastYears(offered: readonly string[]): string[] {
  const first = Math.min(...offered.map(Number));
  const before = Array.from({ length: 10 }, (_none, at) => String(first - 1 - at));
  return [...new Set([...offered, ...before])].sort().reverse();
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
