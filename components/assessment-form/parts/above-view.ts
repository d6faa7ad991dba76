import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { FormContext } from '../form-context.js';
import type { LateActions } from '../late-actions.js';
import { consentLine } from './consent-line.js';
import { receiptView } from './receipt-view.js';
import { registrationLine } from './registration-line.js';
import { errorView } from './status-view.js';

/** Everything that may stand between the heading and the criteria. */
export function aboveView(
  context: FormContext,
  trouble: Problem | undefined,
  incomplete: boolean,
  { acts, consent, today }: LateActions,
): TemplateResult {
  return html`${registrationLine(context, today)}
  ${context.view.phase === 'readonly' ? receiptView(context, today) : nothing}
  ${acts ? acts.above(context, trouble) : trouble ? errorView(context.l) : nothing}
  ${consentLine(consent.given, context)} ${acts?.below(context, incomplete)}`;
}
