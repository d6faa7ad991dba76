import { html, type TemplateResult } from 'lit';
import {
  activityKinds,
  type ActivityFaults,
  type ActivityForm,
} from '../../../../src/client/report/activity-book.js';
import { areaField, choiceField, textField, type FieldLook } from '../../../base/fields.js';
import type { LanguageController } from '../../../base/language.js';

/** What is typed of an activity. */
export function activityFields(
  { typed }: ActivityForm,
  faults: ActivityFaults,
  year: string,
  l: LanguageController,
  changed: () => void,
): TemplateResult {
  const optional = l.t('report-entry.optional');
  const look = (name: Exclude<keyof typeof typed, 'kind'>, more: Partial<FieldLook> = {}): FieldLook => ({
    name: `activity-${name}`,
    label: l.t(`report-entry.activity.${name}`),
    value: typed[name],
    input: (text) => {
      typed[name] = text;
      changed();
    },
    ...more,
  });
  const number = (name: 'sessions' | 'participants'): TemplateResult => {
    const fault = faults[name];
    return textField(
      look(name, {
        figures: true,
        maxlength: 20,
        optional,
        fault: fault && l.t(`report-entry.fault.${fault}`),
      }),
    );
  };
  return html`<div class="grid">
      ${choiceField({
        name: 'activity-kind',
        label: l.t('report-entry.activity.kind'),
        value: typed.kind,
        choices: activityKinds.map((value) => ({ value, label: l.t(`report.line.${value}`) })),
        input: (value) => {
          typed.kind = activityKinds.find((one) => one === value)!;
          changed();
        },
      })}
      ${textField(
        look('date', {
          placeholder: `20/11/${year}`,
          fault: faults.date && l.t(`report-entry.fault.${faults.date}`, { year }),
        }),
      )}
    </div>
    ${textField(
      look('title', {
        maxlength: 500,
        fault: faults.title && l.t('report-entry.fault.title'),
      }),
    )}
    <div class="grid">${number('sessions')} ${number('participants')}</div>
    ${textField(look('source', { maxlength: 1000, optional }))}
    ${areaField(look('note', { maxlength: 4000, optional, hint: l.t('report-entry.activity.note.hint') }))}`;
}
