import { setVerifyPage } from '../components/base/verify-page.js';

/**
 * Badges that are told no page to be checked on are checked on `verify.html` beside the script of this address. Only where
 * the script goes by its own name: in a host's own bundle there is no such page beside it.
 */
export function checkBeside(scriptUrl: string): void {
  const [folder] = /^https?:.*\/(?=(htsd|model-badge|recognition)\.js([?#]|$))/.exec(scriptUrl) ?? [];
  if (folder) setVerifyPage(`${folder}verify.html`);
}
