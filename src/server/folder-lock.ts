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
 * @param boot by what this start of the machine is told from those before; '' where nothing says
 * @returns ends it; undefined where another program has the folder
 */
export function lockFolder(folder: string, every = beat, boot = bootOf()): (() => void) | undefined {
  const file = join(folder, 'in-use');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, [process.pid, hostname(), boot].join(' ').trim(), { flag: 'wx' });
      const beating = setInterval(() => touch(file), every);
      beating.unref();
      return () => {
        clearInterval(beating);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isInUse(file, boot)) return undefined;
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

/** By what this start of the machine is told from those before; '' where it does not say. */
function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Not on Linux: there a number is taken for that of a program that runs.
    return '';
  }
}

function isInUse(file: string, now: string): boolean {
  try {
    const [pid = '', host = hostname(), boot = ''] = readFileSync(file, 'utf8').split(' ');
    if (host !== hostname()) return Date.now() - statSync(file).mtimeMs < gone;
    // After a power cut the number is somebody else's: of a service, say, that is started before this one.
    if (boot !== '' && now !== '' && boot !== now) return false;
    return isAlive(Number(pid));
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
