import type { BackendEvent } from '../port.js';

/** Tells other tabs on the same database what changed, and hears what they tell. */
export interface Push {
  tell(events: readonly BackendEvent[]): void;
  listen(listener: (event: BackendEvent) => void): () => void;
  close(): void;
}

/** True where the browser lets tabs talk to each other. */
export const pushAvailable = typeof BroadcastChannel !== 'undefined';

function isEvent(data: unknown): data is BackendEvent {
  if (typeof data !== 'object' || data === null) return false;
  const { type, id, version } = data as Partial<Record<string, unknown>>;
  return typeof type === 'string' && typeof id === 'string' && typeof version === 'number';
}

/** A channel named after the database; opened when it is first used. */
export function createPush(name: string): Push {
  const listeners = new Set<(event: BackendEvent) => void>();
  let channel: BroadcastChannel | undefined;

  function open(): BroadcastChannel {
    if (!channel) {
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isEvent(data)) for (const listener of listeners) listener(data);
      });
    }
    return channel;
  }

  return {
    tell(events) {
      if (pushAvailable)
        for (const { type, id, version } of events) open().postMessage({ type, id, version });
    },
    listen(listener) {
      open();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
    },
  };
}
