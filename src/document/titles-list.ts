import { formatNumber } from '../i18n/translate.js';
import { printedDecisionNumber, type DecisionInput, type PrintedTitle } from './decision-input.js';
import { officialDate } from './official-date.js';
import { cell, type Appendix, type Cell, type Column, type Row } from './official-document.js';
import { byModel, subjectsOf, yearsOf, type TitleGroup } from './title-groups.js';
import { clean, upper, type Wording } from './wording.js';

interface Field {
  column: Column;
  name: string;
  value: (title: PrintedTitle) => Cell;
}

/** The list of those recognised: numbered through, one part a model, with totals per class and of all. */
export function titlesList(input: DecisionInput, words: Wording): Appendix {
  const { decision, titles } = input;
  const { t, lang } = words;
  const fields = fieldsOf(input, words);
  const groups = byModel(titles);
  const [only, another] = groups;
  const year = yearsOf(titles);
  let count = 0;
  const numbered = (title: PrintedTitle): Row => {
    count += 1;
    return { cells: [cell(formatNumber(count, lang)), ...fields.map(({ value }) => value(title))] };
  };
  const rows = groups.flatMap((group) => [
    ...(another ? [groupRow(group, fields.length, words)] : []),
    ...group.titles.map(numbered),
    ...totals(group, fields.length, words),
  ]);
  const bold = { bold: true, align: 'center' } as const;
  return {
    label: t('document.appendix'),
    title: upper(
      only && !another
        ? t('decision.list.title', {
            subjects: subjectsOf(only.model, titles.length, words),
            title: t(`document.title.${only.model}`),
            year,
          })
        : t('decision.list.title.mixed', { year }),
      lang,
    ),
    attached: t('decision.list.attached', {
      number: printedDecisionNumber(decision.number),
      date: officialDate(decision.date, lang),
      issuer: clean(decision.issuer.name),
    }),
    landscape: false,
    body: [
      {
        kind: 'table',
        columns: [{ width: 8, align: 'center' }, ...fields.map(({ column }) => column)],
        head: [
          { cells: [t('decision.list.no'), ...fields.map(({ name }) => name)].map((one) => cell(one, bold)) },
        ],
        rows,
      },
    ],
  };
}

function fieldsOf({ titles, settings }: DecisionInput, { t, lang, text }: Wording): Field[] {
  const [first] = titles;
  const oneEnd = titles.every(({ validUntil }) => validUntil === first?.validUntil);
  const shortDate = (iso: string): string => iso.split('-').reverse().join('/');
  const field = (
    name: string,
    width: number,
    value: (title: PrintedTitle) => string,
    align: Column['align'] = 'left',
  ): Field => ({ name, column: { width, align }, value: (title) => cell(value(title)) });
  return [
    field(t('decision.list.name'), 40, (one) =>
      [clean(one.subjectName), one.state === 'revoked' ? t('decision.revoked') : ''].join(' ').trim(),
    ),
    field(t('decision.list.place'), 28, ({ place }) => clean(place.name)),
    field(t('decision.list.outcome'), 14, ({ outcomeLabel }) => text(outcomeLabel), 'center'),
    ...(settings.points
      ? [
          field(
            t('decision.list.points'),
            10,
            ({ score }) => (score ? formatNumber(score.total, lang) : ''),
            'center',
          ),
        ]
      : []),
    ...(oneEnd
      ? []
      : [field(t('decision.list.until'), 16, ({ validUntil }) => shortDate(validUntil), 'center')]),
  ];
}

function groupRow({ model, titles }: TitleGroup, fields: number, words: Wording): Row {
  const { t } = words;
  const label = t('decision.list.group', {
    title: t(`document.title.${model}`),
    subjects: subjectsOf(model, titles.length, words),
  });
  return { keepWithNext: true, cells: [cell(label, { bold: true, colSpan: fields + 1, align: 'left' })] };
}

/** How many in all, and of each class or level in the order in which they first appear. */
function totals({ model, titles }: TitleGroup, fields: number, words: Wording): Row[] {
  const { t, text } = words;
  const counts = new Map<string, number>();
  for (const { outcomeLabel } of titles) {
    const label = text(outcomeLabel);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const parts = [...counts].map(([outcome, n]) => t('decision.list.outcome.count', { outcome, n }));
  const subjects = subjectsOf(model, titles.length, words);
  const lines = [
    t('decision.list.total', { subjects }),
    t('decision.list.outcomes', { text: parts.join('; ') }),
  ];
  return [{ cells: [cell(lines, { bold: true, colSpan: fields + 1, align: 'left' })] }];
}
