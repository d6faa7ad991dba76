import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, with those above it, in which the program may write. Throws what the system says. Node's own way (`recursive`)
 * tries for ever where a system says of a new folder that the one above it is not there, which it is: as in `/proc`.
 */
export function makeFolder(path: string): void {
  makeOne(path, () => {
    makeFolder(dirname(path));
    makeOne(path);
  });
  accessSync(path, constants.W_OK | constants.X_OK);
}

/** @param absent where the folder above it is not there */
function makeOne(path: string, absent?: () => void): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent && dirname(path) !== path) absent();
    // Another copy may have made it in this moment; some systems refuse before they say that it is there.
    else if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
