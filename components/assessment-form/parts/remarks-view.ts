import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment } from '../../../src/domain/assessment.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { claimWords } from '../../base/claim-words.js';
import type { FormContext } from '../form-context.js';

/** Criteria of which the reviewer said something when he gave the assessment back; none while it is not. */
export function remarkedIn(assessment: Assessment | undefined): Set<string> {
  const { state, comments = [], returned } = assessment ?? {};
  if (state !== 'returned' || !returned) return new Set();
  const said = comments.flatMap(({ criterion, at }) => (criterion && at === returned.at ? [criterion] : []));
  return new Set([...said, ...Object.keys(returned.marks ?? {})]);
}

/** What the reviewer said of a criterion when he gave the assessment back: remarks, and where he differs. */
export function remarksView(criterion: Criterion, { view, l }: FormContext): TemplateResult | typeof nothing {
  const { assessment } = view;
  if (!remarkedIn(assessment).has(criterion.id)) return nothing;
  const { comments = [], returned } = assessment ?? {};
  const mark = returned?.marks?.[criterion.id];
  const said = comments.filter((one) => one.criterion === criterion.id && one.at === returned?.at);
  return html`<div class="notice warn remarks">
    ${said.map((one) => html`<p>${l.t('returned.remark', { text: one.text })}</p>`)}
    ${
      mark
        ? html`<p>
            ${l.t('returned.mark', {
              answer: claimWords(criterion, mark.answer, l).filter(Boolean).join(' · '),
              text: mark.reason,
            })}
          </p>`
        : nothing
    }
  </div>`;
}
