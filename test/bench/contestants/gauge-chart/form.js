import { ArcElement, Chart, DoughnutController } from 'chart.js';
import { textsOf } from '../gauge-text.js';
import { dressPage } from '../gauge-css.js';

Chart.register(ArcElement, DoughnutController);

/** Half a doughnut a gauge, and its sentence: fewer marks than the others have. */
dressPage();
globalThis.gaugeDriver = {
  show(rows, place) {
    for (const row of rows) {
      const { share, sentence } = textsOf(row);
      const box = document.createElement('div');
      box.style.cssText = 'width:300px;height:160px';
      const canvas = document.createElement('canvas');
      box.append(canvas);
      const words = document.createElement('p');
      words.className = 'sentence';
      words.textContent = sentence;
      place.append(box, words);
      new Chart(canvas, {
        type: 'doughnut',
        data: { datasets: [{ data: [share, 100 - share], backgroundColor: ['#0a6650', '#d3dcd8'] }] },
        options: { animation: false, rotation: -90, circumference: 180, cutout: '80%', events: [] },
      });
    }
  },
  shown: (place) => place.querySelectorAll('.sentence').length,
};
