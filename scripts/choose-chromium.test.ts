import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseChromium, type Probes } from './choose-chromium.mjs';

const onWindows = (...parts: string[]) => win32.join(...parts);

function machine(present: string[], rest: Partial<Probes> = {}): Probes {
  return {
    env: {},
    platform: 'linux',
    home: '/home/an',
    root: false,
    osRelease: '',
    path: ['/usr/bin'],
    playwright: '/home/an/.cache/ms-playwright/chromium-1/chrome',
    join: (...parts) => posix.join(...parts),
    usable: (path) => present.includes(path),
    ...rest,
  };
}

describe('a browser that is there', () => {
  it('is the one that CHROME_PATH names', () => {
    const probes = machine(['/opt/mine', '/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/mine' } });
    expect(chooseChromium(probes)).toEqual({ path: '/opt/mine' });
  });

  it('is never another one than CHROME_PATH names', () => {
    const probes = machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/gone' } });
    expect(chooseChromium(probes)).toEqual({ sentence: expect.stringContaining('/opt/gone') as string });
  });

  it.each([
    ['/usr/bin/chromium', {}],
    ['/tools/google-chrome', { path: ['/tools'] }],
    ['/snap/bin/chromium', {}],
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { platform: 'darwin' }],
    ['/home/an/Applications/Chromium.app/Contents/MacOS/Chromium', { platform: 'darwin' }],
    [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      { platform: 'win32', join: onWindows, env: { PROGRAMFILES: 'C:\\Program Files' } },
    ],
    [
      'C:\\Users\\An\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      { platform: 'win32', join: onWindows, env: { LOCALAPPDATA: 'C:\\Users\\An\\AppData\\Local' } },
    ],
    ['D:\\tools\\chrome.exe', { platform: 'win32', join: onWindows, path: ['D:\\tools'] }],
  ] satisfies [string, Partial<Probes>][])('is found at %s', (path, rest) => {
    expect(chooseChromium(machine([path], rest))).toEqual({ path });
  });

  it('is the shell before one with windows', () => {
    const both = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
    expect(chooseChromium(machine(both))).toEqual({ path: '/usr/bin/chromium-headless-shell' });
  });

  it('is an installed one before Playwright’s download, and the download before an installation', () => {
    const { playwright } = machine([]);
    expect(chooseChromium(machine(['/usr/bin/chromium', playwright]))).toEqual({ path: '/usr/bin/chromium' });
    expect(chooseChromium(machine([playwright], { root: true, osRelease: 'ID=debian' }))).toEqual({
      path: playwright,
    });
  });
});

describe('without a browser', () => {
  it('Debian and its kin install one as root, then fall back to the download', () => {
    for (const osRelease of [
      'NAME="Debian"\nID=debian\n',
      'ID=ubuntu\nID_LIKE=debian\n',
      'ID=mint\nID_LIKE="ubuntu debian"',
    ]) {
      const probes = machine([], { root: true, osRelease });
      const ways = ['apt-shell', 'apt', 'playwright-with-libraries', 'playwright'] as const;
      for (const [index, install] of ways.entries()) {
        expect(chooseChromium(probes, ways.slice(0, index))).toEqual({ install });
      }
    }
  });

  it('everybody else takes the download', () => {
    expect(chooseChromium(machine([], { osRelease: 'ID=debian' }))).toEqual({ install: 'playwright' });
    expect(chooseChromium(machine([], { root: true, osRelease: 'ID=fedora' }))).toEqual({
      install: 'playwright',
    });
    expect(chooseChromium(machine([], { platform: 'darwin' }))).toEqual({ install: 'playwright' });
  });

  it('says in one sentence what to do when nothing helped', () => {
    const answer = chooseChromium(machine([]), ['playwright']);
    expect(answer).toEqual({ sentence: expect.stringMatching(/^[^.]+CHROME_PATH[^.]+\.$/) as string });
  });
});
