import { isIP } from 'node:net';
import { z } from '../../domain/zod.js';
import { isInner, isLoopback, isTrustworthy } from '../outside/addresses.js';
import { eventKinds } from './event.js';
import type { Webhook } from './webhook.js';

const variable = 'HTSD_WEBHOOKS';
const makeOne = 'Make one by: echo "whsec_$(openssl rand -base64 32)"';

const Setting = z.strictObject({
  name: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  url: z.string(),
  secret: z.optional(z.string()),
  secretFile: z.optional(z.string()),
  events: z.optional(z.array(z.enum(eventKinds)).check(z.minLength(1))),
  places: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.minLength(1))),
  internal: z.optional(z.boolean()),
});
type Setting = z.infer<typeof Setting>;

/** Bytes of a secret as Standard Webhooks asks for them. */
const secretBytes = { least: 24, most: 64 };

/**
 * Reads who is told of what happens, a JSON list.
 * @param readFile answers the text of a file; undefined where it cannot be read
 * @param fault hears of each mistake
 */
export function readWebhooks(
  said: string | undefined,
  readFile: (path: string) => string | undefined,
  fault: (variable: string, sentence: string) => void,
): Webhook[] {
  if (said === undefined) return [];
  const wrong = (sentence: string): void => fault(variable, sentence);
  let list: unknown;
  try {
    list = JSON.parse(said);
  } catch {
    wrong(
      'It is not JSON. Write a list: [{"name": "portal", "url": "https://…", "secretFile": "/etc/htsd/secrets/portal"}].',
    );
    return [];
  }
  if (!Array.isArray(list)) {
    wrong('It must be a list.');
    return [];
  }
  const names = new Set<string>();
  return list.flatMap((one, index): Webhook[] => {
    const read = Setting.safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = [index, ...(issue?.path ?? [])].join('.');
      wrong(`${where}: ${sentenceOf(issue?.path ?? [], issue?.message)}`);
      return [];
    }
    const { name, events, places, internal = false } = read.data;
    const sentences: string[] = [];
    if (names.has(name)) sentences.push(`name: "${name}" is there twice; what waits is kept by the name.`);
    names.add(name);
    const url = urlOf(read.data, sentences);
    const secrets = secretsOf(read.data, readFile, sentences);
    for (const sentence of sentences) wrong(`${index}.${sentence}`);
    if (sentences.length > 0 || !url) return [];
    return [
      {
        ...{ name, url, secrets, places },
        events: events && new Set(events),
        // Who writes down this very machine means it.
        internal: internal || isLoopback(url),
      },
    ];
  });
}

function sentenceOf([field, ...rest]: readonly PropertyKey[], message = 'it cannot be read'): string {
  if (field === 'name')
    return 'give it a name of letters, digits, "-" and "_", by which logs and metrics call it.';
  if (field === 'events' && rest.length > 0)
    return `there is no such event. There are: ${eventKinds.join(', ')}.`;
  return `${message}.`;
}

function urlOf({ url: said, internal }: Setting, sentences: string[]): URL | undefined {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  if (!url || !isTrustworthy(url)) {
    sentences.push('url: it must be an https address; http only on this very machine.');
    return undefined;
  }
  if (url.username !== '' || url.password !== '')
    sentences.push('url: leave name and password out; a receiver knows us by the signature.');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!internal && !isLoopback(url) && isIP(literal) !== 0 && isInner(literal))
    sentences.push('url: it leads into your own network; add "internal": true if that is meant.');
  return url;
}

function secretsOf(
  { secret, secretFile }: Setting,
  readFile: (path: string) => string | undefined,
  sentences: string[],
): string[] {
  if ((secret === undefined) === (secretFile === undefined)) {
    sentences.push(`secret: give either secret, or secretFile, the path of a file that holds it. ${makeOne}`);
    return [];
  }
  const text = secret ?? readFile(secretFile!);
  if (text === undefined) {
    sentences.push(
      `secretFile: the file "${secretFile}" cannot be read: correct the path or its permissions.`,
    );
    return [];
  }
  const secrets = text.split(/\s+/).filter(Boolean);
  if (secrets.length === 0 || !secrets.every(isSecret))
    sentences.push(
      `secret: it must be "whsec_" and ${secretBytes.least} to ${secretBytes.most} bytes in base64; several are parted by spaces. ${makeOne}`,
    );
  return secrets;
}

function isSecret(text: string): boolean {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (encoded === undefined) return false;
  const { length } = Buffer.from(encoded, 'base64');
  return encoded.length % 4 === 0 && length >= secretBytes.least && length <= secretBytes.most;
}
