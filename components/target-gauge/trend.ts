import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TargetView } from '../../src/client/target/target-view.types.js';
import type { LanguageController } from '../base/language.js';
import { measure } from './words.js';

/** Years that are drawn; the table has all. */
const most = 6;
const step = 56;
const high = 44;
const top = 18;

/** The years as columns under their values; of a single year there is no trend. */
export function trendView(view: TargetView, l: LanguageController): TemplateResult | typeof nothing {
  const { indicator, now, years } = view;
  const list = years.filter(({ value }) => value !== undefined).slice(-most);
  if (list.length < 2) return nothing;
  const text = (value: number): string => measure(indicator.kind, value, l.lang);
  const goal = now?.target.value;
  const max = Math.max(...list.map(({ value = 0 }) => value), goal ?? 0, 1);
  const size = (value: number): number => Math.round((value / max) * high * 10) / 10;
  const width = list.length * step;
  return html`<svg
    class="trend"
    part="trend"
    viewBox="0 0 ${width} ${top + high + 20}"
    width=${width}
    height=${top + high + 20}
    role="img"
    aria-label=${l.t('target.trend', { list: list.map(({ year, value = 0 }) => `${year}: ${text(value)}`).join('; ') })}
  >
    ${list.map(({ year, value = 0 }, index) => {
      const x = index * step + step / 2;
      const tall = Math.max(1, size(value));
      const last = index === list.length - 1 ? 'last' : '';
      return svg`<rect class="column ${last}" x=${x - 10} y=${top + high - tall} width="20" height=${tall}></rect>
        <text class="amount ${last}" x=${x} y="11" text-anchor="middle">${text(value)}</text>
        <text class="when" x=${x} y=${top + high + 15} text-anchor="middle">${String(year)}</text>`;
    })}
    ${goal === undefined ? nothing : svg`<path class="goal-line" d="M0 ${top + high - size(goal)}H${width}"></path>`}
    ${svg`<path class="ground" d="M0 ${top + high}H${width}"></path>`}
  </svg>`;
}
