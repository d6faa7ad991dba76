import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What somebody was told. */
export interface Told {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  id: string;
  type: string;
  /** The subject or fund that it is about. */
  about: string | undefined;
}

/** What a receiver does: answers a status, with headers or not; cuts the connection, or says nothing until he is let go. */
type Answer = number | { status: number; headers: Record<string, string> } | 'cut' | Promise<number>;

export interface Receiver {
  url: URL;
  told: Told[];
  /** What it answers from now on. Default 204. */
  answer: (one: Told) => Answer;
  /** Resolves once it was told so many in all. */
  heard(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Somebody on loopback who is told of events, and keeps them. */
export async function startReceiver(): Promise<Receiver> {
  const waiting: { count: number; done: () => void }[] = [];
  const receiver: Omit<Receiver, 'url' | 'close'> = {
    told: [],
    answer: () => 204,
    heard: (count) =>
      new Promise((done) => {
        if (receiver.told.length >= count) done();
        else waiting.push({ count, done });
      }),
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const { type = '', data = {} } = JSON.parse(body || '{}') as {
        type?: string;
        data?: { subject?: string; fund?: string };
      };
      const one: Told = {
        ...{ path: request.url!, headers: request.headers, body, type, about: data.subject ?? data.fund },
        id: String(request.headers['webhook-id']),
      };
      receiver.told.push(one);
      void Promise.resolve(receiver.answer(one)).then((answer) => {
        if (answer === 'cut') request.socket.destroy();
        else if (typeof answer === 'number') response.writeHead(answer).end();
        else response.writeHead(answer.status, answer.headers).end();
      });
      for (const { count, done } of waiting) if (receiver.told.length >= count) done();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: new URL(`http://127.0.0.1:${port}/events`),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}
