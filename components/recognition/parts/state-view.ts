import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../src/client/view.types.js';
import type { LanguageController } from '../../base/language.js';
import { unreadText } from '../../base/problem-words.js';

/** Why there is no list, with the way on where there is one. */
export function stateView(
  phase: 'loading' | 'forbidden' | 'offline' | 'error',
  problem: Problem | undefined,
  l: LanguageController,
  retry: () => void,
): TemplateResult {
  if (phase === 'loading') return html`<p class="hint" role="status">${l.t('recognition.loading')}</p>`;
  const why = phase === 'error' ? problem && unreadText(problem, l) : l.t(`recognition.${phase}.hint`);
  return html`<div class="notice ${phase === 'error' ? 'bad' : 'warn'}" role="alert">
    <h3>${l.t(`recognition.${phase}`)}</h3>
    <p>${why}</p>
    ${
      phase === 'forbidden'
        ? nothing
        : html`<p class="actions">
            <button type="button" @click=${retry}>${l.t('recognition.retry')}</button>
          </p>`
    }
  </div>`;
}
