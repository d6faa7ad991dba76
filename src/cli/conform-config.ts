import { conformanceParts } from '../backend/conformance/conformance.js';
import { faultWords } from '../backend/fault-words.js';
import { checkMapping, type Mapping } from '../backend/http/http-adapter.js';
import { z } from '../domain/zod.js';

/** What the command is told of a back end; a file of it holds no secret but a key made for tests. */
const ConformConfig = z.strictObject({
  baseUrl: z.string().check(z.regex(/^https?:\/\//)),
  /** The table of a back end that does not speak as our server, or the path of its file beside this one. */
  mapping: z.optional(z.union([z.string(), z.record(z.string(), z.unknown())])),
  parts: z.optional(z.array(z.enum(conformanceParts))),
  /** How the people of the suite sign in. Without it only what a visitor may do is tried. */
  signIn: z.optional(
    z.union([
      /** Gets `{ "tenant", "actor" }` by POST and answers `{ "token" }`. */
      z.strictObject({ url: z.string().check(z.regex(/^https?:\/\//)) }),
      /** A private key as JWK, or the path of its file: tokens are made by it as docs/server.md says. */
      z.strictObject({
        key: z.union([z.string(), z.record(z.string(), z.unknown())]),
        issuer: z.string(),
        audience: z.string(),
      }),
    ]),
  ),
});
type Given = z.infer<typeof ConformConfig>;

export interface Conform extends Omit<Given, 'mapping' | 'signIn'> {
  mapping?: Mapping | undefined;
  signIn?: { url: string } | { key: object; issuer: string; audience: string } | undefined;
}

/**
 * Reads what the command was given: an address, or the text of a file. `beside` reads a file that it names. `faults`: what is
 * wrong, each in a sentence.
 */
export function readConformConfig(
  given: string,
  beside: (path: string) => string,
): { config: Conform; faults?: never } | { config?: never; faults: string[] } {
  if (/^https?:\/\//.test(given)) return { config: { baseUrl: given } };
  const faults: string[] = [];
  const parsed = (text: string, name: string): unknown => {
    try {
      // Editors of Windows put a mark before it.
      return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    } catch {
      faults.push(`${name} is not JSON.`);
      return undefined;
    }
  };
  const named = (value: unknown, name: string): unknown => {
    if (typeof value !== 'string') return value;
    try {
      return parsed(beside(value), value);
    } catch {
      faults.push(`${name}: the file ${value} cannot be read.`);
      return undefined;
    }
  };
  const json = parsed(given, 'The configuration');
  if (json === undefined) return { faults };
  const read = ConformConfig.safeParse(json);
  if (!read.success)
    return {
      faults: faultWords(read.error, json).map(({ path, says }) => `${path || 'The configuration'}: ${says}`),
    };
  const { mapping: table, signIn: how, ...config } = read.data;
  const mapping = named(table, 'mapping');
  if (mapping !== undefined)
    faults.push(...checkMapping(mapping).map(({ path, says }) => `mapping/${path}: ${says}`));
  const signIn = how && 'key' in how ? { ...how, key: named(how.key, 'signIn/key') as object } : how;
  if (faults.length > 0) return { faults };
  return { config: { ...config, mapping: mapping as Mapping | undefined, signIn } };
}
