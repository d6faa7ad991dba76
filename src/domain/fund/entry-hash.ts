import { canonicalJson } from '../canonical-json.js';
import type { Entry } from './entry.schema.js';
import type { Fund } from './fund.schema.js';

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. Given by the caller: the domain brings no library. */
export type HashText = (text: string) => string;

/** What the chain begins with: the hash of the fund's opening stands before its first entry. */
export type Opening = Pick<Fund, 'id' | 'opened' | 'opening' | 'regime'>;

/** The hash that the first entry of a fund has as its `previous`. */
export function openingHash({ id, opened, opening, regime }: Opening, hash: HashText): string {
  return hash(canonicalJson({ fund: id, opened, opening, regime }));
}

/**
 * The canonical JSON of an entry without its hash. Written key by key in their order, because a ledger of 100,000
 * entries is gone through while somebody waits; a test compares it with `canonicalJson`.
 */
export function entryText(entry: Omit<Entry, 'hash'>): string {
  const { account, amount, approved, category, count, level, party, round, transfer, to, voucher } = entry;
  return (
    `{"account":"${account}","amount":${amount}` +
    (approved ? ',"approved":true' : '') +
    (category === undefined ? '' : `,"category":${JSON.stringify(category)}`) +
    (count === undefined ? '' : `,"count":${count}`) +
    `,"date":"${entry.date}","details":"${entry.details}","fund":${JSON.stringify(entry.fund)}` +
    `,"id":${JSON.stringify(entry.id)},"kind":"${entry.kind}"` +
    (level === undefined ? '' : `,"level":${JSON.stringify(level)}`) +
    `,"no":${entry.no}` +
    (party === undefined ? '' : `,"party":"${party}"`) +
    `,"previous":"${entry.previous}","recordedAt":"${entry.recordedAt}"` +
    (entry.reverses === undefined ? '' : `,"reverses":${entry.reverses}`) +
    (round === undefined ? '' : `,"round":${JSON.stringify(round)}`) +
    (to === undefined ? '' : `,"to":"${to}"`) +
    (transfer === undefined
      ? ''
      : `,"transfer":{"fund":${JSON.stringify(transfer.fund)},"id":${JSON.stringify(transfer.id)}}`) +
    (voucher === undefined ? '' : `,"voucher":${voucher}`) +
    '}'
  );
}

/** The hash of an entry over everything else in it. */
export function entryHash(entry: Omit<Entry, 'hash'>, hash: HashText): string {
  return hash(entryText(entry));
}

/** The id of an entry. */
export function entryId(fund: string, no: number): string {
  return `${fund}.${no}`;
}

/** Fund and number out of an entry's id; undefined where it is none. */
export function readEntryId(id: string): { fund: string; no: number } | undefined {
  const [, fund, no] = /^(.+)\.([1-9]\d{0,7})$/.exec(id) ?? [];
  return fund === undefined ? undefined : { fund, no: Number(no) };
}
