import { html } from 'hono/html';
import { cardFont } from '../../badge-art/card.js';
import { statusSigns } from '../../badge-art/status-signs.js';
import { wrapWords } from '../../badge-art/wrap-words.js';
import { gaugeScale, type GaugeScale } from '../../domain/target/gauge-scale.js';
import { clean } from '../../document/wording.js';
import type { TargetView } from '../../domain/target/target-view.types.js';
import {
  footNotes,
  leadText,
  notes,
  sentence,
  statusOf,
  valueOf,
  valueText,
} from '../../i18n/target-sentences.js';
import { aim, measure, yearOf } from '../../i18n/target-words.js';
import type { Wordings } from '../../i18n/translate.js';
import { colourStyles } from './colour-styles.js';
import { styleElement, styleSource } from './style-policy.js';
import { wide } from './widths.js';

/** Pixels. As wide as the column of a narrow phone, so that words stay legible where it is made smaller. */
const width = 360;
const edge = 16;
const room = width - 2 * edge;

const styles =
  colourStyles +
  `text{font-family:${cardFont};fill:var(--ink-muted);font-size:14px;font-variant-numeric:tabular-nums}` +
  '.g{--tone:var(--accent);--soft:var(--accent-soft)}' +
  '.behind{--tone:var(--warning);--soft:var(--warning-soft)}' +
  '.unknown,.none{--tone:var(--ink-muted);--soft:var(--surface-soft)}' +
  '.ground{fill:var(--surface);stroke:var(--line)}' +
  '.label{fill:var(--ink);font-size:17px;font-weight:600}' +
  '.big{fill:var(--ink);font-size:34px;font-weight:600}' +
  '.sentence{fill:var(--ink);font-size:15px}' +
  '.foot{font-size:13px}.doubt{fill:var(--warning)}' +
  '.pill{fill:var(--soft);stroke:var(--tone)}.status{fill:var(--tone);font-weight:500}' +
  '.sign{fill:none;stroke:var(--tone);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}' +
  '.track{fill:var(--line)}.fill{fill:var(--tone)}' +
  '.mark{fill:var(--ink);stroke:var(--surface);stroke-width:2;paint-order:stroke}' +
  '.goal{fill:var(--ink);font-weight:600}.tick{font-size:13px}' +
  '.path{stroke:var(--ink-muted);stroke-width:1.5}.whole{stroke:var(--surface)}' +
  '.next{fill:var(--surface);stroke:var(--ink);stroke-width:1.5}';

/** What the picture needs of `style-src` where it is opened by itself. */
export const gaugeStyleSource = styleSource(styles);

type Part = ReturnType<typeof html>;

/** Writes lines below each other. */
class Column {
  readonly parts: Part[] = [];
  /** Where the next line begins. */
  y = edge;

  write(text: string, className: string, size: number, most: number, indent = 0): void {
    const bold = className === 'label' || className === 'big';
    const measured = (words: string): number => wide(words, size, bold ? 600 : 400);
    for (const line of wrapWords(text, room - indent, most, measured)) {
      this.y += Math.round(size * 1.45);
      const [x, y] = [edge + indent, this.y - Math.round(size * 0.3)];
      this.parts.push(html`<text class="${className}" x="${x}" y="${y}">${line}</text>`);
    }
  }
}

/** The status as a sign and in words, beside what leads where there is room for both. */
function writeStatus(column: Column, view: TargetView, l: Wordings, lead: string | undefined): void {
  const status = statusOf(view);
  const words = l.t(`target.status.${status}`);
  const [pill, high] = [Math.ceil(wide(words, 14, 500)) + 46, 28];
  // Figures are wider than letters are on average.
  const taken = lead === undefined ? 0 : Math.ceil(lead.length * 34 * 0.7) + 12;
  const beside = lead !== undefined && taken + pill <= room;
  if (lead !== undefined) column.write(lead, 'big', 34, 1);
  const [x, y] = beside ? [edge + taken, column.y - 40] : [edge, column.y + 4];
  if (!beside) column.y += high + 4;
  column.parts.push(
    html`<g transform="translate(${x} ${y})">
      <rect class="pill" width="${pill}" height="${high}" rx="14" />
      <path class="sign" transform="translate(10 6)" d="${statusSigns[status]}" />
      <text class="status" x="32" y="19">${words}</text>
    </g>`,
  );
}

/** A share of the scale as pixels from the left. */
const at = (share: number): number => Math.round(edge * 10 + (share * room) / 10) / 10;

/** Text at a place of the scale, kept inside of it. */
function label(share: number, y: number, words: string, className: string): Part {
  const anchor = share < 22 ? 'start' : share > 78 ? 'end' : 'middle';
  return html`<text class="${className}" x="${at(share)}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

const upright = (className: string, share: number, from: number, to: number): Part =>
  html`<path class="${className}" d="M${at(share)} ${from}V${to}" />`;

/** The bar with its marks, each with its word: as the element draws it. */
function writeBar(column: Column, { now }: TargetView, l: Wordings, scale: GaugeScale): void {
  const { value, target, path, next, whole } = scale;
  const top = column.y + 26;
  const [high, below] = [14, top + 34];
  const near = (share: number): boolean => path !== undefined && Math.abs(path - share) < 40;
  const length = (share: number): number => Math.round(share * room) / 100;
  const bar = (className: string, share: number): Part =>
    html`<rect
      class="${className}"
      x="${edge}"
      y="${top}"
      width="${length(share)}"
      height="${high}"
      rx="3"
    />`;
  column.parts.push(bar('track', 100));
  if (value) column.parts.push(bar('fill', value));
  if (whole !== undefined && whole < 100) column.parts.push(upright('whole', whole, top, top + high));
  if (path !== undefined) column.parts.push(upright('path', path, top, top + high + 6));
  if (next !== undefined)
    column.parts.push(html`<circle class="next" cx="${at(next)}" cy="${top + high / 2}" r="3.5" />`);
  if (target !== undefined && now) {
    const words = l.t('target.mark', { year: yearOf(now.target), target: aim(now.target, l) });
    const left = Math.round((at(target) - 1.5) * 10) / 10;
    column.parts.push(
      html`<rect class="mark" x="${left}" y="${top - 4}" width="3" height="${high + 8}" />`,
      label(target, top - 10, words, 'goal'),
    );
  }
  if (!near(0)) column.parts.push(label(0, below, '0', 'tick'));
  if (whole !== undefined && !near(whole))
    column.parts.push(label(whole, below, measure('share', 10_000, l.lang, true), 'tick'));
  if (path !== undefined && now?.standing.expected !== undefined) {
    const reached = measure(now.target.kind, now.standing.expected, l.lang);
    column.parts.push(label(path, below, l.t('target.path', { value: reached }), 'tick'));
  }
  column.y = below + 8;
}

/**
 * A gauge as an SVG image, for pages that run no script: figure, target, status, pace, coverage, and by which text. Light or
 * dark as the reader's system is.
 */
export async function gaugeImage(view: TargetView, l: Wordings): Promise<string> {
  const value = valueOf(view);
  const column = new Column();
  column.write(l.text(view.indicator.label), 'label', 17, 4);
  column.write(
    `${l.text(view.place.name)} · ${l.t('target.year', { year: String(view.year) })}`,
    'hint',
    14,
    3,
  );
  column.y += 6;
  writeStatus(column, view, l, leadText(view, l));
  // Without a target there is no picture of a number, which would be a bar of any length.
  if (view.now || (view.indicator.kind === 'share' && value !== undefined))
    writeBar(column, view, l, gaugeScale(view, value));
  column.y += 8;
  column.write(sentence(view, l), 'sentence', 15, 6);
  const list = notes(view, l);
  for (const note of list) {
    column.y += 6;
    column.parts.push(html`<text x="${edge}" y="${column.y + 16}">–</text>`);
    column.write(note, 'note', 14, 6, 16);
  }
  column.y += 8;
  for (const { words, doubt } of footNotes(view, l))
    column.write(words, doubt ? 'foot doubt' : 'foot', 13, 3);
  const height = column.y + edge;
  return (
    await html`<svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      role="img"
      aria-labelledby="t d"
      lang="${l.lang}"
    >
      <title id="t">${clean(valueText(view, l))}</title>
      <desc id="d">${clean(list.join(' '))}</desc>
      ${styleElement(styles)}
      <g class="g ${statusOf(view)}">
        <rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6" />
        ${column.parts}
      </g>
    </svg> `
  ).toString();
}
