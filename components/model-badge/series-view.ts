import { html, nothing, type TemplateResult } from 'lit';
import type { PublicRecognition, SeriesEntry } from '../../src/domain/recognition.schema.js';
import type { LanguageController } from '../base/language.js';
import { rankOf, viewBox } from '../../src/badge-art/artwork.js';
import { picture } from '../base/badge-picture.js';

/** How a title looks: gold is for what stands, and one that does not hold yet stands no more than one that has run out. */
export const lookOf = <S extends string>(state: S): Exclude<S, 'coming'> | 'expired' =>
  state === 'coming' ? 'expired' : (state as Exclude<S, 'coming'>);

const isTitle = (state: SeriesEntry['state']): state is 'valid' | 'coming' | 'expired' | 'revoked' =>
  state !== 'not-recognised' && state !== 'pending';

/** What a year came to, in words that go on after the year: "mức độ 2", "chưa xét". */
function words({ state, outcomeLabel }: SeriesEntry, l: LanguageController): string {
  if (state === 'revoked' || !isTitle(state)) return l.t(`badge.series.${state}`);
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
  const look = lookOf(state);
  return html`<li class=${state} aria-current=${entry.cycle === cycle ? 'true' : nothing}>
    ${
      isTitle(state)
        ? html`<svg class="art ${look}" viewBox=${viewBox} aria-hidden="true">
            ${picture(model, rankOf(outcome), 'plain', state === 'revoked')}
          </svg>`
        : html`<span class="open" aria-hidden="true"></span>`
    }
    <span
      ><strong>${entry.cycle}</strong> ${words(entry, l)}${
        look === 'expired' ? html`<small>${l.t(`badge.status.${state}`)}</small>` : nothing
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
