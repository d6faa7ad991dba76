import { document, escape } from '../html.mjs';

const field = (label, input) => `<label>${label} ${input}</label>`;

function control({ id, input, max, options, numeratorLabel, denominatorLabel }) {
  if (input === 'points')
    return field(`Điểm (0 – ${max})`, `<input type="text" inputmode="decimal" name="points">`);
  if (input === 'options')
    return options
      .map(
        (o) => `<label><input type="radio" name="${id}" value="${o.points}"> ${escape(o.label.vi)}</label>`,
      )
      .join('');
  if (input === 'yesno')
    return `<label><input type="radio" name="${id}" value="${max}"> Có</label><label><input type="radio" name="${id}" value="0"> Không</label>`;
  return (
    field(escape(numeratorLabel.vi), '<input type="text" inputmode="decimal" name="numerator">') +
    field(escape(denominatorLabel.vi), '<input type="text" inputmode="decimal" name="denominator">')
  );
}

function criterion(item) {
  const bands = item.bands ? ` data-bands='${JSON.stringify(item.bands)}'` : '';
  return `<fieldset data-criterion="${item.id}" data-max="${item.max}"${bands}>
<legend>${item.number} ${escape(item.title.vi)}</legend>
<p>${escape(item.guidance.vi)}</p>
<div>${control(item)}</div>
<label>Ghi chú <textarea name="note"></textarea></label>
<label>Minh chứng <input type="file" name="files" multiple></label>
</fieldset>`;
}

/** A form as it was written before frameworks: markup, one script, one style sheet. */
export function page(set) {
  const sections = set.sections.map(
    (section) => `<section><h2>${section.number}. ${escape(section.title.vi)}</h2>
${section.criteria.map(criterion).join('\n')}</section>`,
  );
  return document({
    title: set.title.vi,
    head: `<link rel="stylesheet" href="form.css"><script type="module" src="form.js"></script>`,
    body: `<h1>${escape(set.title.vi)}</h1>
<form><p>Tổng điểm: <output id="total">0</output> / ${set.scoring.max}</p>
${sections.join('\n')}</form>`,
  });
}
