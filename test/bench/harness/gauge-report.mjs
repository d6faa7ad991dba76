import { kb, ms, spread, table, times } from './figures.mjs';

/** Kilobytes that Lit itself weighs in the element's own file. */
const lit = 5_800;

/** What each contestant came to with a hundred gauges. */
export function gaugeDetails({ gauge }, titles) {
  if (!gauge) return '';
  return [
    'Row 6: 100 gauges made and painted',
    table([
      ['', 'painted', 'beside bare Lit', 'script'],
      ...Object.entries(gauge).map(([id, it]) => [
        titles.get(id),
        spread(it.painted),
        times(it.painted.median / gauge.lit.painted.median),
        kb(it.bytes),
      ]),
    ]),
    '',
  ].join('\n');
}

/** Ours against bare Lit. */
export function gaugeVerdicts({ gauge }, add) {
  if (!gauge) return;
  const of = (pick) => ({ ours: pick(gauge.ours), floor: pick(gauge.lit), peer: pick(gauge.chart) });
  add(
    '6',
    '100 gauges painted',
    of((it) => it.painted.median),
    ms,
    1.3,
  );
  const { ours, ...others } = of((it) => it.bytes);
  add('6', 'script beyond Lit', { ...others, ours: ours - lit }, kb, 8_000, false);
}
