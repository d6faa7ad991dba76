import { HtsdError } from '../../backend/errors.js';
import { sha256 } from '../../backend/sha256.js';
import { canonicalJson } from '../../domain/canonical-json.js';
import type { Entry } from './entry.types.js';
import type { Core, Person } from './outbox-core.js';
import type { NewEntry } from './outbox-store.js';
import type { Imported } from './outbox.types.js';
import { isWhole, readEntry } from './read-entry.js';

const kind = 'htsd-unsent';
const version = 1;

/** What a file of unsent commands holds. */
interface UnsentFile {
  kind: typeof kind;
  version: number;
  tenant: string;
  actor: { id: string; name: string };
  /** ISO instant. */
  made: string;
  /** Entries in their order; those that cannot be read are in it as they lie in the database. */
  entries: unknown[];
  /** SHA-256 of the canonical JSON of everything else. */
  checksum: string;
}

const checksumOf = ({ checksum: _own, ...rest }: Omit<UnsentFile, 'checksum'> & { checksum?: string }) =>
  sha256(new TextEncoder().encode(canonicalJson(rest)));

/** The queue of a person as the text of a file. */
export async function writeUnsent(core: Core, { owner, actor, tenant }: Person): Promise<string> {
  const { entries, damaged } = await core.store.queue(owner);
  const all = [
    ...entries.map((entry) => ({ seq: entry.seq, value: entry as unknown })),
    ...damaged.map(({ seq, raw }) => ({ seq, value: raw })),
  ];
  // Through JSON first, so that the checksum is of what can be read back.
  const plain = JSON.parse(
    JSON.stringify({
      kind,
      version,
      tenant,
      actor: { id: actor.id, name: actor.name },
      made: core.now().toISOString(),
      entries: all.sort((a, b) => a.seq - b.seq).map(({ value }) => value),
    }),
  ) as Omit<UnsentFile, 'checksum'>;
  return JSON.stringify({ ...plain, checksum: await checksumOf(plain) }, undefined, 1);
}

/** Takes such a file into the queue of a person. Errors: as `Outbox.importFile` says. */
export async function readUnsent(
  core: Core,
  { owner, actor, tenant }: Person,
  text: string,
): Promise<Imported> {
  const file = parse(text);
  if (file.version > version) throw invalid('newer-file');
  if ((await checksumOf(file)) !== file.checksum) throw invalid('damaged-file');
  if (file.tenant !== tenant || file.actor.id !== actor.id)
    throw new HtsdError('forbidden', { params: { reason: 'other-person', name: file.actor.name } });
  const read = await Promise.all(file.entries.map((raw, index) => readEntry(owner, index, raw)));
  const whole = read.filter(isWhole);
  if (whole.length < read.length) throw invalid('damaged-file');
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

function parse(text: string): UnsentFile {
  let file: Partial<UnsentFile> | null;
  try {
    file = JSON.parse(text) as Partial<UnsentFile> | null;
  } catch {
    throw invalid('not-a-file');
  }
  const fits =
    typeof file === 'object' &&
    file?.kind === kind &&
    typeof file.version === 'number' &&
    Array.isArray(file.entries) &&
    typeof file.checksum === 'string' &&
    typeof file.tenant === 'string' &&
    typeof file.actor?.id === 'string';
  if (!fits) throw invalid('not-a-file');
  return file as UnsentFile;
}

const invalid = (reason: string): HtsdError => new HtsdError('invalid', { params: { reason } });
