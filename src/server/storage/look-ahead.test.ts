import { expect, it } from 'vitest';
import { outlookOf } from './look-ahead.js';

it('looks for all that a decision is about at once', () => {
  const about = { expected: 0, id: 'lenh', record: 'qd-1' };
  const grants = [{ assessment: 'a-1', expected: 3 }, { assessment: 'a-2' }, { assessment: { $ne: 1 } }, 7];
  expect(outlookOf([{ ...about, kind: 'recognition.grant', payload: { grants } }])).toMatchObject({
    commands: ['lenh'],
    assessments: ['a-1', 'a-2'],
    titles: ['a-1', 'a-2'],
  });
  expect(
    outlookOf([{ ...about, kind: 'recognition.grant', payload: { grants: 'a-1' } }]).assessments,
  ).toEqual([]);
  for (const kind of ['recognition.refuse', 'recognition.revoke'])
    expect(outlookOf([{ ...about, kind, record: 'a-3', payload: {} }]).assessments).toEqual(['a-3']);
});
