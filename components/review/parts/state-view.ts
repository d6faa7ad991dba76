import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { LanguageController } from '../../base/language.js';
import { unreadText } from '../../base/problem-words.js';

/** Why there is neither list nor review, with the way on where there is one. */
export function stateView(
  phase: 'loading' | 'forbidden' | 'offline' | 'error',
  problem: Problem | undefined,
  l: LanguageController,
  retry: () => void,
): TemplateResult {
  if (phase === 'loading') return html`<p class="hint" role="status">${l.t('review.loading')}</p>`;
  const why = phase === 'error' ? problem && unreadText(problem, l) : l.t(`review.${phase}.hint`);
  const again = html`<p class="actions">
    <button type="button" @click=${retry}>${l.t('review.retry')}</button>
  </p>`;
  return html`<div class="notice ${phase === 'error' ? 'bad' : 'warn'}" role="alert">
    <h3>${l.t(`review.${phase}`)}</h3>
    <p>${why}</p>
    ${phase === 'forbidden' ? '' : again}
  </div>`;
}
