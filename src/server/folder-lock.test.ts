import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it, vi } from 'vitest';
import { lockFolder } from './folder-lock.js';

it('leaves a folder to a program in another container, which has the same number, while it says that it is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-lock-'));
  const file = join(folder, 'in-use');
  const long = new Date(Date.now() - 120_000);
  try {
    writeFileSync(file, `${process.pid} another-machine`);
    expect(lockFolder(folder)).toBeUndefined();
    utimesSync(file, long, long);
    const unlock = lockFolder(folder, 10);
    expect(unlock).toBeDefined();
    expect(readFileSync(file, 'utf8').split(' ').slice(0, 2)).toEqual([`${process.pid}`, hostname()]);
    utimesSync(file, long, long);
    await vi.waitFor(() => expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 60_000));
    unlock!();
    expect(existsSync(file)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('does not take a service that got the number after a power cut for the program before it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-lock-'));
  const file = join(folder, 'in-use');
  try {
    // Whoever started this one is alive, and was not when the machine was started the time before.
    writeFileSync(file, `${process.ppid} ${hostname()} before`);
    expect(lockFolder(folder, 5_000, 'before')).toBeUndefined();
    expect(lockFolder(folder, 5_000, ''), 'nobody knows').toBeUndefined();
    const unlock = lockFolder(folder, 5_000, 'now');
    expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${hostname()} now`);
    unlock!();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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
