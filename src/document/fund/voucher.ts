import { dateInVietnam } from '../../domain/civil-date.js';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import { amountInWords } from '../../i18n/amount-in-words.js';
import { formatDong } from '../../i18n/format-dong.js';
import { formatNumber, type Lang } from '../../i18n/translate.js';
import type { Margins } from '../layout.js';
import { officialDate } from '../official-date.js';
import {
  cell,
  paragraph,
  text,
  type Block,
  type Inline,
  type OfficialDocument,
  type Signature,
  type Slip,
} from '../official-document.js';
import { clean, upper } from '../wording.js';
import { issuerOf } from './fund-frame.js';
import type { FundPaperSettings, PrintedFund } from './fund-input.js';
import { fundWording, shortDate, type FundKey, type FundWording } from './fund-wording.js';
import { voucherName } from './voucher-name.js';

/** What was handed over, where it is more than one sum. */
export interface VoucherItem {
  name: string;
  /** "quyển". */
  unit?: string;
  quantity: number;
  /** Of one, in đồng. */
  price: number;
}

export interface VoucherInput {
  fund: Pick<PrintedFund, 'name' | 'place' | 'categories'>;
  /** A receipt or a payment; a move between cash and bank has a slip of its own. */
  entry: Entry;
  /** Who paid or was paid and what for, as far as it was not erased. */
  secret?: Pick<EntrySecret, 'party' | 'details' | 'by' | 'approvedBy' | 'reversedBy'>;
  items?: readonly VoucherItem[];
  /** Drawn twice on one sheet: for the file and for the other side. Default: yes. */
  copies?: boolean;
  settings: FundPaperSettings;
  lang: Lang;
}

/** The same room above and below, so that the line to cut along lies in the middle of the sheet. */
const margins: Margins = { top: 12, bottom: 12, left: 20, right: 15 };

/**
 * A receipt or payment voucher with the seven items of Article 16 of the Law on Accounting: name and number, date,
 * who issues it, who receives it, what for, quantity and amount in figures and in words, signatures. The form is our own,
 * as Circular 41/2022/TT-BTC allows.
 */
export function voucher(input: VoucherInput): OfficialDocument {
  const { fund, entry, secret, settings, lang } = input;
  const words = fundWording(lang);
  const { t } = words;
  const parent = clean(settings.parentOrganisation ?? '');
  const name = t(`fund-paper.voucher.${entry.kind}`);
  const number = voucherName(entry, words);
  const reversedBy = secret?.reversedBy;
  return {
    lang,
    title: [name, number].filter(Boolean).join(' '),
    margins: { ...margins, ...settings.margins },
    slip: slip(input, words),
    header: {
      ...(parent && { parentOrganisation: upper(parent, lang) }),
      organisation: upper(issuerOf({ fund, settings }), lang),
      nation: '',
      motto: '',
      placeDate: '',
    },
    ...(reversedBy !== undefined && {
      notice: {
        title: t('fund-paper.voucher.reversed'),
        text: t('fund-paper.voucher.reversed.by', { no: reversedBy }),
      },
    }),
    typeName: upper(name, lang),
    abstract: '',
    bases: [],
    body: body(input, words),
    closing: {
      recipients: {
        label: '',
        lines: [
          t('fund-paper.voucher.ledger', {
            no: entry.no,
            date: shortDate(dateInVietnam(entry.recordedAt)),
            hash: entry.hash.slice(0, 16),
          }),
        ],
      },
      signatures: signatures(input, words),
    },
    appendices: [],
  };
}

function slip({ fund, entry, settings, copies = true }: VoucherInput, words: FundWording): Slip {
  const { t } = words;
  const number = voucherName(entry, words);
  const other = entry.kind === 'payment' ? 'payee' : 'payer';
  return {
    address: t('fund-paper.voucher.address', {
      address: clean(settings.address ?? '') || clean(fund.place.name),
    }),
    beside: [
      t('fund-paper.voucher.number', {
        number: number ? `${number}/${entry.date.slice(0, 4)}` : '...............',
      }),
      ...(settings.checked ? [] : [t('fund-paper.voucher.own-form')]),
    ],
    copies:
      copies && entry.kind !== 'move'
        ? [t('fund-paper.voucher.copy.file'), t(`fund-paper.voucher.copy.${other}`)]
        : [],
  };
}

function body(input: VoucherInput, words: FundWording): Block[] {
  const { entry, secret, fund, lang } = input;
  const { t } = words;
  const { party, details } = secret ?? {};
  const { kind, amount, account } = entry;
  const line = (label: string, value: string, bold = false): Block =>
    paragraph([...text(`${label} `), ...(value ? text(value, { bold }) : dots)], 'plain');
  const goods = account === 'kind';
  const category = words.category(fund.categories, entry.category);
  const purpose = clean(details?.purpose ?? '');
  const reason = clean(details?.reason ?? '');
  const lines: Block[] = [
    paragraph(text(capital(officialDate(entry.date, lang)), { italic: true }), 'centre'),
    ...(entry.reverses === undefined
      ? []
      : [paragraph(text(t('fund-paper.reverses', { no: entry.reverses }), { bold: true }), 'centre')]),
  ];
  if (kind === 'move')
    lines.push(
      line(t('fund-paper.voucher.from'), t(`fund-paper.account.${account}`)),
      line(t('fund-paper.voucher.to'), t(`fund-paper.account.${entry.to ?? 'bank'}`)),
    );
  else
    lines.push(
      line(t(`fund-paper.voucher.party.${kind}`), clean(party?.name ?? ''), true),
      line(t('fund-paper.voucher.party.address'), clean(details?.address ?? '')),
    );
  lines.push(line(t(`fund-paper.voucher.reason.${kind}`), purpose || (kind === 'move' ? '' : category)));
  if (purpose && category) lines.push(line(t('fund-paper.voucher.category'), category));
  if (reason) lines.push(line(t('fund-paper.voucher.why'), reason));
  lines.push(...quantities(input, words));
  lines.push(
    paragraph(
      [
        ...text(`${t(amountKey(entry))} `),
        ...text(formatDong(amount, lang, true), { bold: true }),
        ...text(
          goods || kind === 'move' ? '' : ` (${t(`fund-paper.account.${account}`).toLocaleLowerCase(lang)})`,
        ),
      ],
      'plain',
    ),
    paragraph(
      [
        ...text(`${t('fund-paper.voucher.in-words')} `),
        ...text(`${amountInWords(amount, lang)}.`, { italic: true }),
      ],
      'plain',
    ),
    line(t('fund-paper.voucher.papers'), clean(details?.papers ?? '')),
  );
  if (kind === 'payment' && !goods) lines.push(line(t('fund-paper.voucher.received'), ''));
  return lines;
}

function amountKey({ account, reverses }: Entry): FundKey {
  if (reverses !== undefined) return 'fund-paper.voucher.amount.back';
  return account === 'kind' ? 'fund-paper.voucher.amount.kind' : 'fund-paper.voucher.amount';
}

const dots: readonly Inline[] = [{ dots: true }];

/** Quantity, unit price and amount: as a table where there are several things, as a line where all are alike. */
function quantities({ entry, items = [], lang }: VoucherInput, words: FundWording): Block[] {
  const { t, figure } = words;
  if (items.length > 0) {
    const head = ['name', 'unit', 'quantity', 'price', 'amount'] as const;
    return [
      {
        kind: 'table',
        columns: [
          { width: 70, align: 'left' },
          { width: 20, align: 'center' },
          { width: 20, align: 'right' },
          { width: 30, align: 'right' },
          { width: 35, align: 'right' },
        ],
        head: [
          { cells: head.map((one) => cell(t(`fund-paper.item.${one}`), { bold: true, align: 'center' })) },
        ],
        rows: items.map(({ name, unit = '', quantity, price }) => ({
          cells: [
            cell(clean(name)),
            cell(clean(unit)),
            cell(formatNumber(quantity, lang)),
            cell(figure(price)),
            cell(figure(quantity * price)),
          ],
        })),
      },
    ];
  }
  const { count, amount } = entry;
  if (count === undefined) return [];
  const each = amount / count;
  const said = Number.isInteger(each)
    ? t('fund-paper.voucher.each', { n: count, price: formatDong(each, lang, true) })
    : t('fund-paper.voucher.count', { n: count });
  return [paragraph(said, 'plain')];
}

/** As set, else whoever approves, keeps the cash, makes out the voucher and stands on the other side. */
function signatures({ entry, secret, settings }: VoucherInput, { t }: FundWording): Signature[] {
  const hint = t('document.sign-here');
  const given = settings.signatures ?? [];
  if (given.length > 0)
    return given.map(({ title, name }) => ({
      title: clean(title),
      hint,
      ...(name && { name: clean(name) }),
    }));
  const known = (title: string, name = ''): Signature => ({
    title,
    hint,
    ...(clean(name) && { name: clean(name) }),
  });
  return [
    known(t('fund-paper.signer.head'), secret?.approvedBy?.name),
    known(t('fund-paper.signer.treasurer')),
    known(t('fund-paper.signer.maker'), secret?.by.name),
    ...(entry.kind === 'move'
      ? []
      : [known(t(`fund-paper.signer.${entry.kind === 'payment' ? 'payee' : 'payer'}`))]),
  ];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
}
