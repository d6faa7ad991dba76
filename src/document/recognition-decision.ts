import { upper, clean, wording, type Wording } from './wording.js';
import { printedDecisionNumber, type DecisionInput, type PrintedTitle } from './decision-input.js';
import { margins as usual } from './layout.js';
import { officialDate } from './official-date.js';
import {
  dashList,
  paragraph,
  text,
  type Block,
  type OfficialDocument,
  type PaperHeader,
} from './official-document.js';
import { closedLines } from './paper-frame.js';
import { setMarks } from './set-marks.js';
import { byModel, subjectsOf, yearsOf } from './title-groups.js';
import { titlesList } from './titles-list.js';

/**
 * The decision on recognition. One title is named in the first article; several stand in a list that is attached. The
 * wording is our own, so a frame says that it was not compared with an official form, unless the settings say it was; of
 * titles by sample criteria the frame says that in any case.
 */
export function recognitionDecision(input: DecisionInput): OfficialDocument {
  const words = wording(input.lang);
  const { t, lang } = words;
  const { decision, titles, settings } = input;
  const abstract = subject(titles, words);
  const said = [...(settings.checked ? [] : [t('decision.sample')]), ...setMarks(titles, words)];
  const recipients = closedLines((settings.recipients ?? []).map((line) => line.replace(/^\s*[-–•]\s*/, '')));
  return {
    lang,
    title: abstract,
    margins: { ...usual, ...settings.margins },
    header: decisionHeader(input, words),
    ...(said.length > 0 && { notice: { title: t('document.sample'), text: said.join(' ') } }),
    typeName: t('decision.type'),
    abstract,
    issuedBy: upper(clean(settings.issuedBy ?? '') || decides(decision), lang),
    bases: bases(input, words),
    body: [paragraph(text(t('decision.decides'), { bold: true }), 'centre', true), ...articles(input, words)],
    closing: {
      ...(recipients.length > 0 && { recipients: { label: t('document.recipients'), lines: recipients } }),
      signatures: [signature(input, words)],
    },
    appendices: titles.length > 1 ? [titlesList(input, words)] : [],
  };
}

/** Head of a decision and of a certificate; a certificate has no number of its own. */
export function decisionHeader(
  { decision, settings }: Pick<DecisionInput, 'decision' | 'settings'>,
  { t, lang }: Wording,
  numbered = true,
): PaperHeader {
  const parent = clean(settings.parentOrganisation ?? '');
  const place = clean(settings.place) || '..........';
  return {
    ...(parent && { parentOrganisation: upper(parent, lang) }),
    organisation: upper(clean(settings.organisation ?? '') || clean(decision.issuer.name), lang),
    ...(numbered && { number: t('decision.number', { number: printedDecisionNumber(decision.number) }) }),
    nation: t('document.nation'),
    motto: t('document.motto'),
    placeDate: t('document.place-date', { place, date: officialDate(decision.date, lang) }),
  };
}

/** Who decides: the position and the body, or the body alone. */
function decides({ signerTitle = '', issuer }: DecisionInput['decision']): string {
  return [clean(signerTitle), clean(issuer.name)].filter(Boolean).join(' ');
}

export function signature(
  { decision, settings }: Pick<DecisionInput, 'decision' | 'settings'>,
  { t, lang }: Wording,
): OfficialDocument['closing']['signatures'][number] {
  const authority = clean(settings.authority ?? '');
  const position = clean(decision.signerTitle ?? '');
  return {
    ...(authority && { authority: upper(authority, lang) }),
    title: upper(position || clean(decision.issuer.name), lang),
    ...(clean(decision.signer) ? { name: clean(decision.signer) } : { hint: t('document.sign-here') }),
  };
}

function subject(titles: readonly PrintedTitle[], words: Wording): string {
  const [only, another] = byModel(titles);
  const year = yearsOf(titles);
  return only && !another
    ? words.t('decision.abstract', { title: words.t(`document.title.${only.model}`), year })
    : words.t('decision.abstract.mixed', { year });
}

function bases({ decision, settings }: DecisionInput, { t }: Wording): string[] {
  const proposer = clean(settings.proposedBy ?? '');
  return closedLines([
    ...(decision.legalBases ?? []).map(clean).flatMap((line) => (line ? [named(line, t)] : [])),
    ...(proposer ? [t('decision.proposal', { text: proposer })] : []),
  ]);
}

/** Somebody who writes the opening words of a base himself gets them once. */
function named(line: string, t: Wording['t']): string {
  return /^(căn cứ|theo|xét|thực hiện|pursuant to|at the)\s/iu.test(line)
    ? line
    : t('decision.base', { text: line });
}

function articles(input: DecisionInput, words: Wording): Block[] {
  const { t } = words;
  const { decision, titles } = input;
  const [first] = titles;
  const article = (n: number, said: string, keep = false): Block =>
    paragraph([...text(`${t('decision.article', { n })} `, { bold: true }), ...text(said)], 'body', keep);
  const issuer = clean(decision.issuer.name);
  const single = titles.length === 1 && first ? clean(first.subjectName) : undefined;
  return [
    ...granted(titles, words, article),
    article(2, validity(titles, words)),
    article(3, t('decision.effect')),
    article(
      4,
      single === undefined
        ? t('decision.duty.many', { issuer })
        : t('decision.duty.one', { issuer, name: single }),
    ),
  ];
}

/** The first article. */
function granted(
  titles: readonly PrintedTitle[],
  words: Wording,
  article: (n: number, said: string, keep?: boolean) => Block,
): Block[] {
  const { t } = words;
  const year = yearsOf(titles);
  const groups = byModel(titles);
  const [group, another] = groups;
  const [one] = titles;
  if (!group || !one) return [];
  if (another)
    return [
      article(1, t('decision.mixed', { year }), true),
      dashList(
        closedLines(
          groups.map(({ model, titles: own }) =>
            t('decision.mixed.line', {
              subjects: subjectsOf(model, own.length, words),
              title: t(`document.title.${model}`),
            }),
          ),
        ),
      ),
    ];
  const title = t(`document.title.${group.model}`);
  if (titles.length > 1)
    return [
      article(
        1,
        t('decision.many', { subjects: subjectsOf(group.model, titles.length, words), title, year }),
      ),
    ];
  const place = clean(one.place.name);
  const named = {
    name: place ? `${clean(one.subjectName)} (${place})` : clean(one.subjectName),
    outcome: words.text(one.outcomeLabel),
  };
  return [article(1, t('decision.one', { ...named, title, year }))];
}

function validity(titles: readonly PrintedTitle[], { t, lang }: Wording): string {
  const [first] = titles;
  const from = officialDate(first?.validFrom ?? '', lang);
  const same = titles.every(({ validUntil }) => validUntil === first?.validUntil);
  return same
    ? t('decision.validity', { from, until: officialDate(first?.validUntil ?? '', lang) })
    : t('decision.validity.list', { from });
}
