/**
 * Flags under which every test starts Chromium: no traffic of its own, no first-run pages, and no sandbox where
 * it cannot work, that is for root.
 * @returns {string[]}
 */
export function chromiumFlags() {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}
