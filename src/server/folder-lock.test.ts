import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock.js';

it('lets one program at a time have a folder, and forgets those that are gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-lock-'));
  const file = join(folder, 'in-use');
  try {
    const unlock = lockFolder(folder);
    expect(unlock).toBeDefined();
    unlock!();
    // Whoever started this one is alive.
    writeFileSync(file, String(process.ppid));
    expect(lockFolder(folder)).toBeUndefined();
    writeFileSync(file, String(spawnSync(process.execPath, ['-e', '']).pid));
    expect(lockFolder(folder)).toBeDefined();
    writeFileSync(file, '');
    expect(lockFolder(folder)).toBeDefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
