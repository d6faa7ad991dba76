import { throwIfAborted } from '../src/backend/abort.js';
import type { Backend, CallOptions } from '../src/backend/port.js';
import { createBadgeShelf } from '../src/client/badge-shelf.js';
import {
  buildCredential,
  buildStatusListCredential,
  newStatusList,
  setBit,
  signJwt,
} from '../src/credential/issue.js';
import type { Command } from '../src/domain/command.schema.js';
import { uuidv7 } from '../src/domain/new-id.js';
import type { Receipt } from '../src/domain/receipt.schema.js';
import type { Recognition } from '../src/domain/recognition.schema.js';
import { demoSigner, type DemoSigner } from './demo-signer.js';

export interface DemoIssuerOptions {
  /** Clock. Default now. */
  now?: () => Date;
  /** Prefix of the databases for the key and for what checks badges. Default 'htsd'. */
  storage?: string;
}

/**
 * A back end in which each title that is granted gets a badge at once, signed by a demonstration issuer whose key lies in
 * this browser. Each badge says so, and its issuer is in no registry. For trials with an embedded back end; a real issuer
 * signs on a server.
 *
 * What is revoked goes into status lists on this device, at addresses that lead nowhere (`.invalid`). The person who grants
 * must see all titles of the tenant, or the lists are of those that he sees.
 */
export function withDemoIssuer(backend: Backend, options: DemoIssuerOptions = {}): Backend {
  const { now = () => new Date(), storage = 'htsd' } = options;

  async function issue(call: CallOptions): Promise<Map<string, number>> {
    const { tenant } = await backend.session(call);
    const signer = await demoSigner(tenant, storage);
    const titles = await allTitles(backend, call);
    const commands: Command[] = [];
    for (const title of titles) {
      if (title.state !== 'granted' || title.credential !== undefined) continue;
      const credential = await badgeOf(title, tenant, signer);
      const id = uuidv7(now().getTime(), crypto.getRandomValues(new Uint8Array(16)));
      const { id: record, version: expected } = title;
      commands.push({ id, kind: 'recognition.attach', record, expected, payload: { credential } });
    }
    const receipts = commands.length ? await backend.execute(commands, call) : [];
    await publish(titles, signer, now().toISOString(), storage);
    return versionsIn(receipts);
  }

  return {
    ...backend,
    async execute(commands, call = {}) {
      const receipts = await backend.execute(commands, call);
      if (!receipts.some(concernsTitles(commands))) return receipts;
      try {
        const versions = await issue(call);
        return receipts.map((receipt) => withVersions(receipt, versions));
      } catch (error) {
        throwIfAborted(call.signal);
        // What was granted is granted; its badge is made with the next one.
        console.warn('[htsd] The demonstration issuer could not make a badge.', error);
        return receipts;
      }
    },
  };
}

/**
 * Signs the lists of what was revoked anew, as a real issuer does day by day: a list that was not seen for a week no longer
 * proves that a title holds. To be called where a page of trials opens. The person must see all titles of the tenant.
 */
export async function renewTrialLists(backend: Backend, options: DemoIssuerOptions = {}): Promise<void> {
  const { now = () => new Date(), storage = 'htsd' } = options;
  const titles = await allTitles(backend, {});
  // Where nothing was granted there is no list, and no key is made for one.
  if (!titles.some(({ status }) => status)) return;
  const { tenant } = await backend.session();
  await publish(titles, await demoSigner(tenant, storage), now().toISOString(), storage);
}

const concernsTitles =
  (commands: readonly Command[]) =>
  ({ status }: Receipt, index: number): boolean => {
    const kind = commands[index]?.kind;
    return status === 'applied' && (kind === 'recognition.grant' || kind === 'recognition.revoke');
  };

async function allTitles(backend: Backend, { signal }: CallOptions): Promise<Recognition[]> {
  const found: Recognition[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await backend.query(
      'recognitions.list',
      { limit: 100, ...(cursor !== undefined && { cursor }) },
      { signal },
    );
    found.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return found;
}

const listAddress = ({ issuer }: DemoSigner, list: string): string =>
  `https://thu-nghiem.invalid/${issuer.slice(-16)}/${encodeURIComponent(list)}`;

function badgeOf(title: Recognition, tenant: string, signer: DemoSigner): Promise<string> {
  const { status } = title;
  const facts = { ...title, status: status && { ...status, list: listAddress(signer, status.list) } };
  return signJwt(buildCredential(facts, { tenant, issuer: { id: signer.issuer }, demo: true }), signer);
}

/** Puts the lists of what was revoked where this browser's checks find them. */
async function publish(
  titles: readonly Recognition[],
  signer: DemoSigner,
  now: string,
  storage: string,
): Promise<void> {
  const lists = new Map<string, Uint8Array>();
  for (const { status, state } of titles) {
    if (!status) continue;
    const bits = lists.get(status.list) ?? newStatusList();
    lists.set(status.list, state === 'revoked' ? setBit(bits, status.index, true) : bits);
  }
  const statusLists: Record<string, { content: string; fetchedAt: string }> = {};
  for (const [list, bits] of lists) {
    const id = listAddress(signer, list);
    const credential = buildStatusListCredential({ id, issuer: signer.issuer, bits, validFrom: now });
    statusLists[id] = { content: await signJwt(credential, signer), fetchedAt: now };
  }
  await createBadgeShelf(storage).keep({ documents: {}, statusLists });
}

function versionsIn(receipts: readonly Receipt[]): Map<string, number> {
  const records = receipts.flatMap((receipt) => (receipt.status === 'applied' ? receipt.records : []));
  return new Map(records.flatMap(({ type, id, version }) => (type === 'recognition' ? [[id, version]] : [])));
}

/** Whoever granted goes on with the version that the title has now that it bears its badge. */
function withVersions(receipt: Receipt, versions: ReadonlyMap<string, number>): Receipt {
  if (receipt.status !== 'applied') return receipt;
  const records = receipt.records.map((one) =>
    one.type === 'recognition' ? { ...one, version: versions.get(one.id) ?? one.version } : one,
  );
  return { ...receipt, records };
}
