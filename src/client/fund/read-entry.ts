import { addBalances, effectOf, overdrawn } from '../../domain/fund/effect.js';
import type { Details, PartyDraft } from '../../domain/fund/entry.schema.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import type { Balances } from '../../domain/fund/money.schema.js';
import type { RecordPayload, TransferPayload } from '../../domain/fund/posting.schema.js';
import { isUsed, voucherSeries } from '../../domain/fund/vouchers.js';
import type { z } from '../../domain/zod.js';
import { partyConsentText, type EntryForm } from './entry-form.js';
import { parseDong, type DongProblem } from '../../domain/money.js';
import { readDate } from './read-date.js';
import type { Waiting } from './waiting.types.js';

/** Why a line cannot be entered, by the field where it is mended; the sentence is `desk.fault.<code>`. */
export interface EntryFault {
  readonly field: keyof EntryForm;
  readonly code:
    | `amount-${DongProblem}`
    | 'date'
    | 'date-future'
    | 'date-opened'
    | 'date-closed'
    | 'category'
    | 'fund'
    | 'voucher'
    | 'voucher-used'
    | `short-${keyof Balances}`;
  readonly params?: Record<string, string | number>;
}

export type EntryPayload =
  | { kind: 'fund.record'; payload: z.infer<typeof RecordPayload> }
  | { kind: 'fund.transfer'; payload: z.infer<typeof TransferPayload> };

/** What the reading of a line depends on besides itself. */
export interface EntryGround {
  readonly fund: Fund;
  /** Funds that money can be transferred to. */
  readonly others: readonly Fund[];
  readonly today: string;
  /** What is entered and not confirmed: it counts already. */
  readonly outbox: readonly Waiting[];
  readonly newSalt: () => string;
}

/** What lies in each account once the lines that wait are confirmed. */
export function balancesWith(fund: Fund, outbox: readonly Waiting[]): Balances {
  return outbox.reduce((balances, { command: { payload }, rejection }) => {
    if (rejection) return balances;
    const { amount, date } = payload;
    const line =
      'from' in payload
        ? { kind: 'payment' as const, account: payload.from.account, amount, date }
        : { kind: payload.kind, account: payload.account, to: payload.to, amount, date };
    return addBalances(balances, effectOf(line));
  }, fund.balances);
}

/** Checks a line by the rules that can be known here, and makes the payload of its command. */
export function readEntry(
  form: EntryForm,
  ground: EntryGround,
): { faults: readonly EntryFault[]; entry?: EntryPayload } {
  const { fund, others, today, outbox, newSalt } = ground;
  const faults: EntryFault[] = [];
  const date = readDate(form.date, today);
  const dateFault = faultOfDate(date, fund, today);
  if (dateFault) faults.push(dateFault);
  const amount = parseDong(form.amount);
  if (!amount.ok) faults.push({ field: 'amount', code: `amount-${amount.code}` });
  const kind = form.kind === 'transfer' ? 'payment' : form.kind;
  const category = fund.categories.find(
    (one) =>
      one.kind === kind &&
      !one.retired &&
      (form.kind === 'transfer' ? one.transfer : one.id === form.category),
  );
  if (kind !== 'move' && !category)
    faults.push({ field: form.kind === 'transfer' ? 'toFund' : 'category', code: 'category' });
  const other = others.find(({ id }) => id === form.toFund);
  const into = other?.categories.find((one) => one.kind === 'receipt' && one.transfer && !one.retired);
  if (form.kind === 'transfer' && !into) faults.push({ field: 'toFund', code: 'fund' });
  const voucher = readVoucher(form.voucher);
  if (kind !== 'move' && voucher === false) faults.push({ field: 'voucher', code: 'voucher' });
  if (kind !== 'move' && date && typeof voucher === 'number') {
    if (isUsed(fund.vouchers[voucherSeries(date, kind)] ?? [], voucher))
      faults.push({ field: 'voucher', code: 'voucher-used', params: { n: voucher } });
  }
  const account = kind === 'move' && form.account === 'kind' ? 'cash' : form.account;
  const to = account === 'cash' ? ('bank' as const) : ('cash' as const);
  if (amount.ok && date) {
    const line = { kind, account, amount: amount.value, date, ...(kind === 'move' && { to }) };
    const short = overdrawn(addBalances(balancesWith(fund, outbox), effectOf(line)));
    if (short) faults.push({ field: 'amount', code: `short-${short}` });
  }
  if (faults.length > 0 || !amount.ok || !date) return { faults };

  const number = typeof voucher === 'boolean' || voucher === undefined ? {} : { voucher };
  const common = { amount: amount.value, date };
  const details = detailsOf(form, newSalt);
  const party = partyOf(form, newSalt);
  if (form.kind === 'transfer' && other && into && category) {
    const name = (of: string): PartyDraft => ({ salt: newSalt(), name: of, kind: 'fund', anonymous: false });
    const payload = {
      fund: fund.id,
      to: other.id,
      ...common,
      from: { account, category: category.id, ...number, party: name(other.name), details },
      into: {
        account: form.toAccount,
        category: into.id,
        voucher: 'next' as const,
        party: name(fund.name),
        details: { ...details, salt: newSalt() },
      },
    };
    return { faults, entry: { kind: 'fund.transfer', payload } };
  }
  const payload = {
    fund: fund.id,
    kind,
    account,
    ...common,
    ...(kind === 'move' ? { to } : { category: form.category, ...number, ...(party && { party }) }),
    details,
  };
  return { faults, entry: { kind: 'fund.record', payload } };
}

/** Where nothing moves any more, or not yet. */
export function faultOfDate(
  date: string | undefined,
  { opened, years }: Pick<Fund, 'opened' | 'years'>,
  today: string,
): EntryFault | undefined {
  if (!date) return { field: 'date', code: 'date' };
  if (date > today) return { field: 'date', code: 'date-future' };
  if (date < opened) return { field: 'date', code: 'date-opened', params: { date: opened } };
  const year = date.slice(0, 4);
  return year <= (years.at(-1)?.year ?? '')
    ? { field: 'date', code: 'date-closed', params: { year } }
    : undefined;
}

/** The next number, a given one, none; false where it is no number. */
function readVoucher(text: string): 'next' | number | undefined | false {
  const typed = text.trim();
  if (typed === '') return 'next';
  if (/^[-–—]$/.test(typed)) return undefined;
  const n = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  return n > 0 ? n : false;
}

const clean = (text: string): string => text.trim().normalize('NFC');

/** Texts that were filled in, with the salt that hides them in the chain. */
export function detailsOf(
  { purpose, address, phone, note, issuer, papers, evidence }: EntryForm,
  newSalt: () => string,
): Details {
  const texts = Object.entries({ purpose, address, phone, note, issuer, papers })
    .map(([key, text]) => [key, clean(text)] as const)
    .filter(([, text]) => text !== '');
  return {
    salt: newSalt(),
    ...Object.fromEntries(texts),
    ...(evidence.length > 0 && { evidence: [...evidence] }),
  };
}

function partyOf(form: EntryForm, newSalt: () => string): PartyDraft | undefined {
  const name = clean(form.party);
  if (name === '') return undefined;
  return {
    salt: newSalt(),
    name,
    kind: form.partyKind,
    anonymous: form.anonymous,
    // Whoever asked not to be named has agreed to nothing.
    ...(form.consent &&
      !form.anonymous && { consent: { form: form.consent, textVersion: partyConsentText } }),
  };
}
