import { html, nothing, type TemplateResult } from 'lit';
import { problemText } from '../../../base/problem-text.js';
import { rejectionText } from '../../../base/rejection-text.js';
import type { Desk } from './desk.js';

/** Why the last act did not go through. What was typed stays. */
export function troubleView({ view, l }: Desk): TemplateResult | typeof nothing {
  const { act } = view;
  if (act.status !== 'failed' && act.status !== 'rejected') return nothing;
  return html`<div class="notice bad" role="alert" id="trouble" tabindex="-1">
    <p><strong>${l.t('desk.not-done')}</strong></p>
    <p>${act.status === 'failed' ? problemText(act.problem, l) : rejectionText(act.rejection, l)}</p>
  </div>`;
}
