import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from './answer.schema.js';
import { mergeAnswers } from './merge-answers.js';

const answer: fc.Arbitrary<Answer> = fc.record(
  { points: fc.constantFrom('', '7,', '8'), yes: fc.boolean(), note: fc.constantFrom('a', 'b') },
  { requiredKeys: [] },
);
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom('1', '2', '3', 'constructor'), answer, {
  noNullPrototype: true,
});

describe('mergeAnswers', () => {
  const before: Answers = {
    same: { points: '1' },
    mine: { points: '1' },
    theirs: { points: '1' },
    both: { points: '1' },
  };

  it('takes each change from the side that made it', () => {
    const mine = { ...before, mine: { points: '2' }, added: { yes: true } };
    const theirs = { ...before, theirs: { points: '3' } };
    expect(mergeAnswers(before, mine, theirs)).toEqual({
      answers: { ...before, mine: { points: '2' }, theirs: { points: '3' }, added: { yes: true } },
      conflicts: [],
    });
  });

  it('keeps mine and names the criterion where both changed it', () => {
    const merged = mergeAnswers(
      before,
      { ...before, both: { points: '2' } },
      { ...before, both: { points: '3' } },
    );
    expect(merged).toEqual({ answers: { ...before, both: { points: '2' } }, conflicts: ['both'] });
  });

  it('sees no conflict in the same change, in any order of keys', () => {
    const mine: Answers = { both: { points: '2', note: 'x', evidence: [] } };
    const theirs: Answers = { both: { evidence: [], note: 'x', points: '2' } };
    expect(mergeAnswers(before, mine, theirs).conflicts).toEqual([]);
  });

  it('counts an answer taken away as a change', () => {
    const { both: _gone, ...without } = before;
    expect(mergeAnswers(before, without, before).answers).toEqual(without);
    expect(mergeAnswers(before, before, without).answers).toEqual(without);
    expect(mergeAnswers(before, without, { ...before, both: { points: '9' } })).toEqual({
      answers: without,
      conflicts: ['both'],
    });
  });

  it('compares evidence by content', () => {
    const link = (url: string): Answer => ({
      evidence: [{ id: 'e', kind: 'link', name: 'n', url, addedAt: 'x' }],
    });
    const was = { a: link('https://a') };
    expect(mergeAnswers(was, { a: link('https://a') }, { a: link('https://b') }).answers).toEqual({
      a: link('https://b'),
    });
    expect(mergeAnswers(was, { a: { evidence: [] } }, { a: link('https://b') }).conflicts).toEqual(['a']);
  });

  it('is not misled by ids that every object inherits', () => {
    expect(mergeAnswers({}, {}, { constructor: { yes: true } }).answers).toEqual({
      constructor: { yes: true },
    });
    const hostile = JSON.parse('{"__proto__":{"yes":true}}') as Answers;
    const { answers: merged } = mergeAnswers({}, hostile, {});
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(Object.keys(merged)).toEqual(['__proto__']);
  });

  it('is idempotent, and changes nothing where only one side moved', () => {
    fc.assert(
      fc.property(answers, answers, answers, (was, mine, theirs) => {
        const { answers: merged } = mergeAnswers(was, mine, theirs);
        expect(mergeAnswers(was, merged, theirs).answers).toEqual(merged);
        expect(mergeAnswers(theirs, merged, theirs)).toEqual({ answers: merged, conflicts: [] });
        expect(mergeAnswers(was, mine, was)).toEqual({ answers: mine, conflicts: [] });
        expect(mergeAnswers(was, was, theirs)).toEqual({ answers: theirs, conflicts: [] });
        expect(mergeAnswers(was, mine, mine)).toEqual({ answers: mine, conflicts: [] });
      }),
    );
  });

  it('finds the same conflicts from either side, and agrees on everything else', () => {
    fc.assert(
      fc.property(answers, answers, answers, (was, mine, theirs) => {
        const here = mergeAnswers(was, mine, theirs);
        const there = mergeAnswers(was, theirs, mine);
        expect([...here.conflicts].sort()).toEqual([...there.conflicts].sort());
        for (const id of Object.keys({ ...here.answers, ...there.answers }))
          if (!here.conflicts.includes(id)) expect(here.answers[id]).toEqual(there.answers[id]);
      }),
    );
  });
});
