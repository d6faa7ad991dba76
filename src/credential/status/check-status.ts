import { asList, hasType, isObject, textOf, type Json } from '../format/json.js';
import { httpsUrl } from '../keys/did.js';
import type { Fetching, Found } from '../keys/fetching.js';
import { Failure } from '../verify/failure.js';
import type { VerifyContext } from '../verify/verdict.types.js';
import { getBit } from './bits.js';
import { openStatusList } from './read-status-list.js';

const dayMs = 86_400_000;
const maxEntriesOfBadge = 4;
/** A list of 4 million entries in base64url, and the credential around it. */
const listLimits = { length: 1_000_000, depth: 24, values: 1_000 };

interface Entry {
  purpose: string;
  index: number;
  url: string;
}

/**
 * Looks the badge up in its status lists. Throws a Failure: `revoked` or `suspended` even from an old list, for nothing
 * makes a revocation undone; otherwise `status-…` where the lists do not tell.
 */
export async function checkStatus(
  status: Json | undefined,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<void> {
  const entries = asList(status);
  if (entries.length > maxEntriesOfBadge) throw new Failure('malformed', { where: 'status' });
  let unclear: Failure | undefined;
  for (const entry of entries) {
    try {
      await checkEntry(readEntry(entry), issuer, context, fetching);
    } catch (error) {
      if (!(error instanceof Failure) || error.answer === 'revoked') throw error;
      // Another entry may still say that it was revoked.
      unclear ??= error;
    }
  }
  if (unclear) throw unclear;
}

function readEntry(entry: Json): Entry {
  if (!isObject(entry)) throw new Failure('malformed', { where: 'status' });
  const purpose = textOf(entry['statusPurpose']) ?? '';
  const known = hasType(entry, 'BitstringStatusListEntry', 'StatusList2021Entry');
  const size = entry['statusSize'] ?? 1;
  if (!known || !['revocation', 'suspension'].includes(purpose) || size !== 1) {
    throw new Failure('unsupported-status', { list: '' });
  }
  const written = entry['statusListIndex'];
  const text = typeof written === 'number' ? String(written) : (textOf(written) ?? '');
  const url = httpsUrl(textOf(entry['statusListCredential']) ?? '');
  if (!/^\d{1,9}$/.test(text) || !url) throw new Failure('malformed', { where: 'status' });
  return { purpose, index: Number(text), url };
}

async function checkEntry(
  entry: Entry,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<void> {
  const { url } = entry;
  const found = await fetching.find('statusLists', url, url, listLimits);
  if (!found) {
    throw new Failure(context.fetchJson ? 'status-unreachable' : 'offline', { list: url, what: 'status' });
  }
  // What was revoked stays so: a newer list that has forgotten it is an older one, brought back.
  const before = fetching.keptBefore('statusLists', url, found, listLimits);
  for (const one of before ? [before, found] : [found]) {
    await lookUp(entry, one, issuer, context, fetching);
  }
}

async function lookUp(
  { purpose, index, url }: Entry,
  found: Found,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<void> {
  const list = await openFor(url, found, context, fetching);
  // Whoever signs a list of his own could bring a revoked title back, or revoke a neighbour's.
  if (list.issuer !== issuer) throw new Failure('status-of-another', { list: url });
  const fits = list.purposes.includes(purpose) && index < list.bits.length * 8;
  if (fits && getBit(list.bits, index)) {
    throw new Failure(purpose === 'revocation' ? 'revoked' : 'suspended', { list: url });
  }
  if (!fits || !list.sound) throw new Failure('status-damaged', { list: url });
  if (!found.latest) return;
  const limit = (context.maxStatusAgeDays ?? 7) * dayMs;
  const ended = list.validUntil !== undefined && !(Date.parse(list.validUntil) > Date.parse(context.now));
  if (fetching.ageMs(found.kept) <= limit && !ended) return;
  const times = [found.kept.fetchedAt, ...(ended && list.validUntil !== undefined ? [list.validUntil] : [])];
  const [rightUntil = ''] = times.sort((a, b) => Date.parse(a) - Date.parse(b));
  throw new Failure('status-stale', { rightUntil, list: url });
}

/** What is wrong with a list is no fault of the badge. */
async function openFor(
  ...[url, found, context, fetching]: Parameters<typeof openStatusList>
): ReturnType<typeof openStatusList> {
  try {
    return await openStatusList(url, found, context, fetching);
  } catch (error) {
    if (error instanceof Failure && error.answer === 'not-genuine') {
      const failure = new Failure('status-damaged', { list: url });
      failure.cause = error;
      throw failure;
    }
    throw error;
  }
}
