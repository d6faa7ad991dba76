import { LitElement, html, nothing, svg, unsafeCSS } from 'lit';
import { anchor, columnsOf, signs, textsOf } from '../gauge-text.js';
import { gaugeCss } from '../gauge-css.js';

/** A gauge as one would write it with Lit on the first day: one element, one template, the same marks. */
class BenchGauge extends LitElement {
  static properties = { row: { attribute: false } };
  static styles = unsafeCSS(gaugeCss);

  render() {
    const t = textsOf(this.row);
    const at = (x, y, words, name) =>
      svg`<text class=${name} x="${x}%" y=${y} text-anchor=${anchor(x)}>${words}</text>`;
    return html`<article class="gauge ${t.tone}">
      <header>
        <h3>${t.label}</h3>
        <p>${t.place}</p>
      </header>
      <div class="lead">
        <span class="big" aria-hidden="true">${t.value}</span
        ><span class="status"
          ><svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d=${signs[t.tone]}></path></svg
          ><span>${t.status}</span></span
        >
      </div>
      <svg
        class="bar"
        role="meter"
        aria-label=${t.label}
        aria-valuetext=${t.spoken}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${t.share}
      >
        <rect class="track" y="24" width="100%" height="14" rx="3"></rect>
        <rect class="fill" y="24" width="${t.share}%" height="14" rx="3"></rect>
        ${t.path === undefined ? nothing : svg`<line class="path" x1="${t.path}%" x2="${t.path}%" y1="24" y2="44"></line>`}
        <rect class="mark" x="75%" y="20" width="3" height="22"></rect>
        ${at(75, 13, 'Chỉ tiêu 2030: 75 %', 'goal')}${at(0, 58, '0', 'tick')}${at(100, 58, '100 %', 'tick')}
        ${t.path === undefined ? nothing : at(t.path, 58, t.pathText, 'tick')}
      </svg>
      <p class="sentence">${t.sentence}</p>
      <div class="about">
        <ul>
          ${t.notes.map((one) => html`<li>${one}</li>`)}
        </ul>
        <svg class="trend" viewBox="0 0 168 82" width="168" height="82" role="img" aria-label="Qua các năm">
          ${columnsOf(t).map(
            ({ year, text, x, tall, last }) =>
              svg`<rect class="column ${last}" x=${x - 10} y=${62 - tall} width="20" height=${tall}></rect>
                <text class="amount ${last}" x=${x} y="11" text-anchor="middle">${text}</text>
                <text x=${x} y="77" text-anchor="middle">${year}</text>`,
          )}
          <path class="goal-line" d="M0 25H168"></path>
          <path class="ground" d="M0 62H168"></path>
        </svg>
      </div>
      <p class="foot"><span>${t.asOf}</span><span>${t.basis}</span><span>${t.doubt}</span></p>
      <details><summary>${t.more}</summary></details>
    </article>`;
  }
}
customElements.define('bench-gauge', BenchGauge);

globalThis.gaugeDriver = {
  show(rows, place) {
    for (const row of rows) {
      const gauge = document.createElement('bench-gauge');
      gauge.row = row;
      place.append(gauge);
    }
  },
  shown: (place) => [...place.children].filter((one) => one.shadowRoot?.querySelector('.sentence')).length,
};
