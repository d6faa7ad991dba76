import { html, type TemplateResult } from 'lit';
import type { Model } from '../../../src/domain/text.schema.js';
import type { LanguageController } from '../../base/language.js';

const models: readonly Model[] = ['family', 'clan', 'community', 'unit', 'citizen'];
/** Years offered, this one first. */
const years = 6;

interface Shown {
  view: 'waiting' | 'titles';
  model: Model | undefined;
  cycle: string | undefined;
}

const valueOf = (event: Event): string | undefined => (event.target as HTMLSelectElement).value || undefined;

/** Which part of the work, of which model and year. */
export function filtersView(
  { view, model, cycle, l, year }: Shown & { l: LanguageController; year: number },
  choose: (change: Partial<Shown>) => void,
): TemplateResult {
  return html`<div class="views" role="group" aria-label=${l.t('recognition.views')}>
      ${(['waiting', 'titles'] as const).map(
        (one) =>
          html`<button
            type="button"
            aria-pressed=${view === one ? 'true' : 'false'}
            @click=${() => choose({ view: one })}
          >
            ${l.t(`recognition.view.${one}`)}
          </button>`,
      )}
    </div>
    <fieldset class="filters" part="filters" aria-label=${l.t('recognition.title')}>
      <label class="field"
        ><span>${l.t('recognition.model')}</span
        ><select @change=${(event: Event) => choose({ model: valueOf(event) as Model | undefined })}>
          <option value="" ?selected=${!model}>${l.t('recognition.all')}</option>
          ${models.map(
            (one) =>
              html`<option value=${one} ?selected=${one === model}>${l.t(`badge.name.${one}`)}</option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span>${l.t('recognition.cycle')}</span
        ><select @change=${(event: Event) => choose({ cycle: valueOf(event) })}>
          <option value="" ?selected=${!cycle}>${l.t('recognition.all')}</option>
          ${Array.from({ length: years }, (_unused, index) => String(year - index)).map(
            (one) => html`<option value=${one} ?selected=${one === cycle}>${one}</option>`,
          )}
        </select></label
      >
    </fieldset>`;
}
