import { expect } from '@open-wc/testing';
import { createBadgeShelf } from './badge-shelf.js';

const at = (day: number): string => `2026-01-01T00:00:00.${String(day).padStart(3, '0')}Z`;

describe('the shelf of what checks badges', () => {
  const name = `shelf-${Date.now()}`;
  const shelf = createBadgeShelf(name);

  it('gives back what was learned, and the newer of two', async () => {
    await shelf.keep({
      documents: { 'did:web:a': { content: { id: 1 }, fetchedAt: at(1) } },
      statusLists: {},
    });
    await shelf.keep({
      documents: { 'did:web:a': { content: { id: 2 }, fetchedAt: at(2) } },
      statusLists: { 'https://a.example/1': { content: 'eyJ', fetchedAt: at(3) } },
    });
    expect(await createBadgeShelf(name).read()).to.deep.equal({
      documents: { 'did:web:a': { content: { id: 2 }, fetchedAt: at(2) } },
      statusLists: { 'https://a.example/1': { content: 'eyJ', fetchedAt: at(3) } },
    });
  });

  it('keeps thirty lists, the newest', async () => {
    const many = Array.from({ length: 40 }, (_, index) => [
      `https://b.example/${index}`,
      { content: index, fetchedAt: at(100 + index) },
    ]);
    await shelf.keep({ documents: {}, statusLists: Object.fromEntries(many) as Record<string, never> });
    const kept = Object.keys((await shelf.read()).statusLists);
    expect(kept.length).to.equal(30);
    expect(kept).to.include('https://b.example/39');
    expect(kept).not.to.include('https://a.example/1');
  });
});
