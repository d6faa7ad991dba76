import type { Evidence } from '../../domain/answer.schema.js';
import type { EntrySecret, PartyDraft } from '../../domain/fund/entry.schema.js';
import type { Account } from '../../domain/fund/money.schema.js';

/** What a line of the ledger is: money in, money out, cash to the bank and back, money to another fund. */
export type LineKind = 'receipt' | 'payment' | 'move' | 'transfer';

/** A line as far as it is typed. Texts stay as typed, so that what is half typed comes back as it was. */
export interface EntryForm {
  kind: LineKind;
  date: string;
  category: string;
  amount: string;
  party: string;
  purpose: string;
  account: Account;
  /** Empty: the next number. A dash: none. */
  voucher: string;
  partyKind: PartyDraft['kind'];
  /** Asked not to be named. */
  anonymous: boolean;
  /** How the party agreed to be named in public. */
  consent: '' | 'paper' | 'digital';
  address: string;
  phone: string;
  note: string;
  issuer: string;
  papers: string;
  /** Of a transfer: the other fund and its account. */
  toFund: string;
  toAccount: Account;
  evidence: Evidence[];
  /** Id of the command that it was sent with before it was taken back, unanswered; empty: of none. It may be in the ledger. */
  again: string;
}

/** Which wording of the consent to be named in public was shown; changed with the sentence. */
export const partyConsentText = 'so-quy-2026-11';

/** A line of which nothing is typed yet. */
export function freshEntry(today: string): EntryForm {
  const [year, month, day] = today.split('-');
  return {
    kind: 'receipt',
    date: `${day}/${month}/${year}`,
    category: '',
    amount: '',
    party: '',
    purpose: '',
    account: 'cash',
    voucher: '',
    partyKind: 'person',
    anonymous: false,
    consent: '',
    address: '',
    phone: '',
    note: '',
    issuer: '',
    papers: '',
    toFund: '',
    toAccount: 'bank',
    evidence: [],
    again: '',
  };
}

/**
 * What the next line begins with: kind, day, category and account of the last one. Nothing about its party: what was
 * said of an organisation would publish the person who comes next.
 */
export function nextEntry({ kind, date, category, account, toFund, toAccount }: EntryForm): EntryForm {
  return { ...freshEntry('--'), kind, date, category, account, toFund, toAccount };
}

/** Something is said beyond the line, which nobody should overlook. */
export function saysMore(form: EntryForm): boolean {
  const { partyKind, anonymous, consent, address, phone, note, issuer, papers, evidence } = form;
  return (
    partyKind !== 'person' ||
    anonymous ||
    [consent, address, phone, note, issuer, papers].some((text) => text !== '') ||
    evidence.length > 0
  );
}

/** A line like one that was recorded, to be corrected and entered anew. */
export function entryLike(
  fields: Pick<EntryForm, 'kind' | 'date' | 'category' | 'amount' | 'account'>,
  secret: EntrySecret | undefined,
): EntryForm {
  const { party, details } = secret ?? {};
  return {
    ...freshEntry('--'),
    ...fields,
    party: party?.name ?? '',
    partyKind: party?.kind ?? 'person',
    anonymous: party?.anonymous ?? false,
    consent: party?.consent?.form ?? '',
    purpose: details?.purpose ?? '',
    address: details?.address ?? '',
    phone: details?.phone ?? '',
    note: details?.note ?? '',
    issuer: details?.issuer ?? '',
    papers: details?.papers ?? '',
    evidence: details?.evidence ?? [],
  };
}

/** Nothing of it would be lost: only what the line before it left is there. */
export function isUntouched(form: EntryForm): boolean {
  const { amount, party, purpose, voucher, address, phone, note, issuer, papers, evidence } = form;
  return (
    [amount, party, purpose, voucher, address, phone, note, issuer, papers].every(
      (text) => text.trim() === '',
    ) && evidence.length === 0
  );
}

/** What was kept of a form, upon a fresh one: what is of another kind than it should be is left out. */
export function readForm<T extends object>(fresh: T, kept: object | undefined): T {
  const form = { ...fresh };
  for (const key of Object.keys(fresh) as (keyof T & string)[]) {
    const value = (kept as Partial<T> | undefined)?.[key];
    if (typeof value === typeof fresh[key] && Array.isArray(value) === Array.isArray(fresh[key]))
      form[key] = value as T[typeof key];
  }
  return form;
}
