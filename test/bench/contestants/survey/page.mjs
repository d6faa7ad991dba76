import { document, escape } from '../html.mjs';

const title = (text) => text.vi;

function answer({ id, input, max, options, numeratorLabel, denominatorLabel }) {
  const number = { type: 'text', inputType: 'number', textUpdateMode: 'onTyping' };
  if (input === 'points') return [{ ...number, name: `${id}_points`, title: `Điểm (0 – ${max})` }];
  if (input === 'options')
    return [
      {
        type: 'radiogroup',
        name: `${id}_option`,
        titleLocation: 'hidden',
        choices: options.map((o) => ({ value: o.points, text: title(o.label) })),
      },
    ];
  if (input === 'yesno')
    return [
      {
        type: 'radiogroup',
        name: `${id}_yes`,
        titleLocation: 'hidden',
        choices: [
          { value: max, text: 'Có' },
          { value: 0, text: 'Không' },
        ],
      },
    ];
  return [
    { ...number, name: `${id}_numerator`, title: title(numeratorLabel) },
    { ...number, name: `${id}_denominator`, title: title(denominatorLabel) },
  ];
}

/** The points of a criterion in SurveyJS's expression language. */
function expression({ id, input, bands }) {
  if (input === 'points') return `{${id}_points}`;
  if (input === 'options') return `{${id}_option}`;
  if (input === 'yesno') return `{${id}_yes}`;
  return bands.reduce(
    (rest, band) =>
      `iif({${id}_denominator} > 0 and {${id}_numerator} * 100 >= {${id}_denominator} * ${band.atLeast}, ${band.points}, ${rest})`,
    '0',
  );
}

/** A criteria set as a SurveyJS model: a panel per criterion, the total by an expression. */
export function model(set) {
  const criteria = set.sections.flatMap((section) => section.criteria);
  return {
    title: set.title.vi,
    showQuestionNumbers: 'off',
    showNavigationButtons: false,
    textUpdateMode: 'onTyping',
    elements: [
      {
        type: 'expression',
        name: 'total',
        title: 'Tổng điểm',
        expression: `sum(${criteria.map(expression).join(', ')})`,
      },
      ...set.sections.map((section) => ({
        type: 'panel',
        name: section.id,
        title: `${section.number}. ${section.title.vi}`,
        elements: section.criteria.map((item) => ({
          type: 'panel',
          name: item.id,
          title: `${item.number} ${item.title.vi}`,
          description: item.guidance.vi,
          elements: [
            ...answer(item),
            { type: 'comment', name: `${item.id}_note`, title: 'Ghi chú' },
            {
              type: 'file',
              name: `${item.id}_files`,
              title: 'Minh chứng',
              allowMultiple: true,
              storeDataAsText: false,
            },
          ],
        })),
      })),
    ],
  };
}

/** SurveyJS with its own renderer for pages without a framework (Preact inside). */
export function page(set) {
  return document({
    title: set.title.vi,
    head: `<link rel="stylesheet" href="form.css"><script type="module" src="form.js"></script>`,
    body: `<h1>${escape(set.title.vi)}</h1>
<div id="form"></div>`,
    content: model(set),
  });
}
