import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Role } from '../domain/actor.schema.js';
import { z } from '../domain/zod.js';
import type { S3Options } from './files/s3-files.js';
import type { Issuer } from './identity/tokens.js';
import { isTrustworthy } from './outside/addresses.js';
import { readWebhooks } from './webhooks/read-webhooks.js';
import type { Webhook } from './webhooks/webhook.js';

/** Everything that an operator decides. */
export interface Config {
  host: string;
  port: number;
  /** `postgres://…`; undefined: embedded, in the data folder. */
  databaseUrl: string | undefined;
  connections: number;
  /** Folder of evidence, and of the embedded database. */
  data: string;
  /** Code of the province where visitors read. */
  province: string;
  origins: string[];
  /** Origins whose pages may show our frames. */
  frameOrigins: string[];
  issuers: Issuer[];
  /** Requests a minute of one person, and from one address; 0: as many as they like. */
  personRate: number;
  addressRate: number;
  /** Proxies of the operator before it, which say in `X-Forwarded-For` from where a request comes. */
  proxies: number;
  /** Megabytes of evidence of one person, and of a province; undefined: as many as there is room for. */
  personMegabytes: number | undefined;
  provinceMegabytes: number | undefined;
  /** Where evidence lies; undefined: in the data folder. */
  s3: S3Options | undefined;
  /** Port on which Prometheus is told, on the same machine or `HTSD_METRICS_HOST`; undefined: nowhere. */
  metricsPort: number | undefined;
  metricsHost: string;
  /** Who is told of what happens in the province. */
  webhooks: Webhook[];
  /** Days after which it is given up to tell somebody who does not take it. */
  webhookDays: number;
  /** Trial on one's own machine: whoever asks is signed in as anybody. */
  demo: boolean;
}

/** A mistake in what an operator set: the variable, and a sentence that says what is wrong and what to do. */
export interface ConfigFault {
  variable: string;
  sentence: string;
}

const address = z.url({ protocol: /^https?$/ });
const IssuerSetting = z.strictObject({
  issuer: z.string().check(z.minLength(1)),
  audience: z.string().check(z.minLength(1)),
  jwksUri: z.optional(address),
  jwks: z.optional(z.object({ keys: z.array(z.looseObject({ kty: z.string() })).check(z.minLength(1)) })),
  claims: z.optional(
    z.partial(
      z.strictObject({ name: z.string(), roles: z.string(), scope: z.string(), province: z.string() }),
    ),
  ),
  roles: z.optional(z.record(z.string(), Role)),
  province: z.optional(z.string()),
  people: z.optional(z.string().check(z.minLength(1))),
  within: z.optional(z.array(z.string().check(z.minLength(1)))),
  internal: z.optional(z.boolean()),
  lifetime: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(1_440))),
});

/** Minutes that a token may last whose keys are written down here: nobody else could take it back. */
const ownLifetime = 60;

/**
 * Reads the environment. Every variable `NAME` may be given as `NAME_FILE`, the path of a file that holds it, as secrets
 * are handed over by containers. Answers all mistakes at once, so that nobody corrects them one by one.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { config: Config; faults: [] } | { config?: undefined; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const fault = (variable: string, sentence: string): void => void faults.push({ variable, sentence });

  const text = (name: string): string | undefined => {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') return env[name] === '' ? undefined : env[name];
    if (env[name]) fault(name, `Set either ${name} or ${name}_FILE, not both.`);
    const found = readText(path);
    if (found === undefined)
      fault(`${name}_FILE`, `The file "${path}" cannot be read: correct the path or its permissions.`);
    return found;
  };
  const whole = <O extends number | undefined>(
    name: string,
    otherwise: O,
    least: number,
    most: number,
  ): number | O => {
    const said = text(name);
    if (said === undefined) return otherwise;
    const value = Number(said);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    fault(name, `"${said}" is not a whole number from ${least} to ${most}.`);
    return otherwise;
  };

  const databaseUrl = text('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\/./.test(databaseUrl))
    fault('DATABASE_URL', 'It must begin with postgres://; leave it unset for the embedded database.');
  else if (databaseUrl !== undefined && !URL.canParse(plainUrl(databaseUrl)))
    fault(
      'DATABASE_URL',
      'It is no address: write it as postgres://user:password@host/database, and in it # as %23, / as %2F, @ as %40.',
    );
  const originsOf = (name: string): string[] => {
    const list = (text(name) ?? '').split(/[\s,]+/).filter(Boolean);
    for (const origin of list) {
      const read = URL.canParse(origin) ? new URL(origin) : undefined;
      if (read?.origin !== origin || !/^https?:$/.test(read.protocol))
        fault(name, `"${origin}" is no origin: write it as https://portal.example.vn, without a path.`);
    }
    return list;
  };
  const saidDemo = text('HTSD_DEMO') ?? '0';
  const demo = saidDemo === '1';
  if (!/^[01]$/.test(saidDemo)) fault('HTSD_DEMO', `"${saidDemo}" says neither 1, a trial, nor 0, none.`);
  const host = text('HTSD_HOST') ?? '127.0.0.1';
  if (demo && databaseUrl !== undefined)
    fault(
      'HTSD_DEMO',
      'Anybody may be anybody in a trial: it runs on the embedded database only. Unset DATABASE_URL.',
    );
  if (demo && !/^(127\.0\.0\.1|::1|localhost)$/.test(host))
    fault(
      'HTSD_DEMO',
      'Anybody may be anybody in a trial: it listens on this machine only. Unset HTSD_HOST.',
    );
  const config: Config = {
    demo,
    host,
    port: whole('PORT', 8080, 0, 65_535),
    databaseUrl,
    connections: whole('HTSD_CONNECTIONS', 20, 1, 1_000),
    data: text('HTSD_DATA') ?? 'htsd-data',
    personRate: whole('HTSD_RATE_PERSON', 600, 0, 1_000_000),
    addressRate: whole('HTSD_RATE_ADDRESS', 6_000, 0, 1_000_000),
    proxies: whole('HTSD_PROXIES', 0, 0, 10),
    personMegabytes: whole('HTSD_FILES_PERSON', 1_000, 0, 1_000_000_000) || undefined,
    provinceMegabytes: whole('HTSD_FILES_PROVINCE', undefined, 0, 1_000_000_000) || undefined,
    s3: readS3(text, fault),
    metricsPort: whole('HTSD_METRICS_PORT', undefined, 0, 65_535),
    metricsHost: text('HTSD_METRICS_HOST') ?? '127.0.0.1',
    webhooks: readWebhooks(text('HTSD_WEBHOOKS'), readText, fault),
    webhookDays: whole('HTSD_WEBHOOK_DAYS', 5, 1, 30),
    province: text('HTSD_PROVINCE') ?? (demo ? 'demo' : ''),
    origins: originsOf('HTSD_ORIGINS'),
    frameOrigins: originsOf('HTSD_FRAME_ORIGINS'),
    issuers: readIssuers(text('HTSD_ISSUERS') ?? (demo ? '[]' : undefined), fault, demo),
  };
  if (!/^[\w-]{1,64}$/.test(config.province))
    fault('HTSD_PROVINCE', 'Set it to the code of the province that this server keeps, e.g. 25.');
  return faults.length > 0 ? { faults } : { config, faults: [] };
}

/** As its driver reads it: without a host, and with spaces, too. */
const plainUrl = (url: string): string => url.replace('@/', '@localhost/').replaceAll(' ', '%20');

/** Undefined where it cannot be read. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** All of it or nothing: half of it would lose evidence into a folder that nobody looks after. */
function readS3(
  text: (name: string) => string | undefined,
  fault: (variable: string, sentence: string) => void,
): S3Options | undefined {
  const names = ['HTSD_S3_ENDPOINT', 'HTSD_S3_BUCKET', 'HTSD_S3_KEY', 'HTSD_S3_SECRET'] as const;
  const [endpoint, bucket, accessKeyId, secretAccessKey] = names.map(text);
  if (!endpoint && !bucket && !accessKeyId && !secretAccessKey) return undefined;
  const said = { endpoint, bucket, accessKeyId, secretAccessKey };
  for (const [index, value] of Object.values(said).entries())
    if (!value) fault(names[index]!, `Set all of ${names.join(', ')}, or none of them.`);
  if (endpoint && !(URL.canParse(endpoint) && isTrustworthy(new URL(endpoint))))
    fault('HTSD_S3_ENDPOINT', 'It must be an https address: evidence does not travel in the open.');
  return { ...(said as Record<keyof typeof said, string>), region: text('HTSD_S3_REGION') ?? 'us-east-1' };
}

function readIssuers(
  said: string | undefined,
  fault: (variable: string, sentence: string) => void,
  mayBeNone: boolean,
): Issuer[] {
  const name = 'HTSD_ISSUERS';
  if (said === undefined) {
    fault(name, 'Name at least one issuer of tokens, as a JSON list: without one nobody can sign in.');
    return [];
  }
  let list: unknown;
  try {
    list = JSON.parse(said);
  } catch {
    fault(name, 'It is not JSON. Write a list: [{"issuer": "…", "audience": "…", "jwksUri": "https://…"}].');
    return [];
  }
  if (!Array.isArray(list) || (list.length === 0 && !mayBeNone)) {
    fault(name, 'It must be a list of at least one issuer.');
    return [];
  }
  const issuers = new Set<string>();
  return list.flatMap((one, index): Issuer[] => {
    const read = IssuerSetting.safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = [index, ...(issue?.path ?? [])].join('.');
      fault(name, `${where}: ${issue?.message ?? 'it cannot be read'}.`);
      return [];
    }
    const { jwksUri, jwks, ...rest } = read.data;
    // Of two entries one would hold, and nobody knows whether that with the narrower rights.
    if (issuers.size === issuers.add(rest.issuer).size)
      fault(name, `${index}.issuer: "${rest.issuer}" stands there twice: make one entry of them.`);
    for (const [at, key] of (jwks?.keys ?? []).entries()) {
      const wrong = keyFault(key);
      if (wrong) fault(name, `${index}.jwks.keys.${at}: ${wrong}`);
    }
    if (jwksUri !== undefined && jwks !== undefined) {
      fault(name, `${index}: give either jwksUri, the address of its keys, or jwks, the keys themselves.`);
      return [];
    }
    if (jwks !== undefined) return [{ lifetime: ownLifetime, ...rest, keys: jwks }];
    const field = jwksUri === undefined ? 'issuer' : 'jwksUri';
    const asked = jwksUri ?? rest.issuer;
    if (!URL.canParse(asked) || !/^https?:$/.test(new URL(asked).protocol)) {
      fault(
        name,
        `${index}.issuer: it is no address to ask for its keys; give it as https://…, or add jwksUri or jwks.`,
      );
      return [];
    }
    // Keys that come over plain http are anybody's, but on this very machine.
    if (!isTrustworthy(new URL(asked))) {
      fault(name, `${index}.${field}: keys must come over https.`);
      return [];
    }
    const keys = jwksUri === undefined ? { discover: rest.issuer } : { jwks: new URL(jwksUri) };
    return [{ ...rest, keys }];
  });
}

/** What is wrong with a key that tokens are to be checked by. */
function keyFault(key: JsonWebKey): string | undefined {
  if (key.kty === 'oct') return 'a shared secret is believed nowhere: list the public key of a pair.';
  if ('d' in key)
    return 'this is the private key, by which anybody could sign who reads it: list the public one.';
  try {
    createPublicKey({ key, format: 'jwk' });
    return undefined;
  } catch {
    return 'it cannot be read as a public key: copy all of it.';
  }
}
