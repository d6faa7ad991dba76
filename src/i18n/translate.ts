/** Languages of the dictionaries; Vietnamese is the source. */
export type Lang = 'vi' | 'en';

/** A sentence with `{name}` holes, or its plural forms chosen by the hole `n`. */
export type Message = string | { one: string; other: string };
export type Dictionary = Record<string, Message>;
/** What another language must provide for a source dictionary: the same keys. */
export type Translation<D extends Dictionary> = { [K in keyof D]: Message };
export type Params = Readonly<Record<string, string | number>>;

/** The sentences of one language, and the texts of data in it. */
export interface Wordings {
  readonly lang: Lang;
  /** The sentence of a key, its holes filled. */
  readonly t: (key: string, params?: Params) => string;
  /** In this language where it is known, in Vietnamese otherwise; nothing of nothing. */
  readonly text: (text: { vi: string; en?: string | undefined } | undefined) => string;
}

const holes = /\{(\w+)\}/g;

/**
 * Fills a message. Numbers are written in the language's own way (`1.234,5`); an unknown hole stays
 * visible as `{name}` rather than vanishing.
 */
export function fill(message: Message, params: Params, lang: Lang): string {
  const pattern =
    typeof message === 'string'
      ? message
      : message[new Intl.PluralRules(lang).select(Number(params['n'])) === 'one' ? 'one' : 'other'];
  return pattern.replace(holes, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}

/**
 * A number as people write it: vi `1.234,5`, en `1,234.5`. Rounded to `decimals` (default 2) with trailing zeros left
 * off. Written by hand, because the first `Intl.NumberFormat` of a page costs an old phone a tenth of a second.
 */
export function formatNumber(value: number, lang: Lang, decimals = 2): string {
  if (!Number.isFinite(value)) return String(value);
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const rest = fraction?.replace(/0+$/, '');
  const digits = rest ? grouped + point + rest : grouped;
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * A time whose parts in UTC are those of a calendar and a clock in Viet Nam (UTC+7 all year): what a screen says of a
 * moment is what papers and the server say of it, whatever zone the device is set to.
 */
export const inVietnam = (iso: string): Date =>
  new Date(Date.parse(iso) + (iso.length === 10 ? 0 : 25_200_000));

/** A calendar date (ISO date or instant) as `31/12/2026`, in Viet Nam for instants. */
export function formatDate(iso: string): string {
  const date = inVietnam(iso);
  return `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** An instant as `14:05, 31/12/2026`, in Viet Nam. */
export function formatDateTime(iso: string): string {
  const date = inVietnam(iso);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}, ${formatDate(iso)}`;
}
