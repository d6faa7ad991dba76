import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AssessmentState } from '../../src/domain/assessment.schema.js';
import { rights } from '../../src/domain/permissions.js';
import { sniff } from '../../src/domain/sniff.js';
import { transitions } from '../../src/domain/workflow.js';
import { phpOf } from './php.js';
import { capabilities, rulesPhp, signatures } from './rules-php.js';

const folder = new URL('../../embed/moodle/local_htsd/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

describe('the rules of the domain as PHP', () => {
  it('are those of today: renew them with "npm run build:moodle"', () => {
    expect(text('classes/local/rules.php')).toBe(rulesPhp());
  });

  it('name every state change, and every right that has nothing to do with funds', () => {
    const php = rulesPhp();
    for (const kind of Object.keys(transitions)) expect(php).toContain(`'${kind}' => ['from' => [`);
    for (const kind of Object.keys(rights))
      expect(php.includes(`'${kind}' => `), kind).toBe(!/^(fund|round|award)\./.test(kind));
    expect(php).toContain(`'assessment.verify' => ['reviewer' => 'others'],`);
    expect(php).toContain(`public const OVER = ['not-recognised', 'expired', 'revoked'];`);
    expect(AssessmentState.options).toContain('not-recognised');
    expect(php).toContain(`public const PERSONAL_MODELS = ['family', 'citizen'];`);
    expect(php).toContain(`'recognised' => ['submitted', 'verified', 'recognised'],`);
  });

  it('give strangers no field of a title that the domain keeps back', () => {
    const [, fields = ''] = /PUBLIC_TITLE = \[([^\]]*)\]/.exec(rulesPhp()) ?? [];
    expect(fields).toContain(`'outcomeLabel'`);
    expect(fields).not.toMatch(/owner|subjectId|assessmentId|score|revokedReason|createdAt/);
  });

  it('stand for roles by capabilities that the plugin declares', () => {
    const access = text('db/access.php');
    for (const capability of Object.values(capabilities)) expect(access).toContain(`'${capability}' => [`);
  });

  it('know files by the same bytes as the domain', () => {
    const found = (bytes: Uint8Array): string | undefined =>
      Object.entries(signatures).find(([, pattern]) =>
        new RegExp(pattern, 's').test(String.fromCharCode(...bytes)),
      )?.[0];
    const begins = [
      [0xff, 0xd8, 0xff, 0xe0],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...'RIFF\u0001\n\u0000\u0000WEBPVP8 '].map((sign) => sign.charCodeAt(0)),
      [...'%PDF-1.7'].map((sign) => sign.charCodeAt(0)),
      [...'<svg xmlns="">'].map((sign) => sign.charCodeAt(0)),
      [0x4d, 0x5a, 0x90, 0x00],
    ].map((bytes) => Uint8Array.from(bytes));
    for (const bytes of begins) expect(found(bytes)).toBe(sniff(bytes));
    // A signature is one from the first byte on, and whole.
    for (const bytes of begins.slice(0, 4)) {
      for (const other of [bytes.slice(1), bytes.slice(0, 2)]) expect(found(other)).toBe(sniff(other));
    }
  });
});

describe('a value as PHP', () => {
  it('is quoted, nested and broken into lines', () => {
    expect(phpOf(String.raw`it's a \ `)).toBe(String.raw`'it\'s a \\ '`);
    expect(phpOf({ a: [null, true, 3], b: {} })).toBe(`['a' => [null, true, 3], 'b' => []]`);
    const long = ['x'.repeat(60), 'y'.repeat(60)];
    expect(phpOf(long)).toBe(`[\n    '${long[0]}',\n    '${long[1]}',\n]`);
  });
});
