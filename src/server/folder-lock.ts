import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Milliseconds after which a program on another machine that does not say that it is there is thought to be gone. */
const gone = 60_000;
/** How often it says so. */
const beat = 5_000;

/**
 * Keeps other programs off a folder: two on one embedded database would destroy it. What a program left that was killed
 * holds nobody up, or for a minute where it ran elsewhere: in another container on the same volume, of which nobody here can
 * tell whether it runs.
 * @param folder must be there
 * @param every milliseconds after which it is said again that the folder is in use
 * @returns ends it; undefined where another program has the folder
 */
export function lockFolder(folder: string, every = beat): (() => void) | undefined {
  const file = join(folder, 'in-use');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid} ${hostname()}`, { flag: 'wx' });
      const beating = setInterval(() => touch(file), every);
      beating.unref();
      return () => {
        clearInterval(beating);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isInUse(file)) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

/** What is gone already is nobody's any more. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder was taken away, or the disk is: whoever works on it finds out.
  }
}

function isInUse(file: string): boolean {
  try {
    const [pid = '', host = hostname()] = readFileSync(file, 'utf8').split(' ');
    return host === hostname() ? isAlive(Number(pid)) : Date.now() - statSync(file).mtimeMs < gone;
  } catch (error) {
    // It was given back in this very moment.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** In a container every program has the same number: one of that number that is there is this one. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
