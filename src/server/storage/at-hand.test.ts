import { describe, expect, it } from 'vitest';
import { AtHand } from './at-hand.js';

const kept = (version: number, text = 'x') => ({ version, mark: 7, text });

describe('records at hand', () => {
  it('are there for a minute', () => {
    let now = 0;
    const hand = new AtHand(() => now);
    hand.keep('25 row a', kept(1));
    now = 59_999;
    expect(hand.get('25 row a')).toEqual(kept(1));
    now = 60_000;
    expect(hand.get('25 row a')).toBeUndefined();
    hand.keep('25 row a', kept(1));
    hand.drop('25 row a');
    expect(hand.get('25 row a')).toBeUndefined();
  });

  it('are the newest, in whichever order they come', () => {
    const hand = new AtHand(() => 0);
    hand.keep('a', kept(2));
    hand.keep('a', kept(1));
    expect(hand.get('a')?.version).toBe(2);
    hand.keep('a', kept(2, 'by hand'));
    expect(hand.get('a')?.text).toBe('by hand');
  });

  it('are forgotten, the oldest first, before they fill the memory', () => {
    const hand = new AtHand(() => 0);
    const long = 'x'.repeat(100_000);
    for (let no = 0; no < 80; no += 1) hand.keep(`r${no}`, kept(1, long));
    // In place of itself it needs no more room.
    hand.keep('r79', kept(2, long));
    expect(hand.get('r0')).toBeDefined();
    hand.keep('r80', kept(1, long));
    // A tenth at a time.
    const there = Array.from({ length: 81 }, (_, no) => no).filter((no) => hand.get(`r${no}`));
    expect(there).toEqual(Array.from({ length: 72 }, (_, no) => no + 9));
  });
});
