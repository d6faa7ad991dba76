import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Coverage, Report } from '../../../src/domain/report/report.types.js';
import { formatDate } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { partsWord, titleOf, wasNotThere } from './words.js';

/** The way up from a place. `go`: shows the report of a wider one. */
function pathView(
  { path }: Report,
  l: LanguageController,
  go: (locality: string) => void,
): TemplateResult | typeof nothing {
  if (path.length < 2) return nothing;
  return html`<nav aria-label=${l.t('report-page.path')} part="path">
    <ol class="path">
      ${path.slice(0, -1).map(
        ({ key, name }) =>
          html`<li>
            <button type="button" class="quiet" @click=${() => go(key)}>${l.text(name)}</button>
          </li>`,
      )}
      <li aria-current="location">${l.text(path.at(-1)!.name)}</li>
    </ol>
  </nav>`;
}

/** How many parts have reported, and the names of the others. */
export function coverageView(coverage: Coverage, l: LanguageController): TemplateResult {
  const { reported, expected, missing } = coverage;
  const words = { reported, expected, parts: partsWord(coverage, l) };
  const share = expected > 0 ? Math.round((reported / expected) * 1000) / 10 : 0;
  return html`<section class="coverage" part="coverage">
    <p>
      <strong>${l.t(missing.length > 0 ? 'report.coverage' : 'report.coverage.all', words)}</strong>
    </p>
    <svg class="whole" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="track" width="100" height="6"></rect><rect class="fill" width=${share} height="6"></rect>`}
    </svg>
    ${
      missing.length > 0
        ? html`<p class="on-paper">
              ${l.t('report.coverage.missing', { names: missing.map(({ name }) => l.text(name)).join(', ') })}
            </p>
            <details>
              <summary>${l.t('report-page.missing', { n: missing.length })}</summary>
              <ul class="names" part="missing">
                ${missing.map(({ name }) => html`<li>${l.text(name)}</li>`)}
              </ul>
            </details>`
        : nothing
    }
  </section>`;
}

/** What report it is, of which place and day. */
export function headView(
  report: Report,
  l: LanguageController,
  go: (locality: string) => void,
): TemplateResult {
  const { year, on, running, before, sections } = report;
  const bare = sections.every(({ lines }) => lines.length === 0) && !sections.some(({ pending }) => pending);
  return html`<div class="head" part="header">
    ${pathView(report, l, go)}
    <h2 id="title" tabindex="-1">${titleOf(report, l)}</h2>
    <p class="of" part="place">${l.text(report.place.name)}</p>
    <p class="hint facts">
      <span>${l.t('report.on', { date: formatDate(on) })}</span>
      <span
        >${l.t(wasNotThere(report) ? 'report-page.against.none' : 'report-page.against', { year: String(before) })}</span
      >
      ${running ? html`<span class="doubt">${l.t('report.running', { year: String(year) })}</span>` : nothing}
      <span class="doubt">${l.t('report.sample')}</span>
    </p>
    ${bare ? html`<p class="notice">${l.t('report-page.bare', { year: String(year) })}</p>` : nothing}
  </div>`;
}
