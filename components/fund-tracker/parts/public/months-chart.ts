import uPlot from 'uplot';
import type { LanguageController } from '../../../base/language.js';
import { watchSize } from '../../../base/watch-size.js';
import { formatDong } from '../../../../src/i18n/format-dong.js';
import { formatNumber } from '../../../../src/i18n/translate.js';
import type { MonthRow } from './months-view.js';

const height = 220;

/** Colours as the page has them at this moment: dark or light, forced or the host's own. */
interface Ink {
  readonly accent: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
}

/**
 * Receipts and payments by month as pairs of bars, drawn on a canvas. The table beside it says the same, so the picture
 * itself is left out of what is read aloud.
 */
export class MonthsChart {
  readonly element = document.createElement('div');
  readonly #probe = document.createElement('span');
  readonly #unwatch: () => void;
  #plot: uPlot | undefined;
  #shown: readonly MonthRow[] | undefined;
  #ink = '';
  #readout: Text;

  constructor() {
    this.element.className = 'chart';
    this.element.setAttribute('aria-hidden', 'true');
    this.#probe.className = 'probe';
    const readout = document.createElement('p');
    readout.className = 'readout hint';
    this.#readout = document.createTextNode('\u00a0');
    readout.append(this.#readout);
    this.element.append(this.#probe, readout);
    this.#unwatch = watchSize(this.element, () => this.#fit());
  }

  /** Draws the months, or draws them anew where the colours are others now. */
  show(months: readonly MonthRow[], l: LanguageController): void {
    const ink = this.#readInk();
    const signature = JSON.stringify(ink) + l.stamp;
    if (months === this.#shown && signature === this.#ink) return;
    this.#shown = months;
    this.#ink = signature;
    this.#plot?.destroy();
    this.#plot = undefined;
    const width = this.element.clientWidth;
    if (width === 0) {
      this.#shown = undefined;
      return;
    }
    const data: uPlot.AlignedData = [
      months.map((_, at) => at),
      months.map(({ receipts }) => receipts),
      months.map(({ payments }) => payments),
    ];
    this.#plot = new uPlot(this.#options(months, l, ink, width), data, this.element);
    this.element.prepend(this.#plot.root);
  }

  dispose(): void {
    this.#unwatch();
    this.#plot?.destroy();
  }

  #fit(): void {
    const width = this.element.clientWidth;
    if (width > 0 && this.#plot && width !== this.#plot.width) this.#plot.setSize({ width, height });
  }

  #readInk(): Ink {
    const read = (name: string): string => {
      this.#probe.className = `probe ${name}`;
      return getComputedStyle(this.#probe).color;
    };
    return { accent: read('accent'), muted: read('muted'), line: read('line'), ground: read('ground') };
  }

  #options(months: readonly MonthRow[], l: LanguageController, ink: Ink, width: number): uPlot.Options {
    const font = `12px ${getComputedStyle(this.element).fontFamily}`;
    const bars = (align: 1 | -1): uPlot.Series.PathBuilder | undefined =>
      uPlot.paths.bars?.({ size: [0.42, 26], align, gap: 1 });
    const millions = (amount: number): string => formatNumber(amount / 1e6, l.lang, 1);
    const few = months.length <= 12;
    return {
      width,
      height,
      padding: [8, 8, 0, 0],
      legend: { show: false },
      cursor: { points: { show: false }, y: false, drag: { x: false, y: false }, focus: { prox: -1 } },
      scales: {
        x: { time: false, range: () => [-0.6, months.length - 0.4] },
        y: { range: (_plot, least, most) => [Math.min(0, least), Math.max(1, most * 1.08)] },
      },
      axes: [
        {
          stroke: ink.muted,
          font,
          grid: { show: false },
          ticks: { show: false },
          size: 28,
          splits: () => months.flatMap(({ month }, at) => (few || month % 12 === 0 ? [at] : [])),
          values: (_plot, splits) =>
            splits.map((at) => {
              const month = months[at]?.month ?? 0;
              return few ? `T${(month % 12) + 1}` : String(Math.floor(month / 12));
            }),
        },
        {
          stroke: ink.muted,
          font,
          size: 52,
          grid: { stroke: ink.line, width: 1 },
          ticks: { show: false },
          values: (_plot, splits) => splits.map(millions),
        },
      ],
      series: [
        {},
        { fill: ink.accent, stroke: ink.accent, width: 1, paths: bars(-1), points: { show: false } },
        { fill: ink.ground, stroke: ink.muted, width: 1.5, paths: bars(1), points: { show: false } },
      ],
      hooks: {
        setCursor: [
          ({ cursor: { idx } }) => {
            const row = idx == null ? undefined : months[idx];
            this.#readout.data = row
              ? l.t('fund.months.readout', {
                  month: String((row.month % 12) + 1),
                  year: String(Math.floor(row.month / 12)),
                  receipts: formatDong(row.receipts, l.lang),
                  payments: formatDong(row.payments, l.lang),
                })
              : '\u00a0';
          },
        ],
      },
    };
  }
}
