import { html, nothing, type TemplateResult } from 'lit';
import type { Category } from '../../../../../src/domain/fund/fund.schema.js';
import type { OpeningDesk } from './opening-desk.js';

/** The categories that the fund begins with, and whose wording they are. */
export function categoriesView({ l, view, presets }: OpeningDesk): TemplateResult {
  const { regime } = view.form;
  const preset = regime === '' ? undefined : presets[regime];
  return html`<section class="group preset" aria-labelledby="open-categories">
    <h3 class="legend" id="open-categories">${l.t('open.categories')}</h3>
    ${
      preset
        ? html`<div class="grid">
              ${kindView('receipt', preset.categories)} ${kindView('payment', preset.categories)}
            </div>
            <p class="hint">${l.text(preset.source)}</p>`
        : html`<p class="hint">${l.t('open.categories.first')}</p>`
    }
  </section>`;

  function kindView(kind: Category['kind'], all: readonly Category[]): TemplateResult {
    const some = all.filter((one) => one.kind === kind);
    return html`<div>
      <h4 id="open-categories-${kind}">${l.t(`open.categories.${kind}`, { n: some.length })}</h4>
      <ul aria-labelledby="open-categories-${kind}">
        ${some.map(
          ({ label, private: hidden }) =>
            html`<li>
              ${l.text(label)}
              ${hidden ? html`<span class="hint">(${l.t('open.categories.private')})</span>` : nothing}
            </li>`,
        )}
      </ul>
    </div>`;
  }
}
