import type { Actor } from '../../domain/actor.schema.js';
import { checkFile } from '../check-file.js';
import { HtsdError } from '../errors.js';
import type { FileInfo } from '../port.js';
import type { Connection } from './connection.js';

function signedIn(actor: Actor | null): void {
  if (!actor) throw new HtsdError('unauthenticated');
}

/** Stores a file under the hash of its bytes; the same bytes are kept once. Errors: unauthenticated, too-large, invalid, quota. */
export async function putFile(connection: Connection, actor: Actor | null, blob: Blob): Promise<FileInfo> {
  signedIn(actor);
  const file = await checkFile(blob);
  await connection.run(async (db) => {
    const tx = db.transaction('files', 'readwrite', { durability: 'strict' });
    const known = await tx.store.getKey(file.sha256);
    // Both are awaited together: a failed transaction must not leave a promise that nobody looks at.
    await Promise.all([known === undefined ? tx.store.add(file) : undefined, tx.done]);
  });
  return { sha256: file.sha256, type: file.type, size: file.size };
}

/** Errors: unauthenticated; not-found; invalid with `reason: 'damaged'` where what is stored is no longer the file. */
export async function getFile(connection: Connection, actor: Actor | null, sha256: string): Promise<Blob> {
  signedIn(actor);
  const file: unknown = await connection.run((db) => db.get('files', sha256));
  if (file === undefined) throw new HtsdError('not-found');
  if (typeof file === 'object' && file !== null && 'bytes' in file && 'type' in file) {
    const { bytes, type } = file;
    if (bytes instanceof ArrayBuffer && bytes.byteLength > 0)
      return new Blob([bytes], { type: String(type) });
  }
  throw new HtsdError('invalid', { params: { reason: 'damaged', type: 'file', id: sha256 } });
}
