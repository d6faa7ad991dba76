/** What the page tells the offline worker: keep this page and what it is drawn with. */
export interface KeepMessage {
  type: 'htsd-keep';
  page: string;
  assets: string[];
}
/** What a host tells it when a person signs out: forget every page kept. */
export interface ForgetMessage {
  type: 'htsd-forget';
}
export type OfflineMessage = KeepMessage | ForgetMessage;

/**
 * A newer version of the library is on this device and waits: pages that are open keep what they were built with.
 * `preventDefault` where the page says so in its own way. Heard on `window`.
 */
export class HtsdUpdateEvent extends Event {
  static readonly type = 'htsd-update';
  /** @param take lets the newer version take over and reloads this page; drafts are kept */
  constructor(readonly take: () => void) {
    super(HtsdUpdateEvent.type, { cancelable: true });
  }
}

declare global {
  interface WindowEventMap {
    'htsd-update': HtsdUpdateEvent;
  }
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/**
 * Keeps the page that is open usable without network, with the service worker at `url` (of this page's own
 * origin, at or above the page's folder). Resolves true when the page is kept; false where the browser offers no
 * service workers, as on plain http: drafts are safe there all the same, only a reload needs the network.
 * A newer version that is fetched meanwhile is announced by an `HtsdUpdateEvent`.
 * Rejects where the worker's file cannot be fetched or lies outside its scope.
 */
export async function registerOffline(url: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin) {
    console.warn(`[htsd] A service worker works for its own site only; ${address.href} is another one.`);
    return false;
  }
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox(trusted(address));
  worker.addEventListener('waiting', () => {
    const take = (): void => {
      worker.addEventListener('controlling', () => location.reload());
      worker.messageSkipWaiting();
    };
    window.dispatchEvent(new HtsdUpdateEvent(take));
  });
  await worker.register();
  await worker.active;
  const message: KeepMessage = { type: 'htsd-keep', page: pageAddress(), assets: ownAssets() };
  return (await worker.messageSW(message)) === true;
}

/** Forgets every page kept, e.g. when a person signs out on a shared device. The library's own files stay. */
export async function forgetOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  const message: ForgetMessage = { type: 'htsd-forget' };
  registration?.active?.postMessage(message);
}

const pageAddress = (): string => location.href.replace(/#.*$/, '');

/** Style sheets, images, fonts and scripts of this origin that the page has fetched so far. */
function ownAssets(): string[] {
  const kinds = new Set(['link', 'css', 'script', 'img', 'image']);
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const urls = entries.filter(({ initiatorType }) => kinds.has(initiatorType)).map(({ name }) => name);
  return [...new Set(urls)].filter((name) => new URL(name).origin === location.origin);
}

/** Under `require-trusted-types-for 'script'` an address of a worker must come from a policy. */
function trusted(address: URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('htsd', { createScriptURL: (value) => value });
  return policy ? policy.createScriptURL(address.href) : address.href;
}
