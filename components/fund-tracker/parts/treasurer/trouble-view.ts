import { html, nothing, type TemplateResult } from 'lit';
import { unsentText } from '../../../base/problem-words.js';
import { rejectionText } from '../../../base/rejection-text.js';
import type { Desk } from './desk.js';

/** Why the last act did not go through, or a paper could not be made. What was typed stays. */
export function troubleView({ view, l, failure }: Desk): TemplateResult | typeof nothing {
  const { act } = view;
  if (failure !== undefined)
    return html`<p class="notice bad" role="alert" id="trouble" tabindex="-1">${l.t(failure)}</p>`;
  if (act.status !== 'failed' && act.status !== 'rejected') return nothing;
  return html`<div class="notice bad" role="alert" id="trouble" tabindex="-1">
    <p><strong>${l.t('desk.not-done')}</strong></p>
    <p>
      ${
        act.status === 'rejected'
          ? rejectionText(act.rejection, l)
          : act.problem.code === 'conflict'
            ? l.t('desk.conflict')
            : unsentText(act.problem, l)
      }
    </p>
  </div>`;
}
