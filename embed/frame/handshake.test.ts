import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type HostLine } from './host-line.js';
import { agree, isKnown, readFrameWord, readHello, readHostWord, type FrameWord } from './protocol.js';

const portal = 'https://portal.example.vn';
const open: NodePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

/** A port that stands for the window around the frame: what messages name as their source. */
function windowOf(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return port1 as unknown as MessagePort;
}

function stage(origins: readonly string[] = [portal]) {
  const target = new EventTarget();
  const host = windowOf();
  const lines: HostLine[] = [];
  const end = listen({ target, host, origins, opened: (line) => lines.push(line) });
  /** Says hello as a page would; answers what it hears back, or `silence`. */
  const hello = async (said: object = {}, data: unknown = { htsd: 'hello', versions: [1] }) => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    const heard = new Promise<unknown>((done) => port1.once('message', done));
    target.dispatchEvent(
      Object.assign(new Event('message'), { data, source: host, origin: portal, ports: [port2], ...said }),
    );
    // A message of a port arrives within one turn.
    const silence = new Promise((done) => setTimeout(() => done('silence'), 20));
    return { port: port1, heard: await Promise.race([heard, silence]) };
  };
  return { hello, lines, end, target };
}

const welcome = { type: 'welcome', version: 1 };
const refused = (reason: string): object => ({ type: 'refused', reason });

describe('a handshake', () => {
  it('with the page around the frame, from an origin on the list, is answered over its channel', async () => {
    const { hello, lines } = stage();
    expect((await hello()).heard).toEqual(welcome);
    expect(lines).toHaveLength(1);
  });

  it('with nobody on the list is refused: closed by default', async () => {
    const { hello, lines } = stage([]);
    expect((await hello()).heard).toEqual(refused('origin'));
    expect(lines).toEqual([]);
  });

  it.each([
    'null',
    '',
    'https://portal.example.vn.evil.example',
    'http://portal.example.vn',
    'https://portal.example.vn:8443',
  ])('from the origin %j is refused', async (origin) => {
    const { hello, lines } = stage([portal, 'null', '']);
    expect((await hello({ origin })).heard).toEqual(refused('origin'));
    expect(lines).toEqual([]);
  });

  it('with another window is not answered at all', async () => {
    const { hello, lines } = stage();
    expect((await hello({ source: windowOf() })).heard).toBe('silence');
    expect((await hello({ source: null })).heard).toBe('silence');
    expect(lines).toEqual([]);
  });

  it('is had once: played again, it is refused, and the first line goes on', async () => {
    const { hello, lines } = stage();
    const first = await hello();
    expect((await hello()).heard).toEqual(refused('taken'));
    expect(lines).toHaveLength(1);
    const asked = lines[0]!.token();
    first.port.once('message', ({ id }: { id: number }) =>
      first.port.postMessage({ type: 'token', id, status: 'given', token: 'abc', expiresIn: 60 }),
    );
    expect(await (await asked).json()).toEqual({ token: 'abc', expiresIn: 60 });
  });

  it('in versions that the frame does not speak is refused, and may be tried again', async () => {
    const { hello } = stage();
    expect((await hello({}, { htsd: 'hello', versions: [7] })).heard).toEqual(refused('version'));
    expect((await hello({}, { htsd: 'hello', versions: [7, 1] })).heard).toEqual(welcome);
  });

  it('without a channel, or after the watch has ended, is nothing', async () => {
    const { hello, lines, end } = stage();
    expect((await hello({ ports: [] })).heard).toBe('silence');
    end();
    expect((await hello()).heard).toBe('silence');
    expect(lines).toEqual([]);
  });

  it.each([null, 1, 'hello', [], {}, { htsd: 'hello' }, { htsd: 'hello', versions: 'all' }])(
    'is not what other scripts of the portal post: %j',
    async (data) => expect((await stage().hello({}, data)).heard).toBe('silence'),
  );
});

describe('a token', () => {
  const talk = async (answer: object | undefined) => {
    const { hello, lines } = stage();
    const { port } = await hello();
    port.on('message', ({ id }: { id: number }) => {
      if (answer) port.postMessage({ type: 'token', id, ...answer });
    });
    return lines[0]!.token(answer ? 5_000 : 20);
  };

  it('of nobody is the status 401', async () => expect((await talk({ status: 'none' })).status).toBe(401));
  it('that cannot be had is a failure of the network', async () => {
    await expect(talk({ status: 'failed' })).rejects.toMatchObject({ code: 'offline' });
  });
  it('that nobody brings is a failure, too, and not for ever', async () => {
    await expect(talk(undefined)).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('the words', () => {
  it.each<[unknown, FrameWord | undefined]>([
    [
      { type: 'height', height: 12, more: 1 },
      { type: 'height', height: 12 },
    ],
    [{ type: 'height', height: -1 }, undefined],
    [{ type: 'height', height: 1.5 }, undefined],
    [{ type: 'height', height: '12' }, undefined],
    [{ type: 'welcome' }, undefined],
    [{ type: 'refused', reason: 'mood' }, undefined],
    [
      { type: 'token', id: 1 },
      { type: 'token', id: 1 },
    ],
    [{ type: 'navigate', href: 'https://evil.example' }, undefined],
    ['bye', undefined],
  ])('of a frame: %j', (data, word) => expect(readFrameWord(data)).toEqual(word));

  it('of a page bring no token that is none', () => {
    expect(readHostWord({ type: 'token', id: 1, status: 'given', token: '' })).toBeUndefined();
    expect(readHostWord({ type: 'token', id: 1, status: 'given', token: {} })).toBeUndefined();
    expect(readHostWord({ type: 'token', id: '1', status: 'none' })).toBeUndefined();
  });

  it('agree on the newest version that both speak', () => {
    expect(readHello({ htsd: 'hello', versions: [1, 'x', 2] })).toEqual([1, 2]);
    expect(agree([1, 2, 3], [1, 2])).toBe(2);
    expect(agree([3], [1, 2])).toBeUndefined();
  });

  it('know an origin by all of it', () => {
    expect(isKnown(portal, [portal])).toBe(true);
    expect(isKnown('null', ['null'])).toBe(false);
  });
});
