import { existsSync } from 'node:fs';

/** @returns {Promise<string>} path of a Chromium or Chrome that can be started */
export async function findChromium() {
  return [process.env.CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));
}
