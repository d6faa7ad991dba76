import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment } from '../../../src/domain/assessment.schema.js';
import type { Criterion } from '../../../src/domain/criteria-set.schema.js';
import { sameJson } from '../../../src/domain/same-json.js';
import { claimWords } from '../../base/claim-words.js';
import type { FormContext } from '../form-context.js';

/** Criteria of which the reviewer said something when he gave the assessment back; none while it is not. */
export function remarkedIn(assessment: Assessment | undefined): Set<string> {
  const { state, comments = [], returned } = assessment ?? {};
  if (state !== 'returned' || !returned) return new Set();
  const said = comments.flatMap(({ criterion, at }) => (criterion && at === returned.at ? [criterion] : []));
  return new Set([...said, ...Object.keys(returned.marks ?? {})]);
}

/**
 * What the reviewer said of a criterion when he gave the assessment back: remarks, and where he differs; and what the author
 * had answered then, where it is something else by now.
 */
export function remarksView(criterion: Criterion, { view, l }: FormContext): TemplateResult | typeof nothing {
  const { id } = criterion;
  const { comments = [], returned, state } = view.assessment ?? {};
  if (state !== 'returned' || !returned) return nothing;
  const mark = returned.marks?.[id];
  const said = comments.filter((one) => one.criterion === id && one.at === returned.at);
  const before = returned.answers[id];
  const changed = !sameJson(before, view.answers[id]);
  if (!mark && said.length === 0 && !changed) return nothing;
  const { note, evidence } = before ?? {};
  const words = [
    ...claimWords(criterion, before ?? {}, l),
    note && `${l.t('form.note')}: ${note}`,
    evidence?.length && `${l.t('form.evidence')}: ${evidence.map(({ name }) => name).join(', ')}`,
  ].filter(Boolean);
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
    ${
      changed
        ? html`<p>${l.t('returned.before', { text: words.join(' · ') || l.t('form.status.unanswered') })}</p>`
        : nothing
    }
  </div>`;
}
