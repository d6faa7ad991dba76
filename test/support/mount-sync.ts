/** What the tests of `htsd-sync-status` put into a page. */
import '../../components/provider/provider.define.js';
import '../../components/sync-status/sync-status.define.js';
import type { Backend } from '../../src/backend/port.js';
import { createClient } from '../../src/client/client.js';

export type SyncElement = HTMLElementTagNameMap['htsd-sync-status'];

/** Its tag; asking for it by this name has it registered. */
export const syncTag = 'htsd-sync-status';

/** The element over a back end, in a provider. */
export async function mountSync(
  backend: Backend,
  storage: string,
  attributes: Record<string, string> = {},
): Promise<SyncElement> {
  const provider = document.createElement('htsd-provider');
  provider.client = createClient(backend, { storage });
  const status = document.createElement(syncTag);
  for (const [name, value] of Object.entries(attributes)) status.setAttribute(name, value);
  provider.append(status);
  document.body.append(provider);
  await status.updateComplete;
  return status;
}
