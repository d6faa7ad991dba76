import { checkFile } from '../../backend/check-file.js';
import { HtsdError, isHtsdError } from '../../backend/errors.js';
import { sha256 as hashOf } from '../../backend/sha256.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import type { Entry } from './entry.types.js';
import type { Core, Person } from './outbox-core.js';
import type { NewEntry } from './outbox-store.js';
import type { Imported } from './outbox.types.js';
import { isWhole, readEntry } from './read-entry.js';

/*
 * A file of unsent commands is one text of JSON. Where evidence goes with it, a line `htsd-unsent 2 <bytes of the text>` comes
 * first and the bytes of the files follow, in the order in which the text lists them: photos of a month are too much to be
 * written as text on an old phone.
 */
const kind = 'htsd-unsent';
const textOnly = 1;
const withBytes = 2;
const firstLine = /^htsd-unsent (\d{1,9}) (\d{1,9})\n/;
/** Longer than any first line. */
const lineRoom = 40;
const megabyte = 1_048_576;
/** Bytes of a text that is read: ten thousand commands take a fifth of it. */
const longestText = 50 * megabyte;

/** What a file of unsent commands says. */
interface Unsent {
  kind: typeof kind;
  version: number;
  tenant: string;
  actor: { id: string; name: string };
  /** ISO instant. */
  made: string;
  /** Entries in their order; those that cannot be read are in it as they lie in the database. */
  entries: unknown[];
  /** Evidence that follows. */
  files?: { sha256: string; size: number }[] | undefined;
  /** SHA-256 of the canonical JSON of everything else. */
  checksum: string;
}

const checksumOf = ({ checksum: _own, ...rest }: Omit<Unsent, 'checksum'> & { checksum?: string }) =>
  hashOf(new TextEncoder().encode(canonicalJson(rest)));

/** The queue of a person as a file, with the evidence that only this device has. */
export async function writeUnsent({ store, now }: Core, { owner, actor, tenant }: Person): Promise<Blob> {
  const { entries, damaged } = await store.queue(owner);
  const all = [
    ...entries.map((entry) => ({ seq: entry.seq, value: entry as unknown })),
    ...damaged.map(({ seq, raw }) => ({ seq, value: raw })),
  ];
  const values = all.sort((a, b) => a.seq - b.seq).map(({ value }) => value);
  const text = JSON.stringify(values);
  const files: { sha256: string; size: number; blob: Blob }[] = [];
  for (const sha256 of await store.files(owner)) {
    const blob = text.includes(sha256) && (await store.getFile(owner, sha256));
    if (blob) files.push({ sha256, size: blob.size, blob });
  }
  // Through JSON first, so that the checksum is of what can be read back.
  const plain = JSON.parse(
    JSON.stringify({
      kind,
      version: files.length > 0 ? withBytes : textOnly,
      tenant,
      actor: { id: actor.id, name: actor.name },
      made: now().toISOString(),
      entries: values,
      ...(files.length > 0 && { files: files.map(({ sha256, size }) => ({ sha256, size })) }),
    }),
  ) as Omit<Unsent, 'checksum'>;
  const whole = JSON.stringify({ ...plain, checksum: await checksumOf(plain) }, undefined, 1);
  if (files.length === 0) return new Blob([whole], { type: 'application/json' });
  const bytes = new TextEncoder().encode(whole);
  const line = `${kind} ${withBytes} ${bytes.length}\n`;
  return new Blob([line, bytes, ...files.map(({ blob }) => blob)], { type: 'application/octet-stream' });
}

/** Takes such a file into the queue of a person. Errors: as `Outbox.importFile` says. */
export async function readUnsent(
  core: Core,
  { owner, actor, tenant }: Person,
  given: Blob,
): Promise<Imported> {
  const { unsent, rest } = await parse(given);
  if (unsent.version > withBytes) throw invalid('newer-file');
  if ((await checksumOf(unsent)) !== unsent.checksum) throw invalid('damaged-file');
  if (unsent.tenant !== tenant || unsent.actor.id !== actor.id)
    throw new HtsdError('forbidden', { params: { reason: 'other-person', name: unsent.actor.name } });
  const read = await Promise.all(unsent.entries.map((raw, index) => readEntry(owner, index, raw)));
  const whole = read.filter(isWhole);
  if (whole.length < read.length) throw invalid('damaged-file');
  await keepFiles(core, owner, await filesIn(unsent, rest));
  let known = 0;
  await core.change(owner, ({ entries }) => {
    const here = new Set(entries.flatMap(({ command, covers }) => [command.id, ...covers]));
    const fresh = whole.filter((entry) => !here.has(entry.command.id));
    known = whole.length - fresh.length;
    return { add: fresh.map(fromElsewhere) };
  });
  core.stale();
  return { added: whole.length - known, known };
}

/** The other device may have sent it after the file was written: it goes out as it is, and counts once. */
function fromElsewhere({ seq: _there, ...entry }: Entry): NewEntry {
  return { ...entry, tried: true };
}

/** What the file says, and the bytes behind it. */
async function parse(given: Blob): Promise<{ unsent: Unsent; rest: Blob }> {
  const [line = '', version, length] = firstLine.exec(await given.slice(0, lineRoom).text()) ?? [];
  if (Number(version) > withBytes) throw invalid('newer-file');
  const end = length === undefined ? given.size : line.length + Number(length);
  if (end - line.length > longestText) throw invalid('not-a-file');
  if (end > given.size) throw invalid('damaged-file');
  let unsent: Partial<Unsent> | null;
  try {
    unsent = JSON.parse(await given.slice(line.length, end).text()) as Partial<Unsent> | null;
  } catch {
    // After such a line it was one.
    throw invalid(line ? 'damaged-file' : 'not-a-file');
  }
  const fits =
    typeof unsent === 'object' &&
    unsent?.kind === kind &&
    typeof unsent.version === 'number' &&
    Array.isArray(unsent.entries) &&
    typeof unsent.checksum === 'string' &&
    typeof unsent.tenant === 'string' &&
    typeof unsent.actor?.id === 'string';
  if (!fits) throw invalid('not-a-file');
  return { unsent: unsent as Unsent, rest: given.slice(end) };
}

/** The evidence behind the text, each held against its size, its kind and its hash. */
async function filesIn({ files = [], entries }: Unsent, rest: Blob): Promise<Map<string, Blob>> {
  const found = new Map<string, Blob>();
  const text = JSON.stringify(entries);
  let start = 0;
  for (const { sha256, size } of files) {
    if (!Number.isSafeInteger(size) || size <= 0 || start + size > rest.size) throw invalid('damaged-file');
    const bytes = rest.slice(start, start + size);
    start += size;
    const info = await checkFile(bytes).catch((error: unknown) => {
      throw isHtsdError(error) ? invalid('damaged-file') : error;
    });
    if (info.sha256 !== sha256) throw invalid('damaged-file');
    if (text.includes(sha256)) found.set(sha256, bytes.slice(0, size, info.type));
  }
  if (start !== rest.size) throw invalid('damaged-file');
  return found;
}

/** Keeps them all, or none: what names them must not wait here without them. */
async function keepFiles({ store }: Core, owner: string, files: ReadonlyMap<string, Blob>): Promise<void> {
  if (files.size === 0) return;
  const before = new Set(await store.files(owner));
  const fresh = [...files].filter(([sha256]) => !before.has(sha256));
  try {
    for (const [sha256, bytes] of fresh) await store.putFile(owner, sha256, bytes);
  } catch (error) {
    for (const [sha256] of fresh) await store.removeFile(owner, sha256);
    throw error;
  }
}

const invalid = (reason: string): HtsdError => new HtsdError('invalid', { params: { reason } });
