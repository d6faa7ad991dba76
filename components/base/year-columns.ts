import { html, nothing, svg, type TemplateResult } from 'lit';

/** A column: a year, how much, and how that is written. */
export interface YearColumn {
  readonly year: number;
  readonly value: number;
  readonly text: string;
}

const step = 56;
const high = 44;
const top = 18;

/** Years as columns under their values, the last one in the tone of what it says. `goal`: a line across, in the same measure. */
export function yearColumns(
  list: readonly YearColumn[],
  label: string,
  goal?: number,
  wide = step,
): TemplateResult {
  const max = Math.max(...list.map(({ value }) => value), goal ?? 0, 1);
  const size = (value: number): number => Math.round((value / max) * high * 10) / 10;
  const width = list.length * wide;
  return html`<svg
    class="trend"
    part="trend"
    viewBox="0 0 ${width} ${top + high + 20}"
    width=${width}
    height=${top + high + 20}
    role="img"
    aria-label=${label}
  >
    ${list.map(({ year, value, text }, index) => {
      const x = index * wide + wide / 2;
      const tall = Math.max(1, size(value));
      const last = index === list.length - 1 ? 'last' : '';
      return svg`<rect class="column ${last}" x=${x - 10} y=${top + high - tall} width="20" height=${tall}></rect>
        <text class="amount ${last}" x=${x} y="11" text-anchor="middle">${text}</text>
        <text class="when" x=${x} y=${top + high + 15} text-anchor="middle">${String(year)}</text>`;
    })}
    ${goal === undefined ? nothing : svg`<path class="goal-line" d="M0 ${top + high - size(goal)}H${width}"></path>`}
    ${svg`<path class="ground" d="M0 ${top + high}H${width}"></path>`}
  </svg>`;
}
