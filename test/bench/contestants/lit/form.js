import { LitElement, css, html } from 'lit';
import { loadDraft, saveDraft } from '../draft.js';
import { pointsOf } from '../points.js';

/** The form as one would write it with Lit on the first day: one element, everything drawn at each change. */
class BenchForm extends LitElement {
  static properties = { set: { attribute: false }, answers: { state: true } };
  static styles = css`
    :host {
      display: block;
      max-width: 60rem;
      line-height: 1.5;
    }
    :host([lazy]) fieldset {
      content-visibility: auto;
      contain-intrinsic-size: auto 320px;
    }
    fieldset {
      margin: 0 0 1rem;
      padding: 1rem;
      border: 1px solid #ccc;
      border-radius: 6px;
    }
    legend {
      font-weight: 600;
    }
    label {
      display: block;
      margin: 0.25rem 0;
    }
    textarea {
      display: block;
      width: 100%;
    }
    output {
      font-weight: 700;
    }
  `;

  constructor() {
    super();
    this.set = JSON.parse(document.querySelector('#content').textContent);
    this.answers = {};
  }

  async connectedCallback() {
    super.connectedCallback();
    this.answers = { ...(await loadDraft()), ...this.answers };
  }

  change(id, patch) {
    this.answers = { ...this.answers, [id]: { ...this.answers[id], ...patch } };
    saveDraft(this.answers);
  }

  total() {
    let total = 0;
    for (const section of this.set.sections)
      for (const criterion of section.criteria) total += pointsOf(criterion, this.answers[criterion.id]);
    return total.toLocaleString('vi');
  }

  text(id, name, label) {
    return html`<label
      >${label}
      <input
        type="text"
        inputmode="decimal"
        name=${name}
        .value=${this.answers[id]?.[name] ?? ''}
        @input=${(event) => this.change(id, { [name]: event.target.value })}
    /></label>`;
  }

  radio(id, label, checked, patch) {
    return html`<label
      ><input type="radio" name=${id} .checked=${checked} @change=${() => this.change(id, patch)} />
      ${label}</label
    >`;
  }

  control({ id, input, max, options, numeratorLabel, denominatorLabel }) {
    const answer = this.answers[id];
    if (input === 'points') return this.text(id, 'points', `Điểm (0 – ${max})`);
    if (input === 'options')
      return options.map((o) => this.radio(id, o.label.vi, answer?.option === o.id, { option: o.id }));
    if (input === 'yesno')
      return [true, false].map((yes) => this.radio(id, yes ? 'Có' : 'Không', answer?.yes === yes, { yes }));
    return [this.text(id, 'numerator', numeratorLabel.vi), this.text(id, 'denominator', denominatorLabel.vi)];
  }

  criterion(item) {
    return html`<fieldset data-criterion=${item.id}>
      <legend>${item.number} ${item.title.vi}</legend>
      <p>${item.guidance.vi}</p>
      <div>${this.control(item)}</div>
      <label
        >Ghi chú
        <textarea
          name="note"
          .value=${this.answers[item.id]?.note ?? ''}
          @input=${(event) => this.change(item.id, { note: event.target.value })}
        ></textarea>
      </label>
      <label
        >Minh chứng
        <input
          type="file"
          name="files"
          multiple
          @change=${(event) => this.change(item.id, { files: [...event.target.files] })}
      /></label>
    </fieldset>`;
  }

  render() {
    return html`<p>Tổng điểm: <output id="total">${this.total()}</output> / ${this.set.scoring.max}</p>
      ${this.set.sections.map(
        (section) =>
          html`<section>
            <h2>${section.number}. ${section.title.vi}</h2>
            ${section.criteria.map((item) => this.criterion(item))}
          </section>`,
      )}`;
  }
}
customElements.define('bench-form', BenchForm);
