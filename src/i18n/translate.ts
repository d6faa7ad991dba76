/** Languages of the dictionaries; Vietnamese is the source. */
export type Lang = 'vi' | 'en';

/** A sentence with `{name}` holes, or its plural forms chosen by the hole `n`. */
export type Message = string | { one: string; other: string };
export type Dictionary = Record<string, Message>;
/** What another language must provide for a source dictionary: the same keys. */
export type Translation<D extends Dictionary> = { [K in keyof D]: Message };
export type Params = Readonly<Record<string, string | number>>;

const holes = /\{(\w+)\}/g;

/**
 * Fills a message. Numbers are written in the language's own way (`1.234,5`); an unknown hole stays
 * visible as `{name}` rather than vanishing.
 */
export function fill(message: Message, params: Params, lang: Lang): string {
  const pattern =
    typeof message === 'string'
      ? message
      : new Intl.PluralRules(lang).select(Number(params['n'])) === 'one'
        ? message.one
        : message.other;
  return pattern.replace(holes, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as people write it: vi `1.234,5`, en `1,234.5`. At most two decimals unless told otherwise. */
export function formatNumber(value: number, lang: Lang, options: Intl.NumberFormatOptions = {}): string {
  const key = lang + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
      maximumFractionDigits: 2,
      ...options,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** A calendar date (ISO date or instant) as `31/12/2026`, in the reader's own time zone for instants. */
export function formatDate(iso: string, lang: Lang): string {
  const date = iso.length === 10 ? new Date(`${iso}T00:00:00`) : new Date(iso);
  return new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(date);
}

/** An instant as `14:05, 31/12/2026`. */
export function formatDateTime(iso: string, lang: Lang): string {
  const time = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
  return `${time.format(new Date(iso))}, ${formatDate(iso, lang)}`;
}

/** Bytes as `1,4 MB`. */
export function formatBytes(bytes: number, lang: Lang): string {
  const mega = bytes / 1e6;
  return mega >= 0.95
    ? `${formatNumber(mega, lang, { maximumFractionDigits: 1 })} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1e3)), lang)} kB`;
}
