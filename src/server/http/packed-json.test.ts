import { Hono } from 'hono';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packedJson } from './packed-json.js';

const rows = (count: number) => ({
  items: Array.from({ length: count }, (_, no) => ({ name: `Nguyễn Thị ${no}` })),
});
const app = new Hono()
  .use(async (context, next) => {
    context.header('Vary', 'Origin');
    await next();
  })
  .get('/:count', (context) => packedJson(context, rows(Number(context.req.param('count')))));

const ask = async (count: number, encodings?: string) => {
  const answer = await app.request(
    `/${count}`,
    encodings ? { headers: { 'Accept-Encoding': encodings } } : {},
  );
  expect(answer.headers.get('content-type')).toBe('application/json');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const encoding = answer.headers.get('content-encoding');
  const text = new TextDecoder().decode(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
  expect(JSON.parse(text)).toEqual(rows(count));
  return { encoding, vary: answer.headers.get('vary'), length: bytes.length };
};

it('packs a long answer for whoever takes it, and says by what it is another one', async () => {
  const plain = await ask(500);
  expect(plain).toMatchObject({ encoding: null, vary: 'Origin, Accept-Encoding' });
  const short = await ask(500, 'gzip, deflate, br, zstd');
  expect(short).toMatchObject({ encoding: 'gzip', vary: 'Origin, Accept-Encoding' });
  expect(short.length).toBeLessThan(plain.length / 4);
  expect(await ask(500, 'br;q=1.0, gzip;q=0')).toMatchObject({ encoding: null, length: plain.length });
  expect(await ask(2, 'gzip')).toMatchObject({ encoding: null, vary: 'Origin' });
});
