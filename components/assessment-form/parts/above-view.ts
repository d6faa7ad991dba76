import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import { problemText } from '../../base/problem-text.js';
import type { FormContext } from '../form-context.js';
import type { LateActions } from '../late-actions.js';
import { consentLine } from './consent-view.js';
import { conflictView } from './conflict-view.js';
import { missingView } from './missing-view.js';
import { noticesView } from './notices-view.js';
import { receiptView } from './receipt-view.js';
import { asideView, registrationLine } from './registration-view.js';
import { returnedView } from './returned-view.js';

/** Everything that may stand between the heading and the criteria. */
export function aboveView(
  context: FormContext,
  trouble: Problem | undefined,
  incomplete: boolean,
  late: LateActions | undefined,
): TemplateResult {
  const today = late?.today ?? '';
  return html`${registrationLine(context, today)} ${noticesView(context)} ${conflictView(context)}
  ${context.view.phase === 'readonly' ? receiptView(context, today) : nothing} ${returnedView(context)}
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
  }
  ${consentLine(late?.consent.given, context)} ${late ? asideView(late.registration, context) : nothing}
  ${incomplete ? missingView(context) : nothing}`;
}
