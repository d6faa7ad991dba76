/** The pages of this browser that work on one queue. */
export interface Pages {
  /** Tells the others that the queue changed. */
  tell(): void;
  close(): void;
}

/** Joins them; `heard` is called when another one changed something. Browsers before 2022 talk through the storage. */
export function joinPages(name: string, heard: () => void): Pages {
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(name);
    channel.onmessage = heard;
    return { tell: () => channel.postMessage('changed'), close: () => channel.close() };
  }
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === name) heard();
  };
  addEventListener('storage', onStorage);
  return {
    tell() {
      try {
        localStorage.setItem(name, String(Math.random()));
      } catch {
        // A page that may store nothing has no others to tell.
      }
    },
    close: () => removeEventListener('storage', onStorage),
  };
}
