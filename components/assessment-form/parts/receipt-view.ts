import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../../src/i18n/translate.js';
import { outcomeLabel, type FormContext } from '../form-context.js';
import { dueLine } from './due-view.js';

/** What stands above a submitted assessment: where it is, the receipt, and the way back while there is one. */
export function receiptView(context: FormContext, today: string): TemplateResult {
  const { l, view } = context;
  const { assessment, set } = view;
  if (!assessment || !set) return html``;
  const last = assessment.submissions.at(-1);
  const due = dueLine(set, assessment.cycle, today, l);
  const { score } = last ?? {};
  // Only the back end gives a number: without one, it has not arrived there yet.
  const waits = last?.receipt === '';
  return html`<section class="receipt" part="receipt" aria-labelledby="receipt-title">
    <div class="notice ${waits ? 'warn' : 'good'}" tabindex="-1" id="receipt">
      <h3 id="receipt-title">${l.t(waits ? 'receipt.waits' : `receipt.state.${assessment.state}`)}</h3>
      ${
        last
          ? html`<dl class="facts">
              ${
                waits
                  ? nothing
                  : html`<div>
                      <dt>${l.t('receipt.number')}</dt>
                      <dd class="receipt-no">${last.receipt}</dd>
                    </div>`
              }
              <div>
                <dt>${l.t('receipt.at')}</dt>
                <dd>${formatDateTime(last.at)}</dd>
              </div>
              <div>
                <dt>${l.t('receipt.by')}</dt>
                <dd>${last.byName || l.t('receipt.device')}</dd>
              </div>
              ${
                score
                  ? html`<div>
                      <dt>${l.t('receipt.score')}</dt>
                      <dd>
                        ${
                          score.total === undefined
                            ? nothing
                            : html`${l.t('form.points-of', { points: score.total, max: score.max ?? 0 })} · `
                        }${outcomeLabel(
                          set,
                          score.outcome,
                          l,
                        )}${score.conclusive ? nothing : html` <small>${l.t('form.provisional')}</small>`}
                      </dd>
                    </div>`
                  : nothing
              }
              ${
                due
                  ? html`<div>
                      <dt>${l.t('receipt.due')}</dt>
                      <dd class="due">${due}</dd>
                    </div>`
                  : nothing
              }
            </dl>`
          : nothing
      }
      <p class="hint">${l.t(waits ? 'receipt.waits.hint' : `receipt.hint.${assessment.state}`)}</p>
    </div>
  </section>`;
}

/** The way back, until a reviewer has taken the submission up. */
export function withdrawView({ l, view }: FormContext): TemplateResult | typeof nothing {
  return view.phase === 'readonly' && view.assessment?.state === 'submitted'
    ? html`<button
        type="button"
        class="danger"
        data-action="withdraw"
        ?disabled=${view.submit.status === 'sending'}
      >
        ${l.t('form.withdraw')}
      </button>`
    : nothing;
}
