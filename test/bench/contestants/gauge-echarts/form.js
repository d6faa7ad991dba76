import { GaugeChart } from 'echarts/charts';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { textsOf } from '../gauge-text.js';
import { dressPage } from '../gauge-css.js';

use([GaugeChart, CanvasRenderer]);

/** Its own gauge series, and the sentence: fewer marks than the others have. */
dressPage();
globalThis.gaugeDriver = {
  show(rows, place) {
    for (const row of rows) {
      const { share, sentence } = textsOf(row);
      const box = document.createElement('div');
      box.style.cssText = 'width:300px;height:160px';
      const words = document.createElement('p');
      words.className = 'sentence';
      words.textContent = sentence;
      place.append(box, words);
      init(box).setOption({
        animation: false,
        series: [
          {
            type: 'gauge',
            startAngle: 180,
            endAngle: 0,
            progress: { show: true },
            data: [{ value: share }],
            detail: { formatter: '{value} %' },
          },
        ],
      });
    }
  },
  shown: (place) => place.querySelectorAll('.sentence').length,
};
