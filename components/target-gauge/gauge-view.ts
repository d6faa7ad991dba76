import { html, nothing, type TemplateResult } from 'lit';
import type { TargetView } from '../../src/domain/target/target-view.types.js';
import type { LanguageController } from '../base/language.js';
import { statusView } from '../base/standing-view.js';
import { arcMarks, bulletMarks, meter } from './marks.js';
import { trendView } from './trend.js';
import { footNotes, leadText, notes, sentence, statusOf } from '../../src/i18n/target-sentences.js';

/** What the element adds to a gauge: what can be opened below it. */
export interface GaugeExtras {
  readonly variant: 'bullet' | 'arc';
  /** Behind the closed table. */
  readonly more: unknown;
  readonly detailed: boolean;
  readonly opened: (event: Event) => void;
  readonly below: unknown;
}

/** As of which day, and by which text. */
function footView(view: TargetView, l: LanguageController): TemplateResult {
  return html`<p class="foot hint" part="basis">
    ${footNotes(view, l).map(({ words, doubt }) => html` <span class=${doubt ? 'doubt' : nothing}>${words}</span>`)}
  </p>`;
}

/** One indicator of one place. */
export function gaugeView(view: TargetView, l: LanguageController, extras: GaugeExtras): TemplateResult {
  const { indicator, place, year } = view;
  const status = statusOf(view);
  const lead = leadText(view, l);
  const { variant } = extras;
  const list = notes(view, l);
  return html`<article class="gauge ${variant} ${status}" part="gauge">
    <div>
      <h3 part="label" tabindex="-1">${l.text(indicator.label)}</h3>
      <p class="hint">${l.text(place.name)} · ${l.t('target.year', { year: String(year) })}</p>
    </div>
    <div class="row">
      <div class="lead">
        ${
          variant === 'arc'
            ? meter(view, l, arcMarks, 'half')
            : lead === undefined
              ? nothing
              : html`<span class="big" part="number" aria-hidden="true">${lead}</span>`
        }
        ${statusView(status, l)}
      </div>
      ${variant === 'bullet' ? meter(view, l, bulletMarks, 'bar') : nothing}
      <div class="body">
        <p class="sentence" part="sentence">${sentence(view, l)}</p>
        <div class="about">
          ${
            list.length > 0
              ? html`<ul class="notes" part="notes">
                  ${list.map((one) => html`<li>${one}</li>`)}
                </ul>`
              : nothing
          }
          ${trendView(view, l)}
        </div>
        ${footView(view, l)}
      </div>
    </div>
    <details ?open=${extras.detailed} @toggle=${extras.opened}>
      <summary>${l.t('target.more')}</summary>
      ${extras.more}
    </details>
    ${extras.below}
  </article>`;
}
