import { html, nothing, type TemplateResult } from 'lit';
import type { FundDeskView, FundSession } from '../../../../src/client/fund/fund-desk.types.js';
import { problemText } from '../../../base/problem-text.js';
import type { LanguageController } from '../../../base/language.js';

/** Where something is typed that this device keeps. */
interface Keeping {
  readonly l: LanguageController;
  readonly view: Pick<FundDeskView, 'save' | 'damaged'>;
  readonly session: Pick<FundSession, 'flush'>;
}

/** What is amiss on this device. */
export function noticesView({ l, view, session }: Keeping): TemplateResult {
  const { save, damaged } = view;
  return html`${
    save.status === 'failed'
      ? html`<div class="notice warn" role="alert">
          <p>${problemText(save.problem, l)}</p>
          <p class="actions">
            <button type="button" @click=${() => void session.flush().catch(() => undefined)}>
              ${l.t('fund.retry')}
            </button>
          </p>
        </div>`
      : nothing
  }
  ${damaged ? html`<p class="notice warn" role="alert">${l.t('desk.damaged')}</p>` : nothing}`;
}
