import { bundle } from '../harness/build.mjs';
import { document } from './html.mjs';

const form = '<script type="module" src="form.js"></script>';

/** Who draws gauges. */
export const gaugeContestants = [
  { id: 'plain', title: 'SVG by hand', head: form },
  { id: 'lit', title: 'bare Lit', head: form },
  { id: 'chart', title: 'Chart.js', head: form },
  { id: 'echarts', title: 'ECharts', head: form },
  {
    id: 'ours',
    title: 'HTSD',
    head: `<script type="module" src="/dist/target-gauge.js"></script>${form}`,
    ours: true,
  },
];

/** Routes of their pages. */
export async function gaugeRoutes() {
  const map = {};
  for (const { id, title, head } of gaugeContestants) {
    const base = `/gauge-${id}/`;
    map[`${base}index.html`] = document({ title, head, body: '<div id="gauges"></div>' });
    map[base] = { folder: await bundle(`gauge-${id}`) };
  }
  return map;
}
