import { setDefaultClient } from '../components/base/client-context.js';
import { version } from '../components/base/define.js';
import { warmDefaultClient } from './default-client.js';
import './install.js';
import { doors } from './registry.js';
import { Loader } from './loader.js';
import { startOffline } from './script-tag.js';
import { checkBeside } from './verify-page.js';

/** Where every copy of the library on a page finds the one that is in charge. */
const place = Symbol.for('htsd-loader');
const page = document as Document & { [place]?: { version: string; loader: Loader } };

function takeCharge(): Loader {
  const present = page[place];
  if (present) {
    if (present.version !== version) {
      console.warn(`[htsd] Version ${present.version} is on this page; version ${version} stays aside.`);
    }
    return present.loader;
  }
  const loader = new Loader({
    doors,
    prepare: (element) => {
      // Inside a provider it is the provider that knows which back end to fetch.
      if (!server && !element.closest('htsd-provider, [data-htsd="provider"]')) warmDefaultClient();
    },
  });
  page[place] = { version, loader };
  loader.discover(document);
  startOffline(import.meta.url);
  return loader;
}

/** The page's script tag may name a back end, for all that stands in no provider: placeholders then need nothing else. */
const server = document.querySelector<HTMLElement>('script[data-base-url],script[data-htsd-adapter]');
if (server) setDefaultClient(async () => (await import('./page-client.js')).createPageClient(server.dataset));
else checkBeside(import.meta.url);
const loader = takeCharge();

/** Brings to life the components inside a root that the page's own watch does not see, e.g. a shadow root. */
export const discover: Loader['discover'] = loader.discover;

/** Ends the watch over the page; a later copy of the script may start a new one. */
export function stop(): void {
  loader.stop();
  if (page[place]?.loader === loader) delete page[place];
}
