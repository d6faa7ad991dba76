import type { Block, Inline } from '../official-document.js';

/** Text of some content, boxes as "[ ]" and dots as "…". */
export function textOf(content: readonly Inline[]): string {
  return content.map((one) => ('text' in one ? one.text : 'box' in one ? '[ ]' : '…')).join('');
}

/** Every line of some blocks, tables row by row with cells parted by "|". */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => `- ${textOf(item)}`);
    if (block.kind !== 'table') return [textOf(block.content)];
    return [...block.head, ...block.rows].map(({ cells }) =>
      cells.map(({ lines }) => lines.map(textOf).join(' / ')).join('|'),
    );
  });
}
