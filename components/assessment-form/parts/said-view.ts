import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import { problemText } from '../../base/problem-text.js';
import type { FormContext } from '../form-context.js';
import { asideView } from './aside-view.js';
import { conflictView } from './conflict-view.js';
import { missingView } from './missing-view.js';
import { noticesView } from './notices-view.js';
import { returnedView } from './returned-view.js';

/** What became of taking a submission back. */
function refusedView({ l, view: { submit } }: FormContext): TemplateResult | typeof nothing {
  if (submit.status !== 'failed' && submit.status !== 'rejected') return nothing;
  return html`<p class="notice bad" role="alert">
    ${submit.status === 'failed' ? problemText(submit.problem, l) : l.t(`rejection.${submit.rejection.code}`)}
  </p>`;
}

/** What some states have to say, above the line about consents. */
export function saidAbove(context: FormContext, trouble: Problem | undefined): TemplateResult {
  return html`${noticesView(context)} ${conflictView(context)}
  ${context.view.phase === 'readonly' ? refusedView(context) : nothing} ${returnedView(context)}
  ${
    trouble
      ? html`<div class="notice bad" role="alert">
          <p>${problemText(trouble, context.l)}</p>
          ${
            trouble.params['reason'] === 'part'
              ? html`<p><button type="button" data-action="reload">${context.l.t('form.reload')}</button></p>`
              : nothing
          }
        </div>`
      : nothing
  }`;
}

/** Answers that were kept apart, by sets that are `known` so far; and what is missing after a try to submit. */
export const saidBelow = (
  context: FormContext,
  known: ReadonlyMap<string, CriteriaSet>,
  incomplete: boolean,
): TemplateResult => html`${asideView(known, context)} ${incomplete ? missingView(context) : nothing}`;
