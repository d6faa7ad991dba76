import type { Styles } from './mapping.schema.js';
import { wordOf } from './paths.js';

/** What a value of theirs is in ours, and back. `undefined`: it cannot be read so. */
export interface ValueStyle {
  read(theirs: unknown): unknown;
  write(ours: unknown): unknown;
}

/** Kinds of values that another back end writes in its own way. */
export const valueKinds = ['text', 'number', 'boolean', 'date', 'instant', 'json'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** How values of each kind are written by a back end of these habits. */
export function valueStyles(styles: Styles = {}): Readonly<Record<ValueKind, ValueStyle>> {
  return {
    text: { read: textOf, write: textOf },
    number: numberStyle(styles),
    boolean: booleanStyle(styles),
    date: timeStyle(styles.date ?? 'yyyy-MM-dd', isMoment(styles.date) ? offsetOf(styles.zone) : 0, 10),
    instant: timeStyle(styles.instant ?? 'iso', offsetOf(styles.zone), 24),
    json: {
      read: (theirs) => (typeof theirs === 'string' ? parsed(theirs) : undefined),
      write: (ours) => JSON.stringify(ours),
    },
  };
}

/** A day that is said by the moment at which it begins is theirs: it begins earlier or later elsewhere. */
const isMoment = (format: string | undefined): boolean => /^(iso|unix(-ms)?)$/.test(format ?? '');

/** Why times cannot be written so: `YYYY-MM-DD`, say, would send these letters. Undefined where they can. */
export function faultOfTimes(kind: 'date' | 'instant', format: string): string | undefined {
  const needed = kind === 'date' ? ['yyyy', 'MM', 'dd'] : ['yyyy', 'MM', 'dd', 'HH'];
  const missing = isMoment(format) ? [] : needed.filter((part) => !format.includes(part));
  if (missing.length === 0) return undefined;
  const known = kind === 'date' ? needed : Object.keys(parts);
  return `"${format}" names no ${missing.join(', ')}: write a pattern of ${known.join(', ')}, or iso, unix, unix-ms.`;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Numbers as JSON has them, or as text: `1.234,5` with `decimal: ','` and `group: '.'`. */
function numberStyle({ decimal, group }: Styles): ValueStyle {
  return {
    read(theirs) {
      if (typeof theirs === 'number') return theirs;
      if (typeof theirs !== 'string') return undefined;
      const bare = group ? theirs.replaceAll(group, '') : theirs;
      const plain = (decimal ? bare.replace(decimal, '.') : bare).trim();
      return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
    },
    write(ours) {
      if (typeof ours !== 'number' || decimal === undefined) return ours;
      const [whole = '', part] = String(ours).split('.');
      const grouped = group ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
      return part === undefined ? grouped : grouped + decimal + part;
    },
  };
}

function booleanStyle({ yes = true, no = false }: Styles): ValueStyle {
  return {
    read: (theirs) =>
      String(theirs) === String(yes) ? true : String(theirs) === String(no) ? false : undefined,
    write: (ours) => (ours === true ? yes : no),
  };
}

/** Milliseconds that the clocks of `+07:00` are ahead. */
function offsetOf(zone = '+00:00'): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}

/** Parts of a written time, by the length of the ISO text that they begin at. */
const parts = {
  yyyy: [0, 4],
  MM: [5, 7],
  dd: [8, 10],
  HH: [11, 13],
  mm: [14, 16],
  ss: [17, 19],
  SSS: [20, 23],
} as const;
type Part = keyof typeof parts;
const isPart = (text: string): text is Part => Object.hasOwn(parts, text);

/** A day or an instant in the format given; `iso`, `unix` (seconds) and `unix-ms` are known by name. */
function timeStyle(format: string, offset: number, length: 10 | 24): ValueStyle {
  const cut = (iso: string): string => (length === 10 ? iso.slice(0, 10) : iso);
  /** A day begins when it does on their clock. */
  const ahead = length === 10 ? offset : 0;
  if (format === 'iso') {
    const read = (theirs: unknown): unknown => {
      if (typeof theirs !== 'string') return undefined;
      if (length === 10 && /^\d{4}-\d\d-\d\d$/.test(theirs)) return theirs;
      // Without a zone it is their clock that it was read from.
      const bare = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(theirs);
      const at = Date.parse(bare ? `${theirs.replace(' ', 'T')}Z` : theirs);
      return Number.isNaN(at) ? undefined : cut(new Date((bare ? at - offset : at) + ahead).toISOString());
    };
    return { read, write: (ours) => ours };
  }
  if (format === 'unix' || format === 'unix-ms') {
    const unit = format === 'unix' ? 1000 : 1;
    return {
      read: (theirs) => {
        const isNumber = typeof theirs === 'number' || /^-?\d+(\.\d+)?$/.test(wordOf(theirs));
        const at = new Date(Number(theirs) * unit + ahead);
        return isNumber && !Number.isNaN(at.getTime()) ? cut(at.toISOString()) : undefined;
      },
      write: (ours) => Math.floor((Date.parse(String(ours)) - ahead) / unit),
    };
  }
  const pieces = format.split(/(yyyy|MM|dd|HH|mm|ss|SSS)/).filter((piece) => piece !== '');
  const pattern = new RegExp(
    `^${pieces.map((one) => (isPart(one) ? `(\\d{${one.length}})` : escaped(one))).join('')}$`,
  );
  const named = pieces.filter(isPart);
  return {
    read(theirs) {
      const found = typeof theirs === 'string' ? pattern.exec(theirs) : null;
      if (!found) return undefined;
      const of = (part: Part): string =>
        named.includes(part) ? found[named.indexOf(part) + 1]! : '0'.repeat(part.length);
      const iso = `${of('yyyy')}-${of('MM')}-${of('dd')}T${of('HH')}:${of('mm')}:${of('ss')}.${of('SSS')}Z`;
      const at = Date.parse(iso);
      // Date.parse makes 2 March of 30 February in some browsers, and fails in others.
      if (Number.isNaN(at) || new Date(at).toISOString() !== iso) return undefined;
      return cut(new Date(at - offset).toISOString());
    },
    write(ours) {
      const at = Date.parse(String(ours));
      if (Number.isNaN(at)) return undefined;
      const iso = new Date(at + offset).toISOString();
      return pieces.map((one) => (isPart(one) ? iso.slice(...parts[one]) : one)).join('');
    },
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
