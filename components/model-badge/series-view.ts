import { html, nothing, type TemplateResult } from 'lit';
import type { PublicRecognition, SeriesEntry } from '../../src/domain/recognition.schema.js';
import type { LanguageController } from '../base/language.js';
import { rankOf, viewBox } from '../../src/badge-art/artwork.js';
import { picture } from '../base/badge-picture.js';

/** What a year came to, in words that go on after the year: "mức độ 2", "chưa xét". */
function words({ state, outcomeLabel }: SeriesEntry, l: LanguageController): string {
  if (state !== 'valid' && state !== 'coming' && state !== 'expired') return l.t(`badge.series.${state}`);
  const label = l.text(outcomeLabel);
  return label ? label.charAt(0).toLocaleLowerCase(l.lang) + label.slice(1) : l.t('badge.series.granted');
}

/** The years as one sentence: "2023 đạt, 2024 mức độ 2, 2025 chưa xét". */
export const seriesSentence = (series: readonly SeriesEntry[], l: LanguageController): string =>
  series.map((entry) => l.t('badge.series.entry', { year: entry.cycle, words: words(entry, l) })).join(', ');

function yearView(
  { model, cycle }: PublicRecognition,
  entry: SeriesEntry,
  l: LanguageController,
): TemplateResult {
  const { state, outcome } = entry;
  const granted = state !== 'not-recognised' && state !== 'pending';
  return html`<li class=${state} aria-current=${entry.cycle === cycle ? 'true' : nothing}>
    ${
      granted
        ? html`<svg
            class="art ${state === 'coming' ? 'expired' : state}"
            viewBox=${viewBox}
            aria-hidden="true"
          >
            ${picture(model, rankOf(outcome), 'plain', state === 'revoked')}
          </svg>`
        : html`<span class="open" aria-hidden="true"></span>`
    }
    <span
      ><strong>${entry.cycle}</strong> ${words(entry, l)}${
        state === 'coming' || state === 'expired'
          ? html`<small>${l.t(`badge.status.${state}`)}</small>`
          : nothing
      }</span
    >
  </li>`;
}

/** The title over the years: as a sentence to be quoted, and as a list with a picture each. */
export function seriesView(value: PublicRecognition, l: LanguageController): TemplateResult | typeof nothing {
  const { series } = value;
  if (!series.length) return nothing;
  return html`<section class="series" part="series">
    <h4>${l.t('badge.series')}</h4>
    <p class="hint">${seriesSentence(series, l)}</p>
    <ol>
      ${series.map((entry) => yearView(value, entry, l))}
    </ol>
  </section>`;
}
