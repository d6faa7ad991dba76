import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import type { GaugePhase } from '../gauge.types.js';
import { waitView } from '../wait-view.js';

/** A sentence in the place of the gauge, and what can be done about it. Only a real failure is an alarm. */
export function stateView(phase: GaugePhase, l: LanguageController, retry: () => void): TemplateResult {
  if (phase === 'loading' || phase === 'shown') return waitView(l);
  const again = phase === 'error' || phase === 'offline';
  return html`<div
    class="notice ${phase === 'error' ? 'bad' : ''}"
    role=${phase === 'error' ? 'alert' : 'status'}
  >
    <p><strong>${l.t(`target.${phase}`)}</strong></p>
    <p>${l.t(`target.${phase}.hint`)}</p>
    ${
      again
        ? html`<p class="actions"><button type="button" @click=${retry}>${l.t('target.retry')}</button></p>`
        : nothing
    }
  </div>`;
}

/** What is shown was read before, and when. */
export const keptView = (keptAt: string, l: LanguageController): TemplateResult =>
  html`<p class="notice warn" role="status">${l.t('target.kept', { time: formatDateTime(keptAt) })}</p>`;
