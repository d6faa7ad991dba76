import { html, nothing, type TemplateResult } from 'lit';
import type { Milestone, TargetView, YearFigure } from '../../../src/domain/target/target-view.types.js';
import type { LegalSource } from '../../../src/domain/criteria-set.schema.js';
import { formatDate, formatNumber } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { aim, measure, yearOf } from '../../../src/i18n/target-words.js';

const cell = (content: unknown): TemplateResult => html`<td class="number">${content}</td>`;

/** Where a year's figure is from. */
function origin({ how, from = [], figure, liveTotal, lack }: YearFigure, l: LanguageController): string {
  if (lack) {
    const places = lack.places.map(l.text).join(', ');
    return l.t(`target.lack.${lack.code}`, { places });
  }
  if (!how) return '';
  const words =
    how === 'report' && figure?.source
      ? l.t('target.how.source', { source: figure.source })
      : l.t(`target.how.${how}`, { places: from.map(l.text).join(', ') });
  return liveTotal ? `${words}; ${l.t('target.live-total')}` : words;
}

/** The years as a table: what the picture shows, and where it is from. */
function yearsTable({ indicator, years }: TargetView, l: LanguageController): TemplateResult {
  const share = indicator.kind === 'share';
  const registered = years.some((one) => one.registered !== undefined);
  const covered = years.some(({ figure }) => figure?.coverage);
  const head = (name: string): TemplateResult =>
    html`<th scope="col" class="number">${l.t(`target.column.${name}`)}</th>`;
  const number = (value: number | undefined): string =>
    value === undefined ? '–' : formatNumber(value, l.lang, 0);
  return html`<div class="table-wrap" role="group" tabindex="0" aria-label=${l.t('target.table')}>
    <table part="table">
      <caption>
        ${l.t('target.table')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${l.t('target.column.year')}</th>
          ${head(share ? 'count' : 'number')}
          ${share ? [head('of'), head('value')] : nothing}${registered ? head('registered') : nothing}
          ${covered ? head('coverage') : nothing}
          <th scope="col">${l.t('target.column.how')}</th>
        </tr>
      </thead>
      <tbody>
        ${years.map((one) => {
          const { figure, value } = one;
          const { coverage } = figure ?? {};
          return html`<tr>
            <th scope="row">${one.year}</th>
            ${cell(number(figure?.count))}
            ${
              share
                ? [
                    cell(number(figure?.of)),
                    cell(value === undefined ? '–' : measure('share', value, l.lang)),
                  ]
                : nothing
            }${registered ? cell(number(one.registered)) : nothing}
            ${covered ? cell(coverage ? `${number(coverage.reported)} / ${number(coverage.expected)}` : '–') : nothing}
            <td>${origin(one, l)}${figure ? html` <small>${formatDate(figure.asOf)}</small>` : nothing}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** A text with its number, day and who issued it. */
function sourceText({ name, number, date, issuer }: LegalSource, l: LanguageController): string {
  return [
    l.text(name),
    ...(number ? [l.t('target.basis.number', { number })] : []),
    ...(date ? [l.t('target.law.date', { date: formatDate(date) })] : []),
    ...(issuer ? [l.text(issuer)] : []),
  ].join(', ');
}

function lawView({ target, others = [], wider = [] }: Milestone, l: LanguageController): TemplateResult {
  const { source, provenance, disputed = [], kind } = target;
  const value = (one: number): string => measure(kind, one, l.lang, true);
  return html`<li>
    <strong>${l.t('target.law.year', { year: yearOf(target), target: aim(target, l) })}</strong>
    ${
      source.url && /^https?:/.test(source.url)
        ? html`<a href=${source.url}>${sourceText(source, l)}</a>`
        : html`<span>${sourceText(source, l)}</span>`
    }
    ${provenance === 'sourced' ? nothing : html`<span class="doubt">${l.t(`target.${provenance}`)}</span>`}
    ${source.note ? html`<span class="hint">${l.text(source.note)}</span>` : nothing}
    ${disputed.map(
      (other) =>
        html`<span class="hint"
          >${l.t('target.law.disputed', { value: value(other.value), source: l.text(other.source) })}</span
        >`,
    )}
    ${others.map(
      (other) =>
        html`<span class="hint"
          >${
            other.value === target.value
              ? l.t('target.law.also', { source: sourceText(other.source, l) })
              : l.t('target.law.disputed', { value: value(other.value), source: sourceText(other.source, l) })
          }</span
        >`,
    )}
    ${wider.map(
      (other) =>
        html`<span class="hint"
          >${l.t('target.law.wider', { value: value(other.value), source: sourceText(other.source, l) })}</span
        >`,
    )}
  </li>`;
}

/** The table behind the picture, the texts behind the target, and who has not reported. */
export function moreView(view: TargetView, l: LanguageController): TemplateResult {
  const { now, next, years } = view;
  const milestones = [now, next].filter((one) => one !== undefined);
  const missing = years.at(-1)?.missing ?? [];
  return html`<div class="more">
    ${years.length > 0 ? yearsTable(view, l) : nothing}
    ${
      missing.length > 0
        ? html`<p><strong>${l.t('target.missing-places')}</strong> ${missing.map(l.text).join(', ')}</p>`
        : nothing
    }
    ${
      milestones.length > 0
        ? html`<section part="law">
            <h4>${l.t('target.law')}</h4>
            <ul class="laws">
              ${milestones.map((one) => lawView(one, l))}
            </ul>
          </section>`
        : nothing
    }
  </div>`;
}
