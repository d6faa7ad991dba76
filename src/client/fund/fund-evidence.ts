import { HtsdError } from '../../backend/errors.js';
import type { Evidence } from '../../domain/answer.schema.js';
import { fittingName } from '../evidence.js';
import { cleanFileName } from '../file-name.js';
import { prepareFile } from '../prepare-file.js';
import { toProblem } from '../problem.js';
import type { Problem } from '../view.types.js';
import { storeFile, type FileSender } from '../waiting-files.js';

/** Makes evidence of photos and PDF, one after the other; each that cannot be one is told by its problem. */
export async function takeIn(
  sender: FileSender,
  files: readonly File[],
): Promise<(Evidence | { name: string; problem: Problem })[]> {
  const { client } = sender;
  const taken: (Evidence | { name: string; problem: Problem })[] = [];
  for (const file of files) {
    const name = cleanFileName(file.name);
    try {
      if (!client.capabilities.files || !client.backend.files) {
        throw new HtsdError('unsupported', { params: { reason: 'files' } });
      }
      const { blob, type, sha256 } = await prepareFile(file);
      await storeFile(sender, sha256, blob);
      const common = { id: client.newId(), addedAt: client.now().toISOString() };
      taken.push({ ...common, kind: 'file', name: fittingName(name, type), type, size: blob.size, sha256 });
    } catch (error) {
      if (sender.signal.aborted) throw error;
      taken.push({ name, problem: toProblem(error) });
    }
  }
  return taken;
}
