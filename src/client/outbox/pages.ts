import type { BackendEvent } from '../../backend/port.js';

/** The pages of this browser that work on one queue. */
export interface Pages {
  /** Tells the others that the queue changed, and which records did with it. */
  tell(events?: readonly BackendEvent[]): void;
  close(): void;
}

/** More records than so many are told of by the first of each type: whoever hears of them reads lists again. */
const mostTold = 100;

/**
 * Joins them; `heard` is called when another one changed something, with the records that it said. Browsers before 2022 talk
 * through the storage.
 */
export function joinPages(name: string, heard: (events: readonly BackendEvent[]) => void): Pages {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    // There is none, or Firefox refuses it where a page may store nothing: in a frame, with cookies of other sites blocked.
  }
  if (channel) {
    const open = channel;
    open.onmessage = ({ data }: MessageEvent<unknown>) => heard(eventsIn(data));
    return { tell: (events = []) => open.postMessage(few(events)), close: () => open.close() };
  }
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === name) heard(eventsIn(read(newValue)));
  };
  addEventListener('storage', onStorage);
  return {
    tell(events = []) {
      try {
        // The same twice is no change for a storage.
        localStorage.setItem(name, JSON.stringify([...few(events), Math.random()]));
      } catch {
        // A page that may store nothing has no others to tell.
      }
    },
    close: () => removeEventListener('storage', onStorage),
  };
}

function few(events: readonly BackendEvent[]): BackendEvent[] {
  const plain = events.map(({ type, id, version }) => ({ type, id, version }));
  if (plain.length <= mostTold) return plain;
  return [...new Map(plain.map((event) => [event.type, event])).values()];
}

/** Whatever else is said there, by an older version of this page, too, tells that the queue changed. */
function eventsIn(data: unknown): BackendEvent[] {
  const said: unknown[] = Array.isArray(data) ? data : [];
  return said.filter(
    (one): one is BackendEvent => typeof (one as Partial<BackendEvent> | null)?.type === 'string',
  );
}

function read(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}
