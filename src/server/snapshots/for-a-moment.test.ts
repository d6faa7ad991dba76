import { expect, it } from 'vitest';
import { forAMoment } from './for-a-moment.js';

it('gives an answer again for a minute and no longer, also where the clock is set back', async () => {
  let now = 1_000_000_000;
  let made = 0;
  const held = forAMoment<number>(() => now);
  const ask = () => held('fund', async () => (made += 1));
  expect(await ask()).toBe(1);
  now += 59_000;
  expect(await ask()).toBe(1);
  now += 2_000;
  expect(await ask()).toBe(2);
  now -= 86_400_000;
  expect(await ask()).toBe(3);
});
