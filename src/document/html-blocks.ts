import { make } from './html-make.js';
import type { Block, Cell, Inline, Row, Table } from './official-document.js';

/** Draws the blocks of a body. */
export function htmlBlocks(blocks: readonly Block[], target: Document): HTMLElement[] {
  const el = make(target);
  return blocks.flatMap((block): HTMLElement[] => {
    switch (block.kind) {
      case 'heading':
        return [el(block.level === 1 ? 'h2' : 'h3', `h${block.level}`, inlines(block.content, target))];
      case 'paragraph': {
        const style =
          { body: 'body-text', name: 'name-line', 'long-name': 'name-line long' }[block.style as string] ??
          block.style;
        return [line(`${style}${block.keepWithNext ? ' keep' : ''}`, block.content, target)];
      }
      case 'list':
        return block.items.map((item) => line('item', [{ text: '- ' }, ...item], target));
      default:
        return [table(block, target)];
    }
  });
}

/** A paragraph; with dots to write on it becomes a row whose dots take what is left. */
function line(name: string, content: readonly Inline[], target: Document): HTMLElement {
  const el = make(target);
  const dotted = content.some((one) => 'dots' in one);
  const ticked = content.some((one) => 'box' in one) ? ' ticked' : '';
  if (!dotted) return el('p', (name + ticked).trim(), inlines(content, target));
  const before = content.filter((one) => !('dots' in one));
  return el('p', `${name} has-dots`, [
    ...(before.length > 0 ? [el('span', '', [...inlines(before, target), '\u00a0'])] : []),
    el('span', 'dots', []),
  ]);
}

function inlines(content: readonly Inline[], target: Document): (Node | string)[] {
  const el = make(target);
  return content.flatMap((one): (Node | string)[] => {
    if ('box' in one) return [el('span', 'box', ['\u00a0'.repeat(4)])];
    if ('dots' in one) return [];
    let node: Node | string = one.text;
    // A mark never starts a line of its own.
    if (one.raised) node = el('sup', '', ['\u2060', node]);
    if (one.italic) node = el('i', '', [node]);
    if (one.bold) node = el('b', '', [node]);
    return [node];
  });
}

function table({ columns, head, rows }: Table, target: Document): HTMLElement {
  const el = make(target);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = el(
    'colgroup',
    '',
    columns.map(({ width }) => {
      const column = el('col', '', []);
      // Through the object model, which a policy without inline styles allows.
      column.style.width = `${(width / whole) * 100}%`;
      return column;
    }),
  );
  const draw = (list: readonly Row[], tag: 'th' | 'td'): HTMLElement[] =>
    list.map((row) => tableRow(row, tag, columns, target));
  return el('table', '', [widths, el('thead', '', draw(head, 'th')), el('tbody', '', draw(rows, 'td'))]);
}

function tableRow(row: Row, tag: 'th' | 'td', columns: Table['columns'], target: Document): HTMLElement {
  const el = make(target);
  let position = 0;
  const cells = row.cells.map((one) => {
    const align = one.align ?? columns[position]?.align ?? 'left';
    position += one.colSpan ?? 1;
    return tableCell(one, tag, align, target);
  });
  const names = [row.keepWithNext ? 'keep' : ''];
  const element = el('tr', names.filter(Boolean).join(' '), cells);
  if (row.minHeight !== undefined) element.style.height = `${row.minHeight}mm`;
  return element;
}

function tableCell(
  { lines, bold, colSpan, rowSpan }: Cell,
  tag: 'th' | 'td',
  align: string,
  target: Document,
) {
  const element = make(target)(
    tag,
    `${align}${bold ? ' strong' : ''}`,
    lines.map((content) => line('', content, target)),
  );
  if (colSpan) element.colSpan = colSpan;
  if (rowSpan) element.rowSpan = rowSpan;
  if (tag === 'th') element.setAttribute('scope', 'col');
  return element;
}
