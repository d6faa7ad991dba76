import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HtsdError } from '../backend/errors.js';
import { createAutosave } from './autosave.js';
import type { SaveState } from './view.types.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk on which a save takes `takes` milliseconds, and what was written when. */
function disk(takes = 5) {
  const times: number[] = [];
  const states: SaveState[] = [];
  let under = 0;
  let most = 0;
  let fails: Error | undefined;
  const autosave = createAutosave(
    async () => {
      times.push(performance.now());
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, takes));
      under -= 1;
      if (fails) throw fails;
    },
    (state) => states.push(state),
    () => '2026-11-20T02:00:00.000Z',
  );
  return { autosave, times, states, most: () => most, fail: (error: Error | undefined) => (fails = error) };
}

describe('autosave', () => {
  it('saves the first keystroke within 300 ms', async () => {
    const { autosave, times, states } = disk();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(300);
    expect(times).toHaveLength(1);
    expect(states.map(({ status }) => status)).toEqual(['saving', 'saved']);
  });

  it('says that all is saved only while nothing was typed since', async () => {
    const { autosave, states } = disk(100);
    autosave.touch();
    expect(states.at(-1)).toEqual({ status: 'saving' });
    await vi.advanceTimersByTimeAsync(250);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(100);
    expect(states.at(-1)).toEqual({ status: 'saving' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toMatchObject({ status: 'saved' });
    autosave.touch();
    expect(states.at(-1)).toEqual({ status: 'saving' });
  });

  it.each([1, 400, 2_500])(
    'never waits longer than a second while somebody types on, on a disk of %i ms',
    async (takes) => {
      const { autosave, times, most } = disk(takes);
      const start = performance.now();
      for (let passed = 0; passed < 10_000; passed += 50) {
        autosave.touch();
        await vi.advanceTimersByTimeAsync(50);
      }
      const gaps = times.map((time, index) => time - (index ? times[index - 1]! + takes : start));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(1_000);
      expect(times[0]! - start).toBeLessThanOrEqual(300);
      expect(most()).toBe(1);
      // And does not write with every keystroke either.
      expect(times.length).toBeLessThan(20);
    },
  );

  it('tries again after a failure, by itself and with the next change', async () => {
    const { autosave, times, states, fail } = disk();
    fail(new HtsdError('quota'));
    autosave.touch();
    await vi.advanceTimersByTimeAsync(300);
    expect(states.at(-1)).toMatchObject({ status: 'failed', problem: { code: 'quota' } });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times).toHaveLength(2);
    fail(undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states.at(-1)).toMatchObject({ status: 'saved' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times).toHaveLength(3);
  });

  it('has everything on disk when flush resolves, also what came during a save', async () => {
    const { autosave, times, most } = disk(100);
    autosave.touch();
    const first = autosave.flush();
    await vi.advanceTimersByTimeAsync(10);
    autosave.touch();
    const second = autosave.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all([first, second]);
    expect(times).toHaveLength(2);
    expect(most()).toBe(1);
  });

  it('says by flush that it could not', async () => {
    const { autosave, fail } = disk();
    fail(new HtsdError('quota'));
    autosave.touch();
    const flushed = autosave.flush();
    const told = expect(flushed).rejects.toMatchObject({ code: 'quota' });
    await vi.advanceTimersByTimeAsync(300);
    await told;
  });

  it('writes at once when the page goes, even beside a save that is under way', async () => {
    const { autosave, times } = disk(10_000);
    autosave.rescue();
    expect(times).toHaveLength(0);
    autosave.touch();
    autosave.rescue();
    expect(times).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(300);
    autosave.touch();
    autosave.rescue();
    expect(times).toHaveLength(3);
  });

  it('goes by no clock that can jump', async () => {
    const { autosave, times } = disk();
    autosave.touch();
    vi.setSystemTime(new Date('1999-01-01'));
    await vi.advanceTimersByTimeAsync(300);
    vi.setSystemTime(new Date('2099-01-01'));
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times).toHaveLength(2);
  });
});
