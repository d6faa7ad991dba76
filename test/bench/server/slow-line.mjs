import { connect, createServer } from 'node:net';

/** A line on which everything arrives so many milliseconds later in each direction, as fast as it was sent. */
export async function slowLine(port, delay) {
  const ends = new Set();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      ends.add(from);
      // Timers of one length fire in the order that they were set.
      from.on('data', (bytes) => setTimeout(() => to.writable && to.write(bytes), delay));
      from.on('end', () => setTimeout(() => to.end(), delay));
      from.on('error', () => to.destroy());
      from.on('close', () => ends.delete(from));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    async close() {
      for (const end of ends) end.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
