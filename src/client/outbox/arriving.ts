import type { BackendEvent } from '../../backend/port.js';
import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { Receipt, StoredRecord } from '../../domain/receipt.schema.js';
import type { Entry, SentEntry } from './entry.types.js';
import { clearedBy, withoutFailure } from './failing.js';
import type { Core, Person } from './outbox-core.js';
import { moved, settle } from './settle.js';
import { World } from './world.js';

interface Arrived {
  entry: Entry;
  version: number;
}

/**
 * Takes the receipts of a batch into the queue, and what they say of the records.
 * @param failed places in the queue of what the back end failed over meanwhile
 */
export function takeReceipts(...given: Parameters<typeof take>): Promise<void> {
  const [core] = given;
  const work = take(...given);
  core.settling = work.catch(() => {});
  return work;
}

async function take(
  core: Core,
  person: Person,
  batch: readonly Entry[],
  receipts: readonly Receipt[],
  failed: ReadonlySet<number>,
): Promise<void> {
  const { view, newId, now } = core;
  const answers = new Map(batch.map((entry, i) => [entry.seq, { entry, receipt: receipts[i]! }]));
  const arrived: Arrived[] = [];
  await core.change(person.owner, ({ entries }) => {
    const put = new Map<number, Entry>();
    const remove: number[] = [];
    const sent: SentEntry[] = [];
    const moves = new Map<string, number>();
    arrived.length = 0;
    for (const cleared of clearedBy(batch[0]!, entries, failed)) put.set(cleared.seq, cleared);
    for (const known of entries) {
      const each = put.get(known.seq) ?? known;
      const by = moves.get(each.command.record) ?? 0;
      const entry = by === 0 ? each : moved(each, by);
      const receipt = answers.get(each.seq)?.receipt;
      // Another tab may have settled it meanwhile, or made it anew.
      if (receipt?.id !== entry.command.id) {
        if (by !== 0) put.set(entry.seq, entry);
        continue;
      }
      const settled = settle(withoutFailure(entry), receipt, newId);
      if (settled.status === 'sent') {
        put.delete(entry.seq);
        remove.push(entry.seq);
        sent.push(asSent(entry, now().toISOString()));
        arrived.push({ entry, version: settled.version });
        moves.set(entry.command.record, by + settled.version - entry.makes);
      } else {
        put.set(entry.seq, settled.entry);
        moves.set(entry.command.record, by + settled.entry.makes - entry.makes);
      }
    }
    return { put: [...put.values()], remove, sent };
  });
  view.set({ sent: view.get().sent + arrived.length });
  await learn(core, person, arrived, receipts);
}

/** The records are as the back end made them: what was decided here where that is the same, else what it will say. */
async function learn(
  core: Core,
  { owner, actor }: Person,
  arrived: readonly Arrived[],
  receipts: readonly Receipt[],
): Promise<void> {
  const { cache } = core;
  const world = new World(cache, owner, actor);
  const told = new Map<string, StoredRecord>();
  const events: BackendEvent[] = [];
  for (const { entry, version } of arrived) {
    const { command, at } = entry;
    const type = command.kind.split('.')[0] as 'subject' | 'assessment' | 'consent';
    const { decision } = await world.foresee(command, at).catch(() => ({ decision: undefined }));
    const writes = decision?.status === 'applied' ? decision.writes : [];
    const same = writes.some(({ value }) => 'version' in value && value.version === version);
    if (same) world.take(command, writes);
    else if (!(await isThere(core, owner, type, command.record, version)))
      await cache.forget(owner, type, command.record);
    events.push({ type, id: command.record, version });
  }
  for (const receipt of receipts) if (receipt.status === 'conflict') told.set(receipt.id, receipt.current);
  await cache.put(owner, [...world.made, ...told.values()]);
  core.stale();
  for (const record of told.values())
    if (record.type !== 'criteria')
      events.push({ type: record.type, id: recordKey(record), version: recordVersion(record) });
  for (const event of events) core.tell(event);
  core.tellPages(events);
}

async function isThere(
  { cache }: Core,
  owner: string,
  type: 'subject' | 'assessment' | 'consent',
  id: string,
  version: number,
): Promise<boolean> {
  const known = await cache.read(owner, type, id);
  return known !== undefined && known.version >= version;
}

function asSent({ seq, command, about, at }: Entry, sentAt: string): SentEntry {
  return { seq, id: command.id, kind: command.kind, record: command.record, about, at, sentAt };
}
