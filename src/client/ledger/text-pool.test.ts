import { describe, expect, it } from 'vitest';
import { ranks, TextPool } from './text-pool.js';

function poolOf(texts: readonly string[]): TextPool {
  const pool = new TextPool();
  for (const text of texts) pool.add(text);
  return pool;
}

function run<T>(work: Generator<void, T, undefined>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

describe('texts of a ledger', () => {
  const texts = Array.from({ length: 1_500 }, (_, at) => `Hộ số ${at} thôn ${at % 2 ? 'Hoà' : 'Hoa'}`);

  it('are found where they are, though two prepare them in turns', () => {
    const pool = poolOf(texts);
    const [idle, asked] = [pool.prepare(), pool.prepare()];
    // Whoever types while the rest is made ready asks in between.
    for (let going = true; going;) going = [idle.next(), asked.next()].some(({ done }) => !done);
    for (const at of [0, 300, 777, 1_499]) {
      const found = run(pool.rank(`số ${at} thôn`));
      expect([...found.keys()].filter((id) => found[id] !== ranks.none)).toEqual([at]);
    }
  });

  it('are each ranked by themselves: a term does not run from one into the next', () => {
    const pool = poolOf(['Lê Hoa', 'Hồng Hà', 'Hoà', 'Lê']);
    expect([...run(pool.rank('hoa hong'))]).toEqual([0, 0, 0, 0]);
    expect([...run(pool.rank('hoà'))]).toEqual([ranks.loose, ranks.none, ranks.exact, ranks.none]);
    expect([...run(pool.rank('lê'))]).toEqual([ranks.exact, 0, 0, ranks.exact]);
  });

  it('that come later are found too', () => {
    const pool = poolOf(texts.slice(0, 300));
    run(pool.prepare());
    for (const text of texts) pool.add(text);
    expect(run(pool.rank('hoà')).reduce((sum, how) => sum + how, 0)).toBe(750 * ranks.exact + 750);
  });
});
