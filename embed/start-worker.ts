import { announceUpdates } from '../components/base/update-notice.js';
import { registerOffline } from '../src/client/offline.js';

/** Keeps the page with the worker at `url`, and tells the person when a newer version is ready. Errors: as of `registerOffline`. */
export async function startWorker(url: string): Promise<void> {
  announceUpdates();
  await registerOffline(url);
}
