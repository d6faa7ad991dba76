import { html, nothing, svg, type TemplateResult } from 'lit';
import { gaugeScale, type GaugeScale } from '../../src/domain/target/gauge-scale.js';
import type { TargetView } from '../../src/domain/target/target-view.types.js';
import { leadText, valueOf, valueText } from '../../src/i18n/target-sentences.js';
import { aim, measure, yearOf } from '../../src/i18n/target-words.js';
import type { LanguageController } from '../base/language.js';

/** Text at a place of the scale, kept inside of it. */
function label(at: number, y: number, words: string, name: string): TemplateResult {
  const anchor = at < 22 ? 'start' : at > 78 ? 'end' : 'middle';
  return svg`<text class=${name} x="${at}%" y=${y} text-anchor=${anchor}>${words}</text>`;
}

const upright = (name: string, at: number, from: number, to: number): TemplateResult =>
  svg`<line class=${name} x1="${at}%" x2="${at}%" y1=${from} y2=${to}></line>`;

/** Draws a view on its scale. */
type Draw = (view: TargetView, l: LanguageController, scale: GaugeScale) => TemplateResult;

/** The bar with the marks of both targets and of the path. */
function bar({ value, target, next, path, whole }: GaugeScale, top: number, high: number): TemplateResult {
  return svg`
    <rect class="track" y=${top} width="100%" height=${high} rx="3"></rect>
    ${value ? svg`<rect class="fill" y=${top} width="${value}%" height=${high} rx="3"></rect>` : nothing}
    ${whole !== undefined && whole < 100 ? upright('whole', whole, top, top + high) : nothing}
    ${path === undefined ? nothing : upright('path', path, top, top + high + 6)}
    ${next === undefined ? nothing : svg`<circle class="next" cx="${next}%" cy=${top + high / 2} r="3.5"></circle>`}
    ${
      target === undefined
        ? nothing
        : svg`<rect class="mark" x="${target}%" y=${top - 4} width="3" height=${high + 8} transform="translate(-1.5)"></rect>`
    }`;
}

/** For a list: the bar and the target's mark alone. */
export const slimMarks: Draw = (_view, _l, scale) =>
  bar({ ...scale, next: undefined, path: undefined }, 4, 8);

/** A bar with its marks, each with its word. */
export const bulletMarks: Draw = ({ now }, l, scale) => {
  const { target, path, whole } = scale;
  const near = (at: number): boolean => path !== undefined && Math.abs(path - at) < 40;
  const { target: goal, standing } = now ?? {};
  return svg`${bar(scale, 24, 14)}
    ${goal ? label(target!, 13, l.t('target.mark', { year: yearOf(goal), target: aim(goal, l) }), 'goal') : nothing}
    ${near(0) ? nothing : label(0, 58, '0', 'tick')}
    ${whole === undefined || near(whole) ? nothing : label(whole, 58, measure('share', 10_000, l.lang, true), 'tick')}
    ${
      path === undefined
        ? nothing
        : label(
            path,
            58,
            l.t('target.path', { value: measure(goal!.kind, standing!.expected!, l.lang) }),
            'tick',
          )
    }`;
};

const arc = 'M22 120A98 98 0 0 1 218 120';

/** Half a circle with the target's mark, and the value in it. */
export const arcMarks: Draw = (view, l, { value, target, next, path, whole }) => {
  const text = leadText(view, l) ?? '–';
  const ray = (name: string, at: number, from: number, to: number): TemplateResult =>
    svg`<path class=${name} d="M${from} 120H${to}" transform="rotate(${at * 1.8} 120 120)"></path>`;
  return svg`
    <path class="track" d=${arc}></path>
    ${value ? svg`<path class="fill" d=${arc} pathLength="100" stroke-dasharray="${Math.min(100, value)} 200"></path>` : nothing}
    ${whole !== undefined && whole < 100 ? ray('whole', whole, 13, 31) : nothing}
    ${path === undefined ? nothing : ray('path', path, 28, 41)}
    ${next === undefined ? nothing : svg`<circle class="next" cx="22" cy="120" r="4" transform="rotate(${next * 1.8} 120 120)"></circle>`}
    ${target === undefined ? nothing : ray('mark', target, 7, 37)}
    <text class="number ${text.length > 8 ? 'long' : ''}" x="120" y="114" text-anchor="middle">${text}</text>`;
};

/**
 * The picture of a gauge, which is a meter with a text; a picture with a text where there is no value to be told. Without a
 * target there is none of a number, which would be a bar of any length, nor of a share that cannot be told.
 */
export function meter(
  view: TargetView,
  l: LanguageController,
  draw: Draw,
  name: string,
): TemplateResult | typeof nothing {
  const value = valueOf(view);
  const scale = gaugeScale(view, value);
  if (name !== 'half' && !view.now && (view.indicator.kind === 'number' || value === undefined))
    return nothing;
  const unit = view.indicator.kind === 'share' ? 100 : 1;
  const text = valueText(view, l);
  const told = <T>(one: T): T | typeof nothing => (value === undefined ? nothing : one);
  return html`<svg
    class=${name}
    part="meter"
    viewBox=${name === 'half' ? '0 0 240 128' : nothing}
    role=${value === undefined ? 'img' : 'meter'}
    aria-label=${value === undefined ? text : l.text(view.indicator.label)}
    aria-valuetext=${told(text)}
    aria-valuemin=${told(0)}
    aria-valuemax=${told(Math.ceil(scale.max / unit))}
    aria-valuenow=${told((value ?? 0) / unit)}
  >
    ${draw(view, l, scale)}
  </svg>`;
}
