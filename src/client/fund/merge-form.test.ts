import { describe, expect, it } from 'vitest';
import { mergeForm, typedOver, withField } from './merge-form.js';

const began = { name: 'Quỹ A', limit: '5', retired: { x: false }, plans: { 2026: { sach: '1', but: '2' } } };

describe('mergeForm', () => {
  it('takes over what only the others changed, keeps what only this person typed, and asks about the rest', () => {
    const typed = {
      ...began,
      limit: '7',
      retired: { x: true },
      plans: { 2026: { sach: '3', but: '2' } },
    };
    const now = {
      ...began,
      name: 'Quỹ B',
      limit: '9',
      retired: { x: false, y: false },
      plans: { 2026: { sach: '1', but: '4' }, 2027: { sach: '5' } },
    };
    expect(mergeForm(typed, began, now)).toEqual({
      form: {
        name: 'Quỹ B',
        limit: '7',
        retired: { x: true, y: false },
        plans: { 2026: { sach: '3', but: '4' }, 2027: { sach: '5' } },
      },
      clashes: [{ path: ['limit'], before: '5', theirs: '9' }],
      taken: [
        { path: ['name'], before: 'Quỹ A', theirs: 'Quỹ B' },
        { path: ['retired', 'y'], before: undefined, theirs: false },
        { path: ['plans', '2026', 'but'], before: '2', theirs: '4' },
        { path: ['plans', '2027', 'sach'], before: undefined, theirs: '5' },
      ],
    });
  });

  it('finds nothing to ask where both say the same, or a field is gone that nobody typed in', () => {
    const { form, clashes, taken } = mergeForm(
      { a: 'mới', of: { b: 'cũ' } },
      { a: 'cũ', of: { b: 'cũ' } },
      { a: 'mới', of: {} },
    );
    expect({ form, clashes }).toEqual({ form: { a: 'mới', of: {} }, clashes: [] });
    expect(taken.map(({ path }) => path.join('.'))).toEqual(['of.b']);
  });
});

describe('typedOver', () => {
  it('counts as typed only what differs from what was shown', () => {
    const now = { ...began, name: 'Quỹ B' };
    const { form: shown } = mergeForm(began, began, now);
    const typed = typedOver(began, shown, { ...shown, limit: '7' });
    expect(typed).toEqual({ ...began, limit: '7' });
    // So that the next change of the name is no question either.
    expect(mergeForm(typed, began, { ...now, name: 'Quỹ C' }).clashes).toEqual([]);
  });
});

it('withField changes one field, however deep it lies', () => {
  expect(withField(began, ['plans', '2027', 'sach'], '5')).toEqual({
    ...began,
    plans: { ...began.plans, 2027: { sach: '5' } },
  });
  expect(withField(began, ['name'], 'Quỹ C').name).toBe('Quỹ C');
});
