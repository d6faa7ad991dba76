import { HtsdError } from '../backend/errors.js';
import type { Evidence } from '../domain/answer.schema.js';
import type { Client } from './client.types.js';
import { withDeadline } from './deadline.js';
import { draftsOf } from './drafts-of.js';
import { cleanFileName } from './file-name.js';
import type { Editing } from './editing.js';
import { prepareFile } from './prepare-file.js';
import { toProblem } from './problem.js';
import { mayEdit, type SessionContext } from './session-context.js';
import type { Upload } from './view.types.js';
import { storeFile, type FileSender } from './waiting-files.js';

/** Milliseconds that a file may take to come. */
const downloadTimeout = 60_000;
/** Pieces of evidence that one answer holds at most, as its schema says. */
const maxPieces = 50;

/** Takes files in, one after the other, and adds them to the criterion's answer; what cannot be taken in is listed with its problem. */
export async function attachFiles(
  context: SessionContext,
  editing: Editing,
  criterion: string,
  files: readonly File[],
): Promise<void> {
  const { client, store } = context;
  const uploads = files.map(({ name }): Upload => ({
    id: client.newId(),
    criterion,
    name: cleanFileName(name),
    status: 'working',
  }));
  store.set({ uploads: [...store.get().uploads, ...uploads] });
  for (const [index, file] of files.entries()) {
    const upload = uploads[index]!;
    try {
      if (!client.capabilities.files || !client.backend.files) {
        throw new HtsdError('unsupported', { params: { reason: 'files' } });
      }
      const { blob, type, sha256 } = await prepareFile(file);
      if (!piecesOf(context, criterion).some((each) => each.kind === 'file' && each.sha256 === sha256)) {
        makeRoom(context, criterion);
        await storeFile(context, sha256, blob);
        const name = fittingName(upload.name, type);
        add(context, editing, criterion, { kind: 'file', name, type, size: blob.size, sha256 });
      }
      store.set({ uploads: store.get().uploads.filter(({ id }) => id !== upload.id) });
    } catch (error) {
      if (context.signal.aborted) return;
      const problem = toProblem(error);
      const failed = store
        .get()
        .uploads.map((each): Upload =>
          each.id === upload.id ? { ...each, status: 'failed', problem } : each,
        );
      store.set({ uploads: failed });
    }
  }
}

/** Adds a link; one that cannot be taken in is listed with its problem. */
export function attachLink(
  context: SessionContext,
  editing: Editing,
  criterion: string,
  url: string,
  name: string,
): void {
  try {
    addLink(context, editing, criterion, url, name);
  } catch (error) {
    const { client, store } = context;
    const upload = { id: client.newId(), criterion, name: name || url, status: 'failed' as const };
    store.set({ uploads: [...store.get().uploads, { ...upload, problem: toProblem(error) }] });
  }
}

/** Only http and https: anything else could run in the page of whoever clicks it. Error: `invalid` with reason `link`. */
function addLink(
  context: SessionContext,
  editing: Editing,
  criterion: string,
  url: string,
  name: string,
): void {
  const address = readLink(url);
  if (!address) throw new HtsdError('invalid', { params: { reason: 'link' } });
  if (piecesOf(context, criterion).some((each) => each.kind === 'link' && each.url === address)) return;
  makeRoom(context, criterion);
  add(context, editing, criterion, {
    kind: 'link',
    url: address,
    name: cleanFileName(name.replaceAll('/', ' '), address.slice(0, 255)),
  });
}

export function removeEvidence(
  context: SessionContext,
  editing: Editing,
  criterion: string,
  id: string,
): void {
  const left = piecesOf(context, criterion).filter((each) => each.id !== id);
  editing.answer(criterion, { evidence: left.length ? left : undefined });
}

/** The address in full, or undefined where it is none that may be kept. Without a scheme it counts as https. */
export function readLink(text: string): string | undefined {
  const typed = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:\/\/\S+$/i.test(full) || full.length > 2000) return undefined;
  try {
    const { protocol, hostname, username, href } = new URL(full);
    const allowed = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && !username;
    return allowed && href.length <= 2000 ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of an attached file: those that still wait here, else the back end's. Errors: those of `Files.get`. */
export async function openFile(
  { client, actor, tenant, signal }: FileSender,
  { sha256 }: Extract<Evidence, { kind: 'file' }>,
): Promise<Blob> {
  const waiting =
    actor &&
    (await draftsOf(client)
      .getFile({ tenant, actor: actor.id }, sha256)
      .catch(() => undefined));
  if (waiting) return waiting;
  return fetchFile(client, sha256, signal);
}

/** The bytes of a file as the back end keeps them. Errors: those of `Files.get`, `unsupported` (reason `files`). */
export async function fetchFile(
  { backend: { files } }: Pick<Client, 'backend'>,
  sha256: string,
  signal?: AbortSignal,
): Promise<Blob> {
  if (!files) throw new HtsdError('unsupported', { params: { reason: 'files' } });
  const blob = await withDeadline(downloadTimeout, signal, (inner) => files.get(sha256, { signal: inner }));
  if (!(blob instanceof Blob))
    throw new HtsdError('server', { params: { reason: 'malformed', call: 'files' } });
  return blob;
}

const piecesOf = ({ store }: SessionContext, criterion: string): Evidence[] =>
  store.get().answers[criterion]?.evidence ?? [];

function makeRoom(context: SessionContext, criterion: string): void {
  if (piecesOf(context, criterion).length >= maxPieces) {
    throw new HtsdError('invalid', { params: { reason: 'too-many', limit: maxPieces } });
  }
}

type Piece = Evidence extends infer E ? (E extends Evidence ? Omit<E, 'id' | 'addedAt'> : never) : never;

function add(context: SessionContext, editing: Editing, criterion: string, piece: Piece): void {
  const { client } = context;
  // The person went on to something else, or another tab edits now, while the file was on its way.
  if (context.desk !== editing.desk) return;
  if (!mayEdit(context.store.get())) throw new HtsdError('conflict');
  const evidence = { id: client.newId(), addedAt: client.now().toISOString(), ...piece };
  editing.answer(criterion, { evidence: [...piecesOf(context, criterion), evidence] });
}

/** A picture that became a JPEG is called one. */
export function fittingName(name: string, type: string): string {
  const ending = { 'image/jpeg': '.jpg', 'image/png': '.png', 'application/pdf': '.pdf' }[type];
  if (!ending || name.toLowerCase().endsWith(ending) || (ending === '.jpg' && /\.jpeg$/i.test(name)))
    return name;
  return cleanFileName(name.replace(/\.[^.]{1,5}$/, '') + ending);
}
