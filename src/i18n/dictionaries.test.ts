import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../backend/error-codes.js';
import { RejectionCode } from '../domain/receipt.schema.js';
import type { Dictionary, Message } from './translate.js';
import { errorVi } from './vi/error.js';

const folder = new URL('.', import.meta.url);
const names = readdirSync(new URL('vi/', folder)).filter((name) => name.endsWith('.ts'));

async function read(lang: 'vi' | 'en', name: string): Promise<Dictionary> {
  const module = (await import(new URL(`${lang}/${name}`, folder).href)) as Record<string, Dictionary>;
  return Object.values(module)[0] ?? {};
}

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const holes = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(names)('dictionary %s', (name) => {
  it('has the same keys and the same holes in both languages', async () => {
    const vi = await read('vi', name);
    const en = await read('en', name);
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, message] of Object.entries(vi)) {
      const asked = holes(forms(message)[0] ?? '');
      for (const form of [...forms(message), ...forms(en[key] ?? '')])
        expect(holes(form), key).toEqual(asked);
    }
  });

  it('is written in composed characters, without spaces at the ends', async () => {
    for (const lang of ['vi', 'en'] as const)
      for (const [key, message] of Object.entries(await read(lang, name)))
        for (const form of forms(message)) {
          expect(form.normalize('NFC'), key).toBe(form);
          expect(form.trim(), key).toBe(form);
          expect(form.length, key).toBeGreaterThan(0);
        }
  });
});

/** Sentences that are only said of more than one, that fit one as well, or whose number counts nothing that is named behind it. */
const neverOne = new Set([
  'desk.fault.voucher-used',
  'desk.recipients.known',
  'import.plan.too-many',
  'import.line.text-too-long',
  'picker.more',
  'recognition.most',
  'recognition.ticked.listed',
  'register-import.plan.many-columns',
  'register-import.plan.too-many',
  'register-import.row.too-long',
  'register-places.leave-out',
  'review.found.more',
]);

describe('English sentences that count', () => {
  it.each(names)('have a form for one: %s', async (name) => {
    const plural = /\{n\} (?!of\b)([a-z]+ )?[a-z]+s\b|\{n\}[^.{]* (are|were|have)\b/;
    const bare = Object.entries(await read('en', name))
      .filter(([key, message]) => typeof message === 'string' && plural.test(message) && !neverOne.has(key))
      .map(([key]) => key);
    expect(bare).toEqual([]);
  });
});

describe('sentences for problems', () => {
  it('cover every error code and every refusal', () => {
    for (const code of errorCodes) expect(errorVi).toHaveProperty([`error.${code}`]);
    for (const code of RejectionCode.options) expect(errorVi).toHaveProperty([`rejection.${code}`]);
  });

  it('need no value that an error may come without', () => {
    for (const code of errorCodes) expect(holes(errorVi[`error.${code}`]), code).toEqual([]);
    for (const code of RejectionCode.options) expect(holes(errorVi[`rejection.${code}`]), code).toEqual([]);
  });
});
