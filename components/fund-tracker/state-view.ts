import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../base/language.js';
import type { FundPhase } from './fund-view.js';

/** States out of which trying again can lead. */
const retried: readonly FundPhase[] = ['error', 'offline', 'damaged'];

/** What is damaged, from which entry (0: not known), and that the rest is kept. */
export const damageText = (l: LanguageController, no: number): string =>
  l.t(no > 0 ? 'fund.damaged.at' : 'fund.damaged.hint', { no: String(no) });

/** A sentence in the place of the fund or of its ledger, and what can be done about it. `no`: of the damaged entry. */
export function stateView(
  l: LanguageController,
  phase: FundPhase,
  retry: () => void,
  no = 0,
): TemplateResult {
  const look = phase === 'error' || phase === 'damaged' ? 'bad' : phase === 'empty' ? '' : 'warn';
  return html`<div class="notice ${look}" role=${phase === 'empty' ? 'status' : 'alert'}>
    <h3>${l.t(`fund.${phase}`)}</h3>
    <p>${phase === 'damaged' ? damageText(l, no) : l.t(`fund.${phase}.hint`)}</p>
    ${
      retried.includes(phase)
        ? html`<p class="actions">
            <button type="button" @click=${retry}>${l.t('fund.retry')}</button>
          </p>`
        : nothing
    }
  </div>`;
}
