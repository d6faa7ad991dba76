import type { BackendEvent } from '../port.js';

/** Tells other tabs on the same database what changed, and hears what they tell. */
export interface Push {
  tell(events: readonly BackendEvent[]): void;
  listen(listener: (event: BackendEvent) => void): () => void;
  close(): void;
}

/** True where the browser lets tabs talk to each other. */
export const pushAvailable = typeof BroadcastChannel !== 'undefined';

/** So many changes are told one by one. */
const mostSingle = 100;

function isEvent(data: unknown): data is BackendEvent {
  if (typeof data !== 'object' || data === null) return false;
  const { type, id, version } = data as Partial<Record<string, unknown>>;
  return typeof type === 'string' && typeof id === 'string' && typeof version === 'number';
}

/** A channel named after the database; opened when it is first used. */
export function createPush(name: string): Push {
  const listeners = new Set<(event: BackendEvent) => void>();
  let channel: BroadcastChannel | undefined;

  function open(): BroadcastChannel | undefined {
    if (!channel) {
      try {
        channel = new BroadcastChannel(name);
      } catch {
        // Firefox refuses where a page may store nothing: in a frame, with cookies of other sites blocked.
      }
      channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const events: unknown[] = Array.isArray(data) ? data : [data];
        for (const event of events) if (isEvent(event)) for (const listener of listeners) listener(event);
      });
    }
    return channel;
  }

  return {
    tell(events) {
      if (!pushAvailable) return;
      const plain = events.map(({ type, id, version }) => ({ type, id, version }));
      // One by one, as earlier versions of this page hear them; a whole import in one message.
      for (const message of plain.length > mostSingle ? [plain] : plain) open()?.postMessage(message);
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
