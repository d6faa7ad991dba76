import { readFrameWord, versions, type HostWord, type Refusal } from './protocol.js';
import { readOrigin } from './read-origin.js';

/** A token of who is signed in at the portal; undefined where nobody is. */
export type TokenGiver = () => Promise<{ token: string; expiresIn?: number } | undefined>;

export interface FrameOptions {
  /** Where tokens come from; without it the frame hears that nobody is signed in. */
  token?: TokenGiver | undefined;
  /** CSS pixels above which the frame scrolls instead of growing. */
  maxHeight?: number | undefined;
  /** Milliseconds after the frame's page has come in which it has to answer. */
  patience?: number | undefined;
  /** Hears that the frame answers, that it will not talk, that nobody answers, or that its page was left. */
  told?: ((news: 'open' | 'silent' | 'left' | Refusal) => void) | undefined;
}

/** No page of ours is longer; a frame that says so is broken, or not ours. */
const longest = 50_000;

/** The document of a frame that has not begun to load is an empty page of our own. */
function isEmpty(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.href === 'about:blank';
  } catch {
    return false;
  }
}

/**
 * Talks to a frame of ours: gives it the height that it asks for, and tokens. Says hello each time that a page has come into
 * the frame, so that a frame that goes elsewhere is talked to no more: the browser hands the hello to a page of the frame's
 * own origin only. Answers what ends it. Never throws into the page.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  { token, maxHeight = longest, patience = 10_000, told = () => undefined }: FrameOptions = {},
): () => void {
  let line: MessagePort | undefined;
  let attempts: MessagePort[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hangUp = (): void => {
    clearTimeout(timer);
    for (const port of attempts) port.close();
    attempts = [];
    line = undefined;
  };

  const resize = (height: number): void => {
    const { boxSizing } = getComputedStyle(frame);
    const borders = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    // By the CSSOM, which no policy forbids; more important than what a portal says of every iframe.
    frame.style.setProperty('height', `${Math.min(height, maxHeight, longest) + borders}px`, 'important');
  };

  async function answer(port: MessagePort, id: number): Promise<void> {
    const word = await (token ?? (() => Promise.resolve(undefined)))().then(
      (given): HostWord =>
        given ? { type: 'token', id, status: 'given', ...given } : { type: 'token', id, status: 'none' },
      (): HostWord => ({ type: 'token', id, status: 'failed' }),
    );
    // Meanwhile the frame may have gone elsewhere: then its end of the channel is gone, too.
    if (line === port) port.postMessage(word);
  }

  function hear(port: MessagePort, data: unknown): void {
    const word = readFrameWord(data);
    if (!word) return;
    if (word.type === 'welcome') {
      if (!versions.includes(word.version)) return;
      // Another page has come into the frame; the line to the one before leads nowhere any more.
      line?.close();
      line = port;
      clearTimeout(timer);
      told('open');
    } else if (word.type === 'refused') {
      clearTimeout(timer);
      // "Taken" by this very line: the page had answered before it was wholly there.
      if (!line) told(word.reason);
    } else if (line !== port) return;
    else if (word.type === 'height') resize(word.height);
    else if (word.type === 'token') void answer(port, word.id);
    else {
      hangUp();
      told('left');
    }
  }

  function hello(): void {
    const origin = readOrigin(frame.src);
    if (!origin) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => hear(port1, data);
    attempts.push(port1);
    frame.contentWindow?.postMessage({ htsd: 'hello', versions }, origin, [port2]);
    clearTimeout(timer);
    timer = setTimeout(() => {
      hangUp();
      told('silent');
    }, patience);
  }

  frame.addEventListener('load', hello);
  if (!isEmpty(frame)) hello();
  return () => {
    frame.removeEventListener('load', hello);
    hangUp();
  };
}
