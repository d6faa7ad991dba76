import type { LibraryFiles } from './service-worker-files.js';

/** The part of a service worker's world that we use. The compiler's own library for it clashes with the page's. */
interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface WorkerMessageEvent extends WaitingEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

export interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  /** The library's files, put in by the build. */
  readonly __WB_MANIFEST: LibraryFiles | undefined;
  /** Folder of the library, set by a page's own file that imports this one from elsewhere. */
  readonly HTSD_BASE?: string;
  /** Scripts of the library that the site's pages include, without `.js`, set by that file too. Default `['htsd']`. */
  readonly HTSD_SCRIPTS?: readonly string[];
  addEventListener(type: 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
}
