import { describe, expect, it } from 'vitest';
import { pagesAhead } from './pages-ahead.js';

const three = async (cursor: string | undefined): Promise<{ items: number[]; next?: string }> =>
  cursor === undefined
    ? { items: [1, 2], next: 'a' }
    : cursor === 'a'
      ? { items: [3], next: 'b' }
      : { items: [4] };

async function taken(ask: Parameters<typeof pagesAhead<number>>[0], most = 9): Promise<number[][]> {
  const found: number[][] = [];
  for await (const items of pagesAhead(ask)) {
    found.push([...items]);
    if (found.length === most) break;
  }
  return found;
}

describe('pages asked for ahead', () => {
  it('come in order, to the last', async () => {
    expect(await taken(three)).toEqual([[1, 2], [3], [4]]);
  });

  it('are asked for while the one before is looked at, and no further', async () => {
    const asked: unknown[] = [];
    const pages = pagesAhead((cursor) => (asked.push(cursor), three(cursor)));
    await pages.next();
    expect(asked).toEqual([undefined, 'a']);
    await pages.next();
    expect(asked).toEqual([undefined, 'a', 'b']);
  });

  it('end where a back end leads in a circle, or answers nothing', async () => {
    expect(await taken(async () => ({ items: [1], next: 'a' }))).toEqual([[1], [1]]);
    expect(await taken(async () => ({ items: [], next: 'a' }))).toEqual([[]]);
  });

  it('fail when the turn of the page comes, after what came before it', async () => {
    const failing = (cursor: string | undefined): ReturnType<typeof three> =>
      cursor === undefined ? three(cursor) : Promise.reject(new Error('gone'));
    const pages = pagesAhead(failing);
    expect((await pages.next()).value).toEqual([1, 2]);
    await expect(pages.next()).rejects.toThrow('gone');
    // Nobody waits for the second any more, and its failure troubles nobody.
    expect(await taken(failing, 1)).toEqual([[1, 2]]);
  });
});
