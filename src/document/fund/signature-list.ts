import { childAge } from '../../domain/fund/award-consent.js';
import { CHILD_CONSENT_AGE } from '../../domain/consent.js';
import { addDong } from '../../domain/fund/dong.js';
import type { Award, AwardLevel, Recipient, Round } from '../../domain/fund/round.schema.js';
import { amountInWords } from '../../i18n/amount-in-words.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatNumber, type Lang } from '../../i18n/translate.js';
import {
  cell,
  paragraph,
  text,
  type Block,
  type Cell,
  type OfficialDocument,
  type Row,
} from '../official-document.js';
import { clean } from '../wording.js';
import { fundClosing, fundHeader, fundMargins } from './fund-frame.js';
import type { FundPaperSettings, PrintedFund } from './fund-input.js';
import { fundWording, type FundWording } from './fund-wording.js';

export interface SignatureListInput {
  fund: Pick<PrintedFund, 'name' | 'place'>;
  round: Pick<Round, 'title' | 'year' | 'levels'>;
  /** In the order of the list. Those whose recipient was removed are left out. */
  awards: readonly Pick<Award, 'level' | 'amount' | 'who'>[];
  settings: FundPaperSettings;
  lang: Lang;
}

type Listed = Pick<Award, 'level' | 'amount'> & { who: Recipient };

/** Millimetres of a row that people sign in. */
const roomToSign = 13;

/**
 * The list that recipients sign when they are paid. A child of 7 or more signs himself and a parent or guardian beside
 * him; for a younger child only the guardian signs, for an adult nobody else. Circumstances are not printed, and no level
 * whose name tells them: everybody who signs reads the whole list.
 *
 * @throws RangeError beyond exact sums.
 */
export function signatureList(input: SignatureListInput): OfficialDocument {
  const { round, settings, lang } = input;
  const words = fundWording(lang);
  const { t } = words;
  const listed = listedOf(input);
  const sum = addDong(...listed.map(({ amount }) => amount));
  return {
    lang,
    title: `${t('fund-paper.list')} - ${clean(round.title)}`,
    margins: fundMargins(settings, { left: 20, right: 15 }),
    landscape: true,
    header: fundHeader(input, words, false),
    typeName: t('fund-paper.list'),
    abstract: clean(round.title),
    bases: [],
    body: [
      table(listed, sum, input, words),
      paragraph(
        text(
          t('fund-paper.list.sum', {
            n: listed.length,
            amount: formatDong(sum, lang, true),
            words: amountInWords(sum, lang),
          }),
          { bold: true },
        ),
        'plain',
      ),
      paragraph(t('fund-paper.list.note'), 'note'),
    ],
    closing: fundClosing(
      settings,
      [t('fund-paper.signer.list'), t('fund-paper.signer.treasurer'), t('fund-paper.signer.head')],
      words,
    ),
    appendices: [],
  };
}

/** Those who are still on the list. */
export function listedOf({ awards }: Pick<SignatureListInput, 'awards'>): Listed[] {
  return awards.flatMap(({ who, level, amount }) => (who ? [{ who, level, amount }] : []));
}

/** Name of a level, where it says nothing about the recipient's circumstances. */
export function openLevel(levels: readonly AwardLevel[], id: string, words: FundWording): string {
  const level = levels.find((one) => one.id === id);
  return level && !level.private ? words.text(level.label) : '';
}

function table(listed: readonly Listed[], sum: number, input: SignatureListInput, words: FundWording): Block {
  const { t, figure, lang } = words;
  const bold = { bold: true } as const;
  const names = ['no', 'name', 'class', 'level', 'amount', 'signs', 'guardian-signs'] as const;
  return {
    kind: 'table',
    columns: [
      { width: 14, align: 'center' },
      { width: 53, align: 'left' },
      { width: 47, align: 'left' },
      { width: 36, align: 'left' },
      { width: 29, align: 'right' },
      { width: 41, align: 'center' },
      { width: 41, align: 'center' },
    ],
    head: [{ cells: names.map((one) => cell(t(`fund-paper.${one}`), { ...bold, align: 'center' })) }],
    rows: [
      ...listed.map((award, index): Row => ({
        minHeight: roomToSign,
        cells: [
          cell(formatNumber(index + 1, lang)),
          nameCell(award.who, words),
          cell(
            [award.who.grade, award.who.school, award.who.hamlet]
              .map((one) => clean(one ?? ''))
              .filter(Boolean),
          ),
          cell(openLevel(input.round.levels, award.level, words)),
          cell(figure(award.amount)),
          ...signers(award.who, Number(input.round.year)),
        ],
      })),
      {
        cells: [
          cell(t('fund-paper.total'), { ...bold, colSpan: 4, align: 'center' }),
          cell(figure(sum), bold),
          cell(''),
          cell(''),
        ],
      },
    ],
  };
}

function nameCell({ name, born, guardian }: Recipient, { t }: FundWording): Cell {
  const more = [
    born === undefined ? '' : t('fund-paper.list.born', { year: String(born) }),
    clean(guardian ?? '') && t('fund-paper.list.guardian', { name: clean(guardian ?? '') }),
  ].filter(Boolean);
  return cell([text(clean(name), { bold: true }), ...more.map((line) => text(line, { italic: true }))]);
}

/** Room to sign, or a dash where nobody is asked. */
function signers(who: Recipient, year: number): [Cell, Cell] {
  const age = childAge(who, year);
  if (age === undefined) return [cell(''), cell('–')];
  return [cell(age < CHILD_CONSENT_AGE ? '–' : ''), cell('')];
}
