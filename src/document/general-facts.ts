import type { Fact } from '../domain/criteria-set.schema.js';
import type { DocumentInput } from './document-input.js';
import { officialDate } from './official-date.js';
import { dashList, text, type Block, type Inline } from './official-document.js';
import { isPersonal, organisationOf } from './paper-frame.js';
import { clean, type Wording } from './wording.js';

/** Who was assessed, by what and over which time, as dashed lines. What is not known is left out. */
export function generalFacts(input: DocumentInput, words: Wording): Block[] {
  const { t } = words;
  const lines = factLines(input, words).map(([label, value]) => t('document.line', { label, value }));
  const team = (input.settings.team ?? []).map(({ name, role }) =>
    role ? `${clean(name)} (${clean(role)})` : clean(name),
  );
  if (team.length > 0) lines.push(t('document.line', { label: t('document.team'), value: team.join('; ') }));
  return [dashList(lines)];
}

function factLines(input: DocumentInput, words: Wording): [string, string][] {
  const { set, subject, settings, cycle, facts, lang } = input;
  const { t } = words;
  const head =
    subject.head && [subject.head.name, subject.head.position ?? ''].map(clean).filter(Boolean).join(', ');
  const lines: [string, string][] = [
    [t(`document.name.${subject.model}`), organisationOf(input)],
    [t('document.parent'), clean(settings.parentOrganisation) || clean(subject.parent ?? '')],
    [t('document.place'), clean(subject.place.name)],
    [t('document.head'), isPersonal(subject.model) ? '' : (head ?? '')],
    ...(set.facts ?? []).map((fact): [string, string] => [
      words.text(fact.label),
      factValue(fact, facts[fact.id], words),
    ]),
    [
      t('document.criteria'),
      t('document.criteria.version', { title: words.text(set.title), version: set.version }),
    ],
  ];
  if (set.period)
    lines.push([
      t('document.period'),
      t('document.period.value', {
        from: officialDate(`${cycle}-${set.period.from}`, lang),
        to: officialDate(`${cycle}-${set.period.to}`, lang),
      }),
    ]);
  return lines.filter(([, value]) => value !== '');
}

function factValue(fact: Fact, value: string | boolean | undefined, { t, text: said }: Wording): string {
  if (typeof value === 'boolean') return t(value ? 'document.yes' : 'document.no');
  return value === undefined ? '' : said(fact.options?.find(({ id }) => id === value)?.label) || value;
}

/** The same as an empty form: what is known is filled in, the rest has dots to write on or boxes to tick. */
export function blankFacts(input: DocumentInput, words: Wording): Block[] {
  const { set, subject, settings, facts } = input;
  const { t } = words;
  const known = (label: string, value: string): Inline[] => [
    ...text(`${label}: `),
    ...(clean(value) ? text(clean(value)) : [{ dots: true } as const]),
  ];
  const lines: Inline[][] = [
    known(t(`document.name.${subject.model}`), organisationOf(input)),
    ...(isPersonal(subject.model) ? [] : [known(t('document.parent'), settings.parentOrganisation)]),
    known(t('document.place'), subject.place.name),
    ...(isPersonal(subject.model) ? [] : [known(t('document.head'), subject.head?.name ?? '')]),
    ...(set.facts ?? []).map((fact) => {
      const value = factValue(fact, facts[fact.id], words);
      return value
        ? known(words.text(fact.label), value)
        : [...text(`${words.text(fact.label)}: `), ...boxes(optionLabels(fact, words))];
    }),
  ];
  return [dashList(lines)];
}

function optionLabels(fact: Fact, words: Wording): string[] {
  return fact.kind === 'boolean'
    ? [words.t('document.blank.yes'), words.t('document.blank.no')]
    : (fact.options ?? []).map(({ label }) => words.text(label));
}

/** Boxes to tick, one beside the other. A box never parts from its label's first word. */
export function boxes(labels: readonly string[]): Inline[] {
  return labels.flatMap((label, index): Inline[] => [
    ...(index > 0 ? text('\u2003') : []),
    { box: true },
    ...text(`\u00a0${label}`),
  ]);
}
