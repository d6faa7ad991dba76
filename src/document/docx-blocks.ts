import {
  AlignmentType,
  HeightRule,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { bodySpacing, halfPoints, slipSpacing, tight, twips, twipsOf } from './docx-units.js';
import { indent, sizes } from './layout.js';
import {
  text,
  type Align,
  type Block,
  type Cell,
  type Inline,
  type Row,
  type Table as TableBlock,
} from './official-document.js';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Align, unknown>;

/** Inside of a table cell, in twentieths of a point. */
const cellMargin = { left: twipsOf(4), right: twipsOf(4), top: twipsOf(2), bottom: twipsOf(2) } as const;

/** Points between a table and the paragraphs around it. */
const tableGap = 5;

/** The font that Word itself takes for a box to tick. */
const boxFont = 'MS Gothic';

/** Draws the blocks of a body; `width` is that of the text, in twentieths of a point. `slip`: lines of a voucher. */
export function docxBlocks(blocks: readonly Block[], width: number, slip = false): (Paragraph | Table)[] {
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'heading':
        return [
          docxLine(block.content, width, {
            spacing: { ...bodySpacing, before: block.level === 1 ? bodySpacing.after : 0 },
            indent: { firstLine: twips(indent) },
            keepNext: true,
            run: { bold: true },
            outlineLevel: block.level - 1,
          }),
        ];
      case 'paragraph': {
        const { spacing, ...look } = styles[block.style];
        const usual = slip && block.style !== 'note' ? slipSpacing : spacing;
        // A table has no margins of its own.
        const above = blocks[index - 1]?.kind === 'table' && { before: twipsOf(tableGap) };
        const below = blocks[index + 1]?.kind === 'table' && { after: twipsOf(tableGap) };
        return [
          docxLine(block.content, width, {
            ...look,
            spacing: { ...usual, ...above, ...below },
            // A voucher is not torn in two.
            keepNext: slip || (block.keepWithNext ?? false),
          }),
        ];
      }
      case 'list':
        return block.items.map((item) => docxLine([{ text: '- ' }, ...item], width, styles.body));
      default:
        return [table(block, width, slip)];
    }
  });
}

type LineOptions = Omit<IParagraphOptions, 'children' | 'text' | 'tabStops' | 'run'> & {
  /** For every run of the line. */
  run?: { bold?: boolean; italics?: boolean; size?: number; color?: string };
};

const styles = {
  body: {
    alignment: AlignmentType.JUSTIFIED,
    spacing: bodySpacing,
    indent: { firstLine: twips(indent) },
  },
  plain: { spacing: { ...bodySpacing, before: bodySpacing.after } },
  note: { spacing: { ...tight, before: twipsOf(2) }, run: { size: halfPoints(sizes.note) } },
  centre: { alignment: AlignmentType.CENTER, spacing: bodySpacing },
  name: {
    alignment: AlignmentType.CENTER,
    spacing: { ...tight, after: bodySpacing.after },
    run: { size: halfPoints(sizes.name), bold: true },
  },
  'long-name': {
    alignment: AlignmentType.CENTER,
    spacing: { ...tight, after: bodySpacing.after },
    run: { size: halfPoints(sizes.longName), bold: true },
  },
} as const satisfies Record<string, LineOptions>;

/** A paragraph. Dots to write on run up to its right edge. */
export function docxLine(
  content: string | readonly Inline[],
  width: number,
  options: LineOptions,
): Paragraph {
  const { run = {}, ...paragraph } = options;
  const parts: readonly Inline[] = typeof content === 'string' ? text(content) : content;
  const dotted = parts.some((one) => 'dots' in one);
  return new Paragraph({
    ...paragraph,
    // An empty line is as high as the type that it is set in.
    ...(parts.length === 0 && { run }),
    ...(parts.some((one) => 'box' in one) && { alignment: AlignmentType.LEFT }),
    ...(dotted && {
      alignment: AlignmentType.LEFT,
      tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    }),
    children: parts.map((one) => {
      if ('dots' in one) return new TextRun({ ...run, children: [new Tab()] });
      if ('box' in one) return new TextRun({ ...run, text: '☐', font: boxFont });
      return new TextRun({
        ...run,
        text: one.text,
        ...(one.bold && { bold: true }),
        ...(one.italic && { italics: true }),
        ...(one.raised && { superScript: true }),
      });
    }),
  });
}

/** `whole`: not torn in two at the end of a sheet. */
function table({ columns, head, rows }: TableBlock, width: number, whole: boolean): Table {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width / shares) * width));
  const draw = (list: readonly Row[], repeated: boolean): TableRow[] =>
    list.map((row, index) =>
      tableRow(
        whole || index === list.length - 2 ? { ...row, keepWithNext: true } : row,
        repeated,
        columns,
        widths,
      ),
    );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...draw(head, true), ...draw(rows, false)],
  });
}

function tableRow(
  row: Row,
  repeated: boolean,
  columns: TableBlock['columns'],
  widths: readonly number[],
): TableRow {
  let position = 0;
  const children = row.cells.map((one) => {
    const span = one.colSpan ?? 1;
    const width = widths.slice(position, position + span).reduce((sum, each) => sum + each, 0);
    const align = one.align ?? columns[position]?.align ?? 'left';
    position += span;
    return tableCell(one, width, align, repeated || row.keepWithNext === true);
  });
  return new TableRow({
    children,
    cantSplit: true,
    tableHeader: repeated,
    ...(row.minHeight !== undefined && { height: { value: twips(row.minHeight), rule: HeightRule.ATLEAST } }),
  });
}

function tableCell(cell: Cell, width: number, align: Align, keepNext: boolean): TableCell {
  const room = width - cellMargin.left - cellMargin.right;
  const lines = cell.lines.length > 0 ? cell.lines : [[]];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: cellMargin,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.colSpan !== undefined && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan !== undefined && { rowSpan: cell.rowSpan }),
    children: lines.map((content) =>
      docxLine(content, room, {
        alignment: alignments[align],
        spacing: tight,
        keepNext,
        run: { size: halfPoints(sizes.table), ...(cell.bold && { bold: true }) },
      }),
    ),
  });
}
