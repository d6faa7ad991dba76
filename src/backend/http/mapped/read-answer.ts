import { RejectionCode } from '../../../domain/receipt.schema.js';
import { errorCodes } from '../../error-codes.js';
import { HtsdError, type ErrorCode } from '../../errors.js';
import { codeOfStatus } from '../status-codes.js';
import { jsonOf, type Answered } from '../transport.js';
import type { Mapping } from './mapping.schema.js';
import { at, each } from './paths.js';

/** What an answer comes to. */
export type Verdict =
  | { is: 'ok'; said: unknown; headers: Headers }
  | { is: 'duplicate' | 'conflict'; said: unknown }
  | { is: 'rejected'; code: RejectionCode; path: string[] | undefined }
  | { is: 'failed'; error: HtsdError };

/** Statuses that refuse a command for good, where their words say nothing else. */
const refusals: Readonly<Record<number, RejectionCode>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  410: 'closed',
  422: 'invalid',
};

/** Meanings that a mapping may give to a code. */
export function isMeaning(word: string): boolean {
  const [kind, code] = word.split(':');
  if (code !== undefined) return kind === 'rejected' && RejectionCode.options.some((one) => one === code);
  return word === 'duplicate' || errorCodes.some((one) => one === word);
}

/** Reads an answer by what the mapping says of good and bad ones. `command`: it answers a change. */
export function readAnswer(mapping: Mapping, answer: Answered, command: boolean): Verdict {
  const { ok, code: codeAt, fields } = mapping.answers ?? {};
  const said = jsonOf(answer);
  if (answer.ok && said === undefined && answer.bytes.byteLength > 0)
    return { is: 'failed', error: new HtsdError('server', { params: { reason: 'malformed' } }) };
  const fine = ok ? ok.is.some((word) => String(word) === String(at(said, ok.at))) : true;
  if (answer.ok && fine) return { is: 'ok', said, headers: answer.headers };

  const theirs = codeAt === undefined ? undefined : at(said, codeAt);
  const codes = mapping.codes ?? {};
  const keys = [theirs, answer.status].filter((one) => typeof one === 'string' || typeof one === 'number');
  const known = keys.map(String).find((key) => Object.hasOwn(codes, key));
  const meaning = known === undefined ? undefined : codes[known]!;
  if (meaning === 'duplicate') return { is: 'duplicate', said };
  if (command && (meaning ?? codeOfStatus(answer.status)) === 'conflict') return { is: 'conflict', said };
  const [, rejection] = meaning?.split(':') ?? [];
  const refused = rejection ?? (meaning === undefined && command ? refusals[answer.status] : undefined);
  const where = fields === undefined ? undefined : each(said, fields);
  if (command && refused !== undefined)
    return { is: 'rejected', code: refused as RejectionCode, path: pathOf(where) };
  // A success of HTTP that says neither that it went well nor what went wrong is one that nobody understands.
  const plainCode: ErrorCode = answer.ok ? 'server' : codeOfStatus(answer.status);
  const code =
    rejection === undefined ? ((meaning as ErrorCode | undefined) ?? plainCode) : asError(rejection);
  return { is: 'failed', error: new HtsdError(code, { params: paramsOf(answer, theirs) }) };
}

/** What a code for commands is to somebody who only asked. */
const asError = (rejection: string): ErrorCode =>
  rejection === 'forbidden' || rejection === 'not-found' ? rejection : 'invalid';

function pathOf(where: unknown): string[] | undefined {
  if (typeof where === 'string' && where !== '') return where.split(',').map((one) => one.trim());
  const named = Array.isArray(where) ? where.filter((one) => one !== null && one !== '').map(String) : [];
  return named.length > 0 ? named : undefined;
}

function paramsOf({ status, headers }: Answered, code: unknown): Record<string, string | number> {
  const after = Number(headers.get('retry-after') ?? NaN);
  return {
    status,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(Number.isFinite(after) && { seconds: after }),
  };
}
