// @ts-check

/** @typedef {'apt-shell' | 'apt' | 'playwright-with-libraries' | 'playwright'} Install */

/**
 * What the choice depends on.
 * @typedef {object} Probes
 * @property {Record<string, string | undefined>} env
 * @property {string} platform as in process.platform
 * @property {string} home
 * @property {boolean} root
 * @property {string} osRelease text of /etc/os-release, empty where there is none
 * @property {string[]} path folders of PATH
 * @property {string} playwright where Playwright's own download would lie
 * @property {(...parts: string[]) => string} join
 * @property {(path: string) => boolean} usable the file is there and starts
 */

/** The shell, the same engine without a window's trappings, needs a third less of the processor for the same tests. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/**
 * Places where an installed Chrome or Chromium usually lies, best first.
 * @param {Probes} probes
 * @returns {string[]}
 */
function usualPlaces({ platform, env, home, path, join }) {
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return ['/', home].flatMap((base) => programs.map((program) => join(base, program)));
  }
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (base) => base !== undefined,
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    return [
      ...bases.flatMap((base) => programs.map((program) => join(base, program))),
      ...path.map((folder) => join(folder, 'chrome.exe')),
    ];
  }
  const folders = [...path, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return names.flatMap((name) => [...new Set(folders)].map((folder) => join(folder, name)));
}

/**
 * Decides which Chromium the tests run in: `CHROME_PATH`, an installed one, Playwright's download; else which
 * installation to try next; else the sentence that says what a person must do.
 * @param {Probes} probes
 * @param {readonly Install[]} [tried] installations that did not help
 * @returns {{ path: string } | { install: Install } | { sentence: string }}
 */
export function chooseChromium(probes, tried = []) {
  const named = probes.env['CHROME_PATH'];
  if (named) {
    if (probes.usable(named)) return { path: named };
    return {
      sentence: `CHROME_PATH is "${named}", but no browser can be started there: correct it or unset it.`,
    };
  }
  const path = [...usualPlaces(probes), probes.playwright].find((place) => probes.usable(place));
  if (path) return { path };
  const debian = /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(probes.osRelease) && probes.root;
  /** @type {Install[]} */
  const ways = debian ? ['apt-shell', 'apt', 'playwright-with-libraries', 'playwright'] : ['playwright'];
  const next = ways.find((way) => !tried.includes(way));
  if (next) return { install: next };
  return {
    sentence:
      'No Chromium could be found or installed: install Chrome or Chromium and set CHROME_PATH to its program file.',
  };
}
