import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64url } from '../format/base64url.js';
import type { JsonObject } from '../format/json.js';
import { reasonCodes, verify, type VerifyContext } from '../index.js';

interface Vector {
  name: string;
  why: string;
  input: { text: string } | { json: JsonObject } | { bytes: string };
  context: VerifyContext;
  expected: { answer: string; code: string; issuerTrust: string; demo: boolean };
}

const folder = new URL('../../../test/vectors/credential/', import.meta.url);
const files = readdirSync(folder).map((file) => {
  const { format, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    format: number;
    cases: Vector[];
  };
  return { file, format, cases };
});

function inputOf({ input }: Vector): Parameters<typeof verify>[0] {
  if ('text' in input) return input.text;
  return 'json' in input ? input.json : (fromBase64url(input.bytes) ?? new Uint8Array());
}

describe('published vectors of badges', () => {
  it('cover the five answers', () => {
    const all = files.flatMap(({ cases }) => cases);
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ expected }) => expected.answer))).toEqual(new Set(Object.keys(reasonCodes)));
    expect(files.every(({ format }) => format === 1)).toBe(true);
  });

  describe.each(files)('$file', ({ cases }) => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
      const { answer, reason, issuerTrust, demo } = await verify(inputOf(one), one.context);
      expect({ answer, code: reason.code, issuerTrust, demo }).toEqual(one.expected);
    });
  });
});
