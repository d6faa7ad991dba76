import type { Model } from '../domain/text.schema.js';
import type { DocumentInput, PaperSettings } from './document-input.js';
import { margins, type Margins } from './layout.js';
import { officialDate, officialNumber } from './official-date.js';
import type { Closing, OfficialDocument, PaperHeader, Signature } from './official-document.js';
import { clean, upper, withoutClosing, type Wording } from './wording.js';

/** People and households speak for themselves: no organisation line, no number, no recipients. */
export function isPersonal(model: Model): boolean {
  return model === 'family' || model === 'citizen';
}

/** Who is assessed, as named in running text. */
export function organisationOf({ settings, subject }: DocumentInput): string {
  return clean(settings.organisation) || clean(subject.name);
}

/** Number and symbol as they are printed, apart from "Số:". */
export function numberOf({ settings }: DocumentInput): { number: string; symbol: string } {
  return {
    number: officialNumber(settings.number),
    symbol: upper(clean(settings.symbol), 'vi').replace(/\s*-\s*/g, '-') || 'BC',
  };
}

export function paperHeader(input: DocumentInput, { t, lang }: Wording): PaperHeader {
  const { settings, subject } = input;
  const place = clean(settings.place) || '..........';
  const shared = {
    nation: t('document.nation'),
    motto: t('document.motto'),
    placeDate: t('document.place-date', { place, date: officialDate(settings.date, lang) }),
  };
  if (isPersonal(subject.model)) return shared;
  const parent = clean(settings.parentOrganisation);
  return {
    ...shared,
    ...(parent && { parentOrganisation: upper(parent, lang) }),
    organisation: upper(organisationOf(input), lang),
    number: t('document.number', numberOf(input)),
  };
}

/** "Căn cứ" lines: each ends with a semicolon, the last one with a full stop. */
export function closedLines(lines: readonly string[]): string[] {
  const bare = lines.map(withoutClosing).filter((line) => line !== '');
  return bare.map((line, index) => line + (index === bare.length - 1 ? '.' : ';'));
}

/** "Nơi nhận" and the signatures. */
export function closing(input: DocumentInput, words: Wording): Closing {
  const { settings, subject } = input;
  const lines = closedLines(settings.recipients.map((line) => line.replace(/^\s*[-–•]\s*/, '')));
  const signatures = settings.signatures.slice(0, 3).map((one) => signature(one, input, words));
  const fallback = { title: upper(signerOf(subject.model, words), words.lang) };
  return {
    ...(!isPersonal(subject.model) &&
      lines.length > 0 && { recipients: { label: words.t('document.recipients'), lines } }),
    signatures: signatures.length > 0 ? signatures : [fallback],
  };
}

const signerOf = (model: Model, words: Wording): string => words.t(`document.signer.${model}`);

function signature(
  { authority = '', title, name = '' }: PaperSettings['signatures'][number],
  input: DocumentInput,
  words: Wording,
): Signature {
  const { lang } = words;
  const position = clean(title) || signerOf(input.subject.model, words);
  const line = authorityLine(clean(authority), input, words);
  const signer = clean(name);
  return {
    ...(line && { authority: upper(line, lang) }),
    title: upper(position, lang),
    ...(signer && { name: signer }),
  };
}

/** Somebody who types only "KT." means the head's position, and "TM." means the organisation. */
function authorityLine(authority: string, input: DocumentInput, words: Wording): string {
  const [, short] = /^(TM|KT|TL|TUQ|Q)\.?$/i.exec(authority) ?? [];
  if (!short) return authority;
  const head = clean(input.subject.head?.position ?? '') || signerOf(input.subject.model, words);
  return `${short}. ${short.toUpperCase() === 'TM' ? organisationOf(input) : head}`;
}

/** "Kính gửi": named in the settings, or dots to write on where a recipient is "as above". */
export function addressees(
  { settings, subject }: DocumentInput,
  { t }: Wording,
): OfficialDocument['addressees'] {
  if (isPersonal(subject.model)) return undefined;
  const names = (settings.addressees ?? []).map(withoutClosing).filter((name) => name !== '');
  const asAbove = settings.recipients.some((line) => /^\W*(như trên|as above)/iu.test(line.normalize('NFC')));
  if (names.length === 0) return asAbove ? { label: t('document.addressee'), names: [] } : undefined;
  return { label: t('document.addressee'), names: names.length === 1 ? names : closedLines(names) };
}

/** Margins within what a printer can do; the decree's where nothing is given. */
export function marginsOf({ settings }: DocumentInput): Margins {
  const asked = { ...margins, ...settings.margins };
  const within = (value: number): number => Math.min(40, Math.max(10, value));
  return {
    top: within(asked.top),
    bottom: within(asked.bottom),
    left: within(asked.left),
    right: within(asked.right),
  };
}
