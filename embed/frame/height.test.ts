import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeightJudge } from './height.js';

/** Lets content and window answer each other as in a page, for two minutes of its time; answers the heights that were told. */
function play(contentOf: (windowHeight: number, now: number) => number, start = 300): number[] {
  const judge = new HeightJudge();
  const told: number[] = [];
  let [windowHeight, now] = [start, 0];
  for (let step = 0; step < 500 && now < 120_000; step++) {
    const verdict = judge.next(contentOf(windowHeight, now), windowHeight, now);
    if (!verdict) now += 1_000;
    else if ('later' in verdict) now += verdict.later;
    else {
      windowHeight = verdict.height;
      told.push(windowHeight);
      now += 16;
    }
  }
  return told;
}

describe('the height of a frame', () => {
  it('is told once for content that stays as it is, rounded up', () => {
    expect(play(() => 420.2)).toEqual([421]);
  });

  it('follows content that comes bit by bit to its end', () => {
    const told = play((_, now) => Math.min(200 + now * 3, 1_800));
    expect(told.at(-1)).toBe(1_800);
  });

  it('shrinks, too, and says nothing while the frame is hidden', () => {
    const judge = new HeightJudge();
    expect(judge.next(900, 300, 0)).toEqual({ height: 900 });
    expect(judge.next(0, 0, 10)).toBeUndefined();
    expect(judge.next(500, 900, 20)).toEqual({ height: 500 });
  });

  it.each([
    ['a little more than its window', (height: number) => height + 10],
    ['twice its window', (height: number) => height * 2],
  ])('ends where content always wants %s, at the height it asked for first', (_, wants) => {
    const told = play(wants);
    expect(told.length).toBeLessThan(15);
    expect(told.at(-1)).toBe(told[0]);
  });

  it('lets what a person opens grow after that, and ends again', () => {
    const judge = new HeightJudge();
    let [height, now, count] = [300, 0, 0];
    const run = (): void => {
      for (let step = 0; step < 50; step++) {
        const verdict = judge.next(height + 10, height, now);
        if (verdict && 'height' in verdict) {
          height = verdict.height;
          count++;
        }
        now += 1_000;
      }
    };
    run();
    const before = count;
    judge.touched();
    run();
    expect(count).toBeGreaterThan(before);
    judge.touched();
    run();
    const after = count;
    judge.touched();
    run();
    expect(count).toBe(after);
  });

  it('comes to rest for whatever content does with its window', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), fc.nat(2_000), (factor, more) => {
        const told = play((height) => Math.min(height * factor, 1e7) + more + 1);
        expect(told.length).toBeLessThan(120);
        expect(told.at(-1)).toBeGreaterThan(0);
      }),
    );
  });
});
