import { z } from '../../../domain/zod.js';
import { valueKinds } from './styles.js';

/** Steps apart by `/`, because names of fields may hold dots; the empty path is the value itself. */
const Path = z.string().check(
  z.regex(/^$|^[^/]+(\/[^/]+)*$/),
  z.maxLength(200),
  z.refine((path) => !/(^|\/)(__proto__|constructor|prototype)(\/|$)/.test(path)),
);
const Simple = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]*$/));

/** Where a field of ours stands in theirs, and how it is written there. A path alone: as it is. */
const Field = z.union([
  Path,
  z.strictObject({
    at: Path,
    as: z.optional(z.enum(valueKinds)),
    /** Closed lists: our word to theirs. */
    values: z.optional(z.record(z.string(), Simple)),
    /** An object that is mapped by the shape of this name. */
    shape: z.optional(Name),
    /** A list, of which each is mapped so. */
    many: z.optional(z.literal(true)),
    /** With `many`: ours is an object by key, theirs a list whose rows hold the key here. */
    by: z.optional(Path),
    /** With `by`: what a row says whose value is null with us, that is taken away. */
    gone: z.optional(z.record(z.string(), Simple)),
    /** With `many`: theirs is one text, with this between the parts. */
    split: z.optional(z.string()),
    only: z.optional(z.enum(['read', 'write'])),
    /** Read as missing unless something stands here. */
    needs: z.optional(Path),
    /** Read where theirs is missing or null. */
    otherwise: z.optional(z.unknown()),
    /** Always sent, whatever ours is. */
    fixed: z.optional(z.unknown()),
  }),
]);
export type Field = z.infer<typeof Field>;

/** Fields by their path with us. `*`: all others under the same names. */
const Shape = z.record(z.string(), Field);
export type Shape = z.infer<typeof Shape>;
const ShapeOrName = z.union([Name, Shape]);

const StylesSchema = z.strictObject({
  /** Of days: `dd/MM/yyyy`, `unix`, `unix-ms`. Default `yyyy-MM-dd`. */
  date: z.optional(z.string()),
  /** Of instants, e.g. `dd/MM/yyyy HH:mm:ss`. Default ISO 8601. */
  instant: z.optional(z.string()),
  /** Of their clock where an instant does not say: `+07:00`. */
  zone: z.optional(z.string().check(z.regex(/^[+-]\d\d:\d\d$/))),
  /** Numbers are text, with this before the decimals. */
  decimal: z.optional(z.string().check(z.length(1))),
  /** What stands between thousands. */
  group: z.optional(z.string().check(z.length(1))),
  yes: z.optional(Simple),
  no: z.optional(Simple),
  /** An empty text means that there is nothing. */
  emptyIsNone: z.optional(z.boolean()),
});
export type Styles = z.infer<typeof StylesSchema>;

const call = {
  method: z.optional(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  /** With `{field}` for fields of what is sent. */
  path: z.string().check(z.regex(/^\//)),
  headers: z.optional(z.record(z.string(), z.string())),
  /** Sent in the address. */
  search: z.optional(ShapeOrName),
  /** Sent as the body. */
  body: z.optional(ShapeOrName),
  encode: z.optional(z.enum(['json', 'form'])),
};
const Call = z.strictObject(call);
export type Call = z.infer<typeof Call>;

/** Where an answer says something that is about all of it: a path in its body, or a header. */
const Place = z.union([Path, z.strictObject({ header: z.string().check(z.regex(/^[A-Za-z0-9-]+$/)) })]);
export type Place = z.infer<typeof Place>;

const Paging = z.union([
  /** Pages by number, of `size` items. */
  z.strictObject({
    style: z.literal('page'),
    number: z.string(),
    size: z.string(),
    first: z.optional(z.number()),
    total: z.optional(Place),
    more: z.optional(Path),
  }),
  /** So many items are left out. */
  z.strictObject({
    style: z.literal('offset'),
    offset: z.string(),
    size: z.string(),
    total: z.optional(Place),
    more: z.optional(Path),
  }),
  /** A word that the last answer gave goes back in. */
  z.strictObject({
    style: z.literal('cursor'),
    cursor: z.string(),
    next: Place,
    size: z.optional(z.string()),
    total: z.optional(Place),
  }),
  /** The last answer gave the address of the next page; of a header `Link` it is the one with `rel="next"`. */
  z.strictObject({
    style: z.literal('link'),
    next: Place,
    size: z.optional(z.string()),
    total: z.optional(Place),
  }),
]);
export type Paging = z.infer<typeof Paging>;

/** A condition in words of theirs: `Model eq '{value}'`. Within quotes a quote is doubled. */
const Term = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    as: z.optional(z.enum(valueKinds)),
    values: z.optional(z.record(z.string(), Simple)),
  }),
]);
const Filter = z.strictObject({
  /** Name in the address: `$filter`. */
  name: z.string(),
  /** What stands between conditions. Default ` and `. */
  join: z.optional(z.string()),
  /** By our parameter; one that is not given adds nothing. */
  terms: z.record(z.string(), Term),
});
export type Filter = z.infer<typeof Filter>;

/** A question. `items` leads to the list in the answer, or to the one item where there is no list. */
const Read = z.strictObject({
  ...call,
  items: Path,
  item: ShapeOrName,
  filter: z.optional(Filter),
  paging: z.optional(Paging),
});
export type Read = z.infer<typeof Read>;

/** A change. What is sent has the fields of a command: `id`, `record`, `expected`, `kind`, `payload/…`. */
const Write = z.strictObject({
  ...call,
  /** Type of the record that it writes: `assessment`. */
  about: z.string(),
  /** Where the answer says the record's new version. Otherwise it is counted on by one. */
  version: z.optional(Path),
  /** Where the answer lists all records that were written. */
  records: z.optional(z.strictObject({ at: Path, shape: ShapeOrName })),
  /** Where a conflict brings the record as it stands; otherwise it is asked for by `<about>.get`. */
  current: z.optional(z.strictObject({ at: Path, shape: ShapeOrName })),
});
export type Write = z.infer<typeof Write>;

/** How another back end is asked, as data. */
export const MappingSchema = z.strictObject({
  format: z.literal(1),
  /** For editors that complete what is typed: what `htsd schema` prints. */
  $schema: z.optional(z.string()),
  /** Headers of every request. */
  headers: z.optional(z.record(z.string(), z.string())),
  /** What the token is sent as. Default `Authorization: Bearer …`. */
  token: z.optional(z.strictObject({ header: z.string(), prefix: z.optional(z.string()) })),
  encode: z.optional(z.enum(['json', 'form'])),
  /** How lists and objects within a form are named. Default brackets: `a[0][b]`; dots: `a[0].b`. */
  nested: z.optional(z.enum(['brackets', 'dots'])),
  styles: z.optional(StylesSchema),
  answers: z.optional(
    z.strictObject({
      /** How an answer says that it went well, whatever the status of HTTP. */
      ok: z.optional(z.strictObject({ at: Path, is: z.array(Simple) })),
      /** Where an answer says what went wrong. */
      code: z.optional(Path),
      /** Where it names the fields that were wrong: a text with commas, a list, or a step within each of a list. */
      fields: z.optional(Path),
    }),
  ),
  /**
   * What their codes and statuses mean: a code of the port, `conflict`, `duplicate`, or `rejected:<code>` for a command
   * that is refused for good.
   */
  codes: z.optional(z.record(z.string(), z.string())),
  /** An answer 202 is none yet: it says where to ask until it has come. Without this it is taken as any success. */
  later: z.optional(
    z.strictObject({
      address: Place,
      /** How the answer there says that it goes on, where it is no 202 itself. */
      pending: z.optional(z.strictObject({ at: Path, is: z.array(Simple) })),
      /** Seconds between two questions where `Retry-After` says nothing. Default 1. */
      every: z.optional(z.number().check(z.minimum(0.05), z.maximum(10))),
    }),
  ),
  shapes: z.optional(z.record(Name, Shape)),
  capabilities: z.optional(
    z.strictObject({ publicRead: z.optional(z.boolean()), aggregate: z.optional(z.boolean()) }),
  ),
  session: z.strictObject({ ...call, at: z.optional(Path), shape: ShapeOrName }),
  /** By the names of our queries. Those that are missing are not supported. */
  queries: z.record(z.string(), Read),
  /** By the kinds of our commands; `*` for all others. */
  commands: z.record(z.string(), Write),
  files: z.optional(
    z.strictObject({
      put: z.strictObject({
        ...call,
        /** Field of a form with a file in it; absent: the bytes are the body. */
        field: z.optional(z.string()),
        at: z.optional(Path),
        shape: ShapeOrName,
      }),
      get: Call,
    }),
  ),
});
export type Mapping = z.infer<typeof MappingSchema>;
