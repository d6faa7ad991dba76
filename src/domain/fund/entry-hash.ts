import { canonicalJson, quoted } from '../canonical-json.js';
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
  let text = `{"account":"${entry.account}","amount":${entry.amount}`;
  if (entry.approved) text += ',"approved":true';
  if (entry.category !== undefined) text += `,"category":${quoted(entry.category)}`;
  if (entry.count !== undefined) text += `,"count":${entry.count}`;
  text += `,"date":"${entry.date}","details":"${entry.details}","fund":${quoted(entry.fund)}`;
  text += `,"id":${quoted(entry.id)},"kind":"${entry.kind}"`;
  if (entry.level !== undefined) text += `,"level":${quoted(entry.level)}`;
  text += `,"no":${entry.no}`;
  if (entry.party !== undefined) text += `,"party":"${entry.party}"`;
  text += `,"previous":"${entry.previous}","recordedAt":"${entry.recordedAt}"`;
  if (entry.reverses !== undefined) text += `,"reverses":${entry.reverses}`;
  if (entry.round !== undefined) text += `,"round":${quoted(entry.round)}`;
  if (entry.to !== undefined) text += `,"to":"${entry.to}"`;
  if (entry.transfer)
    text += `,"transfer":{"fund":${quoted(entry.transfer.fund)},"id":${quoted(entry.transfer.id)}}`;
  if (entry.voucher !== undefined) text += `,"voucher":${entry.voucher}`;
  return `${text}}`;
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
