import { textOf, type JsonObject } from '../format/json.js';
import { Failure } from './failure.js';

/** Clocks of phones differ. */
const skewMs = 5 * 60_000;
const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

export interface Validity {
  from?: string;
  until?: string;
}

/** From when until when it says it is valid. Throws a Failure `malformed` for what is no instant with an offset. */
export function readValidity(credential: JsonObject): Validity {
  const from = credential['validFrom'] ?? credential['issuanceDate'];
  const until = credential['validUntil'] ?? credential['expirationDate'];
  for (const one of [from, until]) {
    if (one !== undefined && !isInstant(one)) throw new Failure('malformed', { where: 'date' });
  }
  return {
    ...(typeof from === 'string' && { from }),
    ...(typeof until === 'string' && { until }),
  };
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && isoInstant.test(value) && !Number.isNaN(Date.parse(value));
}

/** The claims of a JWT as a validity. */
export function validityOfClaims(claims: JsonObject): Validity {
  const instant = (value: unknown): string | undefined => {
    if (value === undefined) return undefined;
    const time = typeof value === 'number' ? new Date(value * 1000) : undefined;
    if (!time || Number.isNaN(time.getTime())) throw new Failure('malformed', { where: 'date' });
    return time.toISOString();
  };
  const [from, until] = [instant(claims['nbf']), instant(claims['exp'])];
  return { ...(from && { from }), ...(until && { until }) };
}

/** Throws a Failure `expired` or `not-yet-valid`. A future date may be a wrong clock here: it proves nothing. */
export function checkDates(all: readonly Validity[], now: string): void {
  const time = Date.parse(now);
  const ended = all.find(({ until }) => until !== undefined && !(Date.parse(until) > time));
  if (ended) throw new Failure('expired', { until: textOf(ended.until) ?? '' });
  const coming = all.find(({ from }) => from !== undefined && !(Date.parse(from) <= time + skewMs));
  if (coming) throw new Failure('not-yet-valid', { from: textOf(coming.from) ?? '' });
}
