import { HtsdError } from '../../src/backend/errors.js';
import { agree, isKnown, readHello, readHostWord, type FrameWord, type HostWord } from './protocol.js';

/** Milliseconds that the portal's page may take to bring a token. */
const tokenPatience = 15_000;

/** The frame's end of the channel, once the portal's page is known. */
export class HostLine {
  readonly #port: MessagePort;
  readonly #asked = new Map<number, (word: HostWord | undefined) => void>();
  #last = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      const word = readHostWord(data);
      if (!word) return;
      this.#asked.get(word.id)?.(word);
      this.#asked.delete(word.id);
    };
  }

  tell(word: FrameWord): void {
    this.#port.postMessage(word);
  }

  /**
   * Asks for a token; answers in the form that an address of the portal would: `{ token, expiresIn }`, or the status 401
   * where nobody is signed in. Errors: offline where no answer comes.
   */
  async token(patience = tokenPatience): Promise<Response> {
    const id = ++this.#last;
    const word = await new Promise<HostWord | undefined>((done) => {
      const late = setTimeout(() => {
        this.#asked.delete(id);
        done(undefined);
      }, patience);
      this.#asked.set(id, (answer) => {
        clearTimeout(late);
        done(answer);
      });
      this.tell({ type: 'token', id });
    });
    if (!word || word.status === 'failed') throw new HtsdError('offline', { params: { reason: 'token' } });
    if (word.status === 'none') return new Response(null, { status: 401 });
    const { token, expiresIn } = word;
    return new Response(JSON.stringify({ token, expiresIn }));
  }
}

export interface Listening {
  /** Where messages arrive: the frame's window. */
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** The window around the frame; messages of any other are nobody's business. */
  host: MessageEventSource | null;
  /** Origins that may talk. Empty: nobody. */
  origins: readonly string[];
  opened: (line: HostLine) => void;
}

/**
 * Waits for the hello of the page around the frame and answers it, once. Whoever may not talk hears why, over the channel
 * that he brought; whatever is no hello, or comes from another window, is not answered at all. Never throws.
 */
export function listen({ target, host, origins, opened }: Listening): () => void {
  let taken = false;
  const hear = (event: Event): void => {
    const { data, source, origin, ports } = event as MessageEvent<unknown>;
    const offered = readHello(data);
    const [port] = ports;
    if (!offered || !port || !host || source !== host) return;
    const say = (word: FrameWord): void => port.postMessage(word);
    if (!isKnown(origin, origins)) return say({ type: 'refused', reason: 'origin' });
    if (taken) return say({ type: 'refused', reason: 'taken' });
    const version = agree(offered);
    if (version === undefined) return say({ type: 'refused', reason: 'version' });
    taken = true;
    say({ type: 'welcome', version });
    opened(new HostLine(port));
  };
  target.addEventListener('message', hear);
  return () => target.removeEventListener('message', hear);
}
