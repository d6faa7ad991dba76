import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { addTallies, changing, talliesOf, type Sums } from '../../src/domain/area/tallies.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { mayBeShown } from '../../src/domain/consent.js';
import { mayUse } from '../../src/domain/permissions.js';
import { maySee } from '../../src/domain/reach.js';
import type { RecordOf, RecordType, StoredRecord } from '../../src/domain/receipt.schema.js';
import { writtenParts, type PlainKind } from '../../src/domain/written-parts.js';
import { checkFile } from '../../src/backend/check-file.js';
import { isHtsdError } from '../../src/backend/errors.js';
import type { MemoryTenant } from '../../src/backend/memory/memory-store.js';
import { recordKey, recordVersion, type Guard, type LogEntry } from '../../src/backend/record-store.js';

/** Ends a call with one of Moodle's error codes. */
export class Refusal extends Error {
  constructor(readonly errorcode: string) {
    super(errorcode);
  }
}

/** Whom the plugin works for, on which records. */
export interface Desk {
  actor: Actor | null;
  tenantName: string;
  tenant: MemoryTenant;
  sesskey: string;
  /** What Moodle's own tables say of who is asking. */
  achievements: readonly Achievement[];
  /** Signs for a server who a person is; absent where this Moodle keeps its own records. */
  sign: ((actor: Actor) => Promise<string>) | undefined;
}

interface Asked {
  ask: string;
  type?: RecordType;
  id?: string;
  subject?: string;
  cycle?: string;
  after?: string | null;
  state?: string;
  /** As Moodle takes it from a page, and from a form. */
  mine?: boolean | '0' | '1';
}

const open: ReadonlySet<string> = new Set(['criteria', 'places', 'target', 'figure', 'activity', 'tally']);
const now = (): string => new Date().toISOString();

/** A function of the plugin, with the answer that Moodle gives. */
export async function callFunction(name: string, args: Record<string, unknown>, desk: Desk) {
  const { actor } = desk;
  switch (name) {
    case 'local_htsd_session':
      return {
        actor: actor && { scope: [], ...actor },
        tenant: desk.tenantName,
        now: now(),
        sesskey: desk.sesskey,
      };
    case 'local_htsd_query': {
      const answers: unknown[] = [];
      for (const question of args['questions'] as Asked[]) answers.push(await answer(question, desk));
      return { answers, person: actor?.id ?? '', now: now() };
    }
    case 'local_htsd_execute':
      return {
        ...(await execute(JSON.parse(String(args['change'])) as Change, desk)),
        detail: '',
        now: now(),
      };
    case 'local_htsd_put_file':
      return putPiece(args, desk);
    case 'local_htsd_get_file': {
      const file = desk.tenant.files.get(String(args['sha256']));
      if (!file) throw new Refusal('errornotfound');
      return { type: file.type, content: Buffer.from(file.bytes).toString('base64') };
    }
    case 'local_htsd_token':
      if (!actor) throw new Refusal('requireloginerror');
      if (!desk.sign) throw new Refusal('servicenotavailable');
      return { token: await desk.sign(actor), person: actor.id, expiresin: 300 };
    case 'local_htsd_achievements':
      return { achievements: desk.achievements.map(toldByMoodle), person: actor?.id ?? '', now: now() };
    default:
      throw new Refusal('invalidrecord');
  }
}

/** Moodle says null of what there is none of. */
const toldByMoodle = ({ kind, name, on, issuer = '', expires = '', url, proof = '' }: Achievement) => ({
  ...{ kind, name, on, issuer: issuer || null, expires: expires || null, url, proof: proof || null },
});

async function answer(question: Asked, desk: Desk) {
  const { tenant } = desk;
  const { ask, type = 'subject', id = '', subject = '', cycle = '' } = question;
  const blank = { records: [] as unknown[], last: null as string | null, text: null as string | null };
  if (ask === 'read') return { ...blank, records: await told(type, id, desk, false) };
  if (ask === 'open') {
    const found = await tenant.findAssessment(subject, cycle);
    return { ...blank, records: found ? await told('assessment', found.id, desk, false) : [] };
  }
  if (ask === 'around') {
    const about = (await tenant.read('assessment', id))?.subjectId ?? id;
    const keys: [RecordType, string][] = [
      ['assessment', id],
      ['subject', about],
      ['row', about],
    ];
    const records = await Promise.all(keys.map(([kind, key]) => told(kind, key, desk, true)));
    return { ...blank, records: records.flat() };
  }
  if (ask === 'scan') {
    const narrowed = subject === '' ? {} : { subject };
    const scan = await tenant.scan(type, { after: question.after ?? undefined, ...narrowed });
    const records: unknown[] = [];
    for (const value of scan.records) {
      const { owner, state, cycle } = value as Partial<Record<string, unknown>>;
      if ([true, '1'].includes(question.mine ?? false) && owner !== desk.actor?.id) continue;
      if (type === 'assessment' || type === 'recognition')
        if ((question.state && question.state !== state) || (question.cycle && question.cycle !== cycle))
          continue;
      const [one] = await told(type, recordKey({ type, value } as StoredRecord), desk, false);
      if (one?.body !== undefined) records.push(one);
    }
    return { ...blank, records, last: scan.last ?? null };
  }
  if (ask === 'entry') {
    const entry = await tenant.findEntry(id);
    const own = entry?.actor.id === desk.actor?.id;
    const stub = { command: { id }, actor: { id: 'hidden', name: '' }, at: '', records: [] };
    return { ...blank, text: entry ? JSON.stringify(own ? entry : stub) : null };
  }
  return { ...blank, text: await title(id, desk) };
}

interface Told {
  type: string;
  id: string;
  version?: number;
  body?: string;
  hidden?: boolean;
}

async function told(type: RecordType, id: string, desk: Desk, named: boolean): Promise<Told[]> {
  const value = await desk.tenant.read(type, id);
  if (!value) return named ? [{ type, id }] : [];
  const shown = await sees(type, value, desk);
  if (!shown) return [{ type, id, hidden: true }];
  const record = { type, value } as StoredRecord;
  return [{ type, id, version: recordVersion(record), body: JSON.stringify(value) }];
}

async function sees(type: RecordType, value: RecordOf<RecordType>, { actor, tenant }: Desk) {
  if (open.has(type)) return true;
  if (!actor) return false;
  const { owner = '', subjectId, id } = value as { owner?: string; subjectId?: string; id: string };
  if (type === 'counter') return mayUse(actor, 'recognition.grant');
  if (type === 'decision') return true;
  const keeper = type === 'consent' ? ((await tenant.read('subject', subjectId ?? ''))?.owner ?? '') : owner;
  return maySee(actor, { owner: keeper, subjectId: subjectId ?? id });
}

async function title(id: string, { actor, tenant }: Desk): Promise<string | null> {
  const found = await tenant.read('recognition', id);
  if (!found) return null;
  const { subjectId, model } = found;
  const about = { subject: subjectId };
  const { records: consents } = await tenant.scan('consent', about);
  const { owner, place } = found;
  if (!(actor && maySee(actor, { owner, subjectId, at: place?.code })) && !mayBeShown(model, consents))
    return null;
  const personal = model === 'family' || model === 'citizen';
  const all = {
    recognition: found,
    recognitions: (await tenant.scan('recognition', about)).records,
    assessments: personal ? [] : (await tenant.scan('assessment', about)).records,
    place: personal ? found.place : (await tenant.read('subject', subjectId))?.place,
  };
  return JSON.stringify(all);
}

interface Change {
  entry: LogEntry;
  writes: StoredRecord[];
  rests: Guard[];
}

/** Holds the change against the table of what a command may write, as the plugin does, and lets the memory write it. */
async function execute({ entry, writes, rests }: Change, { tenant, actor, achievements }: Desk) {
  const kind = entry.command.kind as PlainKind;
  if (!actor || !mayUse(actor, kind)) return { outcome: 'refused', code: 'forbidden' };
  for (const record of writes) {
    if (record.type === 'row') continue;
    const parts = writtenParts[kind][record.type];
    const before = await tenant.read(record.type, recordKey(record));
    const known = new Set([...achievementsIn(before), ...achievements.map((one) => canonicalJson(one))]);
    if (achievementsIn(record.value).some((one) => !known.has(one)))
      return { outcome: 'refused', code: 'invalid' };
    const changed = before && parts !== 'new' ? changedFields(before, record.value) : [];
    const free = ['version', 'updatedAt', ...(record.type === 'assessment' ? ['history', 'state'] : [])];
    if (!parts || changed.some((field) => !parts.includes(field) && !free.includes(field)))
      return { outcome: 'refused', code: `${kind} changes ${record.type} ${changed.join()}` };
  }
  const guards = rests.map((rest) =>
    rest.on === 'record' ? { ...rest, version: rest.version } : { ...rest, id: rest.id },
  );
  const sums: Sums = new Map();
  for (const record of writes) {
    if (record.type !== 'row') continue;
    const before = await tenant.read('row', record.value.id);
    if (before) addTallies(sums, talliesOf(before), -1);
    addTallies(sums, talliesOf(record.value));
  }
  const done = await tenant.commit({ entry, writes, guards, tallies: changing(sums) });
  return { outcome: done ? 'applied' : 'stale', code: '' };
}

/** What a record says that was achieved, wherever it says so. */
function achievementsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { achievement, name, url } = value as Record<string, unknown>;
  const own = typeof achievement === 'object' ? [canonicalJson({ ...achievement, name, url })] : [];
  return [...own, ...Object.values(value).flatMap(achievementsIn)];
}

function changedFields(before: object, after: object): string[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => canonicalJson([old[key]]) !== canonicalJson([now[key]]),
  );
}

const pieces = new WeakMap<MemoryTenant, Map<string, Uint8Array<ArrayBuffer>>>();

async function putPiece(args: Record<string, unknown>, { tenant }: Desk) {
  const [sha256, offset, total] = [String(args['sha256']), Number(args['offset']), Number(args['total'])];
  if (total > 10 * 1_048_576) throw new Refusal('errortoolarge');
  const known = tenant.files.get(sha256);
  if (known) return { offset: known.size, type: known.type, size: known.size };
  const own = pieces.get(tenant) ?? new Map<string, Uint8Array<ArrayBuffer>>();
  pieces.set(tenant, own);
  const before = own.get(sha256) ?? new Uint8Array(0);
  const piece = Buffer.from(String(args['piece']), 'base64');
  if (piece.length > 0 && offset !== before.length) return { offset: before.length };
  const bytes = new Uint8Array([...before, ...piece]);
  own.set(sha256, bytes);
  if (bytes.length < total) return { offset: bytes.length };
  own.delete(sha256);
  const file = await checkFile(new Blob([bytes])).catch((error: unknown) => {
    throw isHtsdError(error) ? new Refusal('errorinvalid') : error;
  });
  if (file.sha256 !== sha256) throw new Refusal('errorinvalid');
  tenant.files.set(sha256, file);
  return { offset: file.size, type: file.type, size: file.size };
}
