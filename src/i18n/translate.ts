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

/**
 * A moment as a calendar and a clock in Viet Nam show it (UTC+7 all year), whatever zone the device is set to: papers and
 * the server name the same day. A date, and what is no time, stays as it is.
 */
export function inVietnam(iso: string): string {
  const time = iso.length === 10 ? NaN : Date.parse(iso) + 25_200_000;
  return Number.isNaN(time) ? iso : new Date(time).toISOString();
}

/** A calendar date (ISO date or instant) as `31/12/2026`, in Viet Nam for instants. */
export const formatDate = (iso: string): string => inVietnam(iso).slice(0, 10).split('-').reverse().join('/');

/** An instant as `14:05, 31/12/2026`, in Viet Nam. */
export const formatDateTime = (iso: string): string => `${inVietnam(iso).slice(11, 16)}, ${formatDate(iso)}`;
