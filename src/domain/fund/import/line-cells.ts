import type { Header } from './find-header.js';
import type { ColumnRole, LineProblem, lookCodes, stopCodes } from './import.types.js';
import type { TableCell, TableRow } from './table.types.js';

/** Most characters that an entry keeps of each. */
const longest = { purpose: 2000, note: 2000, party: 255, address: 255, papers: 255, phone: 40 } as const;

/** The cells of a row by what they mean, and the problems that were found in them. */
export class LineCells {
  readonly problems: LineProblem[] = [];

  constructor(
    readonly row: TableRow,
    private readonly header: Header,
  ) {
    const cells = row.cells.flatMap((cell, column) =>
      cell && header.roles[column] !== undefined && header.roles[column] !== 'ignored'
        ? [{ cell, column }]
        : [],
    );
    if (row.hidden) this.look('hidden-row');
    const formula = cells.find(({ cell }) => cell.formula);
    if (formula) this.look('formula', {}, formula.column);
    // A cell that is merged with others of its own line misleads nobody.
    const merged = cells.find(({ cell }) => cell.merged === 'below');
    if (merged) this.look('merged', {}, merged.column);
  }

  /** The first cell with the role in which something stands, and its column. Copies beside a merged cell are none. */
  find(role: ColumnRole): { cell: TableCell; column: number } | undefined {
    for (const [column, own] of this.header.roles.entries()) {
      const cell = own === role ? this.row.cells[column] : undefined;
      if (cell && cell.merged !== 'beside' && (cell.text !== '' || cell.formula)) return { cell, column };
    }
    return undefined;
  }

  /** What stands in all cells with the role, put together. */
  text(role: ColumnRole): string {
    const texts = this.header.roles.flatMap((own, column) => {
      const cell = own === role ? this.row.cells[column] : undefined;
      return cell && cell.text !== '' && cell.merged !== 'beside' ? [cell.text] : [];
    });
    return [...new Set(texts)].join('; ');
  }

  /** The same, where it is not longer than an entry can keep. */
  kept(role: keyof typeof longest): string | undefined {
    const text = this.text(role);
    const limit = longest[role];
    if (text.length > limit) this.stop('text-too-long', { limit, n: text.length }, this.find(role)?.column);
    return text === '' || text.length > limit ? undefined : text;
  }

  stop(code: (typeof stopCodes)[number], params: LineProblem['params'] = {}, column?: number): void {
    this.add({
      key: `import.line.${code}`,
      severity: 'stop',
      params,
      ...(column !== undefined && { column }),
    });
  }

  look(code: (typeof lookCodes)[number], params: LineProblem['params'] = {}, column?: number): void {
    this.add({
      key: `import.line.${code}`,
      severity: 'look',
      params,
      ...(column !== undefined && { column }),
    });
  }

  add(problem: LineProblem): void {
    this.problems.push(problem);
  }
}
