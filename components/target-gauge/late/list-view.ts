import { html, nothing, svg, type TemplateResult } from 'lit';
import { distanceOf, type PartView } from '../../../src/domain/target/distance.js';
import type { TargetView } from '../../../src/domain/target/target-view.types.js';
import { formatNumber } from '../../../src/i18n/translate.js';
import type { LanguageController } from '../../base/language.js';
import { statusView } from '../../base/standing-view.js';
import { aim, measure, yearOf } from '../../../src/i18n/target-words.js';
import { meter, slimMarks } from '../marks.js';
import {
  figureOf,
  figureText,
  leadText,
  sentence,
  statusOf,
  valueOf,
} from '../../../src/i18n/target-sentences.js';

/** A row of a list: its name opens it. */
interface Row {
  readonly name: string;
  readonly view: TargetView;
  readonly distance: number | undefined;
  readonly open: (() => void) | undefined;
}

/** How far it is from its target: "−4,5 điểm phần trăm". */
function gapText({ view, distance }: Row, l: LanguageController): string {
  const { target } = view.now ?? {};
  if (distance === undefined || !target) return '';
  if (distance === 0) return l.t('target.gap.none');
  const sign = distance < 0 ? '\u2212' : '+';
  const value = sign + formatNumber(Math.abs(distance) / 100, l.lang);
  return target.kind === 'share' ? l.t('target.gap.share', { value }) : `${value}\u00a0%`;
}

const nameView = ({ name, open }: Row): TemplateResult =>
  open
    ? html`<button type="button" class="open" @click=${open}>
        <span>${name}</span
        ><svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
          ${svg`<path d="M6 3.5L10.5 8 6 12.5"></path>`}
        </svg>
      </button>`
    : html`<span class="name">${name}</span>`;

function rowView(row: Row, l: LanguageController): TemplateResult {
  const { view } = row;
  return html`<li class=${statusOf(view)}>
    <div class="who">${nameView(row)}</div>
    <div class="reading">
      <span class="value">${leadText(view, l) ?? '–'}</span>
      ${meter(view, l, slimMarks, 'bar slim')}
    </div>
    <div class="tail">
      ${statusView(statusOf(view), l)}
      <span class="hint">${gapText(row, l) || figureText(view, l)}</span>
    </div>
  </li>`;
}

function tableView(
  rows: readonly Row[],
  first: string,
  title: string,
  l: LanguageController,
): TemplateResult {
  const head = (name: string): TemplateResult =>
    html`<th scope="col" class="number">${l.t(`target.column.${name}`)}</th>`;
  const number = (value: number | undefined): string =>
    value === undefined ? '–' : formatNumber(value, l.lang, 0);
  return html`<details>
    <summary>${l.t('target.as-table')}</summary>
    <div class="table-wrap" role="group" tabindex="0" aria-label=${title}>
      <table part="table">
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${l.t(`target.column.${first}`)}</th>
            ${['count', 'of', 'value', 'target', 'gap'].map(head)}
            <th scope="col">${l.t('target.column.status')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const { now, indicator } = row.view;
            const figure = figureOf(row.view);
            const value = valueOf(row.view);
            return html`<tr>
              <th scope="row">${row.name}</th>
              <td class="number">${number(figure?.count)}</td>
              <td class="number">${number(figure?.of)}</td>
              <td class="number">${value === undefined ? '–' : measure(indicator.kind, value, l.lang)}</td>
              <td class="number">${now ? `${aim(now.target, l)} (${yearOf(now.target)})` : '–'}</td>
              <td class="number">${gapText(row, l) || '–'}</td>
              <td>${l.t(`target.status.${statusOf(row.view)}`)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Counts of each status, so that a long list is understood at its head. */
function countsView(rows: readonly Row[], l: LanguageController): TemplateResult {
  const order = ['reached', 'on-track', 'behind', 'unknown', 'none'] as const;
  const counts = order.map((status) => ({
    status,
    n: rows.filter(({ view }) => statusOf(view) === status).length,
  }));
  return html`<ul class="counts" part="counts">
    ${counts
      .filter(({ n }) => n > 0)
      .map(({ status, n }) => html`<li>${statusView(status, l)} <strong>${n}</strong></li>`)}
  </ul>`;
}

/** The parts of a place by their distance to the target. `open`: goes down into one. */
export function rankingView(
  parts: readonly PartView[],
  l: LanguageController,
  open: (view: TargetView) => void,
): TemplateResult {
  const [first] = parts;
  if (!first) return html`<p class="hint" part="ranking">${l.t('target.ranking.empty')}</p>`;
  const rows = parts.map(({ view, distance }): Row => ({
    name: l.text(view.place.name),
    view,
    distance,
    open: () => open(view),
  }));
  const { level } = first.view.place;
  const kind = l.t(`target.parts.${level === 'nation' ? 'mixed' : level}`);
  const title = l.t('target.ranking', { parts: kind.charAt(0).toLocaleUpperCase(l.lang) + kind.slice(1) });
  return html`<section part="ranking">
    <h4 tabindex="-1">${title}</h4>
    <p class="hint">${l.t('target.ranking.hint')}</p>
    ${countsView(rows, l)}
    <ol class="rows">
      ${rows.map((row) => rowView(row, l))}
    </ol>
    ${tableView(rows, 'place', title, l)}
  </section>`;
}

/** The parts of a place with the indicator above them. */
export function rankingPage(
  view: TargetView | undefined,
  parts: readonly PartView[],
  l: LanguageController,
  open: (view: TargetView) => void,
): TemplateResult {
  return html`<div class="ranking-page">
    ${
      view
        ? html`<div>
            <h3 part="label" tabindex="-1">${l.text(view.indicator.label)}</h3>
            <p class="hint">
              ${view === parts[0]?.view ? '' : `${l.text(view.place.name)} · `}${l.t('target.year', {
                year: String(view.year),
              })}
            </p>
            ${view === parts[0]?.view ? nothing : html`<p part="sentence">${sentence(view, l)}</p>`}
          </div>`
        : nothing
    }
    ${rankingView(parts, l, open)}
  </div>`;
}

/** All targets of one place. `open`: shows one of them in full. */
export function scorecardView(
  card: readonly TargetView[],
  l: LanguageController,
  open: (view: TargetView) => void,
): TemplateResult | typeof nothing {
  const [first] = card;
  if (!first) return nothing;
  const rows = card.map((view): Row => ({
    name: l.text(view.indicator.label),
    view,
    distance: distanceOf(view),
    open: () => open(view),
  }));
  const title = l.t('target.scorecard', { place: l.text(first.place.name) });
  return html`<section class="scorecard" part="scorecard">
    <h3 part="label" tabindex="-1">${title}</h3>
    <p class="hint">${l.t('target.year', { year: String(first.year) })}</p>
    ${countsView(rows, l)}
    <ul class="rows">
      ${rows.map((row) => rowView(row, l))}
    </ul>
    ${tableView(rows, 'indicator', title, l)}
  </section>`;
}

/** One step of the way down. */
export interface Crumb {
  readonly name: string;
  readonly back: () => void;
}

/** The way that was gone down, and back. */
export function crumbsView(crumbs: readonly Crumb[], here: string, l: LanguageController): TemplateResult {
  return html`<nav aria-label=${l.t('target.crumbs')} part="crumbs">
    <ol class="crumbs">
      ${crumbs.map(
        ({ name, back }) =>
          html`<li><button type="button" class="quiet" @click=${back}>${name}</button></li>`,
      )}
      <li aria-current="location">${here}</li>
    </ol>
  </nav>`;
}
