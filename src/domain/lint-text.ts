import type { Report } from './lint.types.js';

const markup = /<\/?[a-z!?]|&(?:#\d+|#x[\da-f]+|lt|gt|amp|quot|nbsp);|javascript:|\bon[a-z]+\s*=/i;
const MOST_WARNINGS = 50;

/**
 * Warns of texts that look like markup. Texts are only ever shown as text, so it is harmless; but whoever wrote it
 * expected something else, or meant harm. Walks without recursion.
 */
export function lintText(root: object, report: Report): void {
  const waiting: { value: unknown; path: string[] }[] = [{ value: root, path: [] }];
  let warnings = 0;
  for (let next = waiting.pop(); next && warnings < MOST_WARNINGS; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && markup.test(value)) {
      report('markup-in-text', path, {}, 'warning');
      warnings += 1;
    } else if (typeof value === 'object' && value !== null && path.length < 64)
      for (const [key, part] of Object.entries(value)) waiting.push({ value: part, path: [...path, key] });
  }
}
