import { HtsdError } from '../../backend/errors.js';
import type { ImportedSubject } from '../../domain/area/area-command.schema.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { KnownSubject, ImportOptions } from '../../domain/register-import/import.types.js';
import { toImported, type Taken } from '../../domain/register-import/settle-import.js';
import type { Rejection } from '../../domain/reader.types.js';
import type { Client } from '../client.types.js';
import { readSubjects } from '../read-subjects.js';
import { rejectionOf } from '../rejection-of.js';
import { RegisterPages } from './register-pages.js';

/** Every subject of the register that the person may see, to be compared with. Errors: those of the query. */
export async function readKnown(
  client: Client,
  cycle: string,
  signal: AbortSignal,
  tell: (count: number) => void,
): Promise<KnownSubject[]> {
  const pages = new RegisterPages(client, { cycle }, Infinity);
  await pages.read(signal, () => tell(pages.rows.length));
  return pages.rows
    .filter(({ closedAt }) => closedAt === undefined)
    .map(
      ({
        subject,
        subjectVersion,
        model,
        subjectGroup,
        name,
        parent,
        place,
        head,
        memberCounts,
        ...row
      }) => ({
        id: subject,
        version: subjectVersion,
        model,
        name,
        place,
        ...(subjectGroup !== undefined && { subjectGroup }),
        ...(parent !== undefined && { parent }),
        ...(head && { head }),
        ...(memberCounts && { memberCounts }),
        ...((row.score !== undefined || row.decision) && { judged: cycle }),
      }),
    );
}

export type SubjectImport = CommandOf<'subject.import'>;

interface ImportHow extends Pick<ImportOptions, 'setFor'> {
  source: string;
  /** What was sent of the same rows and got no answer: it is repeated as it was, so that nobody is entered twice. */
  before?: SubjectImport | undefined;
  /** Hears what is about to be sent. */
  made: (command: SubjectImport) => void;
}

/** What became of an import. `rows`: numbers of the rows in the file, with what the back end says against them. */
export type Imported =
  | { status: 'done'; count: number }
  | { status: 'refused'; rejection: Rejection; rows: { line: number; rejection: Rejection }[] };

/**
 * Enters what was taken, all of it or nothing. The first half of the progress is the reading of known subjects, of which
 * everything that the file does not tell stays as it is. Errors: those of the back end; an abort leaves nothing behind as
 * long as the progress is below 1.
 */
export async function importSubjects(
  client: Client,
  taken: readonly Taken[],
  how: ImportHow,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Imported> {
  const command = how.before ?? (await makeImport(client, taken, how, signal, tell));
  how.made(command);
  tell(0.5);
  const { backend } = client;
  const progress = (share: number): void => tell(0.5 + share / 2);
  // An embedded back end tells how far it is, and may take longer than an answer over a network.
  const [receipt] = backend.checked
    ? await backend.execute([command], { signal, progress })
    : await client.execute([command], { signal });
  if (receipt?.status === 'rejected') {
    const rejection = rejectionOf(receipt);
    return { status: 'refused', rejection, rows: rowsOf(rejection, taken) };
  }
  if (receipt?.status === 'conflict') return { status: 'refused', rejection: { code: 'rows' }, rows: [] };
  return { status: 'done', count: command.payload.subjects.length };
}

async function makeImport(
  client: Client,
  taken: readonly Taken[],
  { setFor, source }: ImportHow,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<SubjectImport> {
  const known = taken.flatMap((one) => one.known?.id ?? []);
  const wholes = await readSubjects(client, known, signal, (count) => tell((count / known.length) * 0.5));
  const subjects = taken.map((one): ImportedSubject => {
    const whole = one.known && wholes.get(one.known.id);
    // Somebody took it out meanwhile, and what the file does not tell of it with it.
    if (one.known && !whole) throw new HtsdError('not-found');
    return toImported(one, { id: client.newId(), whole, setFor, source });
  });
  return {
    id: client.newId(),
    kind: 'subject.import',
    record: client.newId(),
    expected: 0,
    payload: { subjects },
  };
}

/** `3.already-exists.id` is the third of those that were sent. */
function rowsOf(
  { code, path = [] }: Rejection,
  taken: readonly Taken[],
): { line: number; rejection: Rejection }[] {
  if (code !== 'rows') return [];
  return path.slice(1).flatMap((fault) => {
    const [row = '', reason = '', ...field] = fault.split('.');
    const line = taken[Number(row) - 1]?.lines[0];
    if (line === undefined) return [];
    return [{ line, rejection: { code: reason as Rejection['code'], path: field } }];
  });
}
