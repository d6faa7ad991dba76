import { canonicalJson } from '../../domain/canonical-json.js';
import { isHtsdError, type ErrorCode } from '../errors.js';
import type { Receipt } from '../../domain/receipt.schema.js';

/** Fails with the sentence where the condition does not hold. */
export function ensure(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 300) ?? String(value);
}

/** Fails where the two differ as JSON; the order of keys does not count. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const equal = canonicalJson(actual) === canonicalJson(expected);
  ensure(equal, `${what}: expected ${show(expected)}, got ${show(actual)}`);
}

/** Fails unless the promise rejects with an HtsdError of one of these codes. */
export async function failsWith(
  promise: Promise<unknown>,
  codes: readonly ErrorCode[],
  what: string,
): Promise<void> {
  const error: unknown = await promise.then(
    (answer) => new Error(`it answered ${show(answer)}`),
    (reason: unknown) => reason,
  );
  if (isHtsdError(error))
    ensure(codes.includes(error.code), `${what}: expected error ${codes.join(' or ')}, got ${error.code}`);
  else throw new Error(`${what}: expected HtsdError ${codes.join(' or ')}, but ${String(error)}`);
}

/** Fails unless the promise rejects with an AbortError. */
export async function aborts(promise: Promise<unknown>, what: string): Promise<void> {
  const error: unknown = await promise.then(
    (answer) => new Error(`it answered ${show(answer)}`),
    (reason: unknown) => reason,
  );
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  ensure(name === 'AbortError', `${what}: expected an AbortError, but ${String(error)}`);
}

/** The receipt, which must have this status. */
export function receiptOf<S extends Receipt['status']>(
  receipt: Receipt | undefined,
  status: S,
  what: string,
): Extract<Receipt, { status: S }> {
  ensure(receipt?.status === status, `${what}: expected a receipt "${status}", got ${show(receipt)}`);
  return receipt as Extract<Receipt, { status: S }>;
}
