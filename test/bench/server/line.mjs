import { connect } from 'node:net';

/** One connection that asks one thing after the other, with as little work of its own as can be. */
export class Line {
  #socket;
  #got = Buffer.alloc(0);
  #done;
  #asked = 0;
  #first = 0;

  constructor(port, token) {
    this.port = port;
    this.token = token;
  }

  /** Servers close what nobody used for some seconds. */
  #open() {
    if (this.#socket && !this.#socket.destroyed && this.#socket.readable) return this.#socket;
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    const ended = (error) => socket === this.#socket && this.#done?.(error);
    socket.on('data', (data) => this.#take(data));
    socket.on('error', ended);
    socket.on('close', () => ended(new Error('closed')));
    this.#got = Buffer.alloc(0);
    return (this.#socket = socket);
  }

  /** Answers `{status, body, first}`; `first`: milliseconds until the first byte. `more`: lines of the head. */
  async ask(method, path, body = '', more = '') {
    const bytes = Buffer.byteLength(body);
    const head = `${method} ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${this.token}\r\n`;
    const about = bytes > 0 ? `Content-Type: application/json\r\nContent-Length: ${bytes}\r\n` : '';
    const answer = new Promise((done) => (this.#done = done));
    this.#asked = performance.now();
    this.#open().write(`${head}${about}${more}\r\n${body}`);
    const found = await answer;
    if (found instanceof Error) throw found;
    return found;
  }

  #take(data) {
    if (this.#got.length === 0) this.#first = performance.now() - this.#asked;
    this.#got = this.#got.length === 0 ? data : Buffer.concat([this.#got, data]);
    const end = this.#got.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#got.toString('latin1', 0, end);
    const length = /content-length: (\d+)/i.exec(head);
    let body;
    if (length) {
      if (this.#got.length < end + 4 + Number(length[1])) return;
      body = this.#got.toString('utf8', end + 4, end + 4 + Number(length[1]));
    } else {
      // In parts, of which the last is empty.
      if (this.#got.toString('latin1', this.#got.length - 5) !== '0\r\n\r\n') return;
      body = unpart(this.#got.subarray(end + 4));
    }
    this.#got = Buffer.alloc(0);
    const done = this.#done;
    this.#done = undefined;
    done?.({ status: Number(head.slice(9, 12)), body, first: this.#first });
  }

  close() {
    this.#done = undefined;
    this.#socket?.destroy();
  }
}

function unpart(bytes) {
  const parts = [];
  for (let at = 0; ;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (!(size > 0)) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 4 + size;
  }
}
