/** A row that is drawn again and again, each time for another record. */
export interface WindowRow {
  /** Has the role `row`; its cells follow the columns of the window. */
  readonly element: HTMLElement;
  /** Shows the row with this number (from 0). */
  paint(row: number): void;
}

export interface WindowColumn<S extends string = string> {
  readonly id: string;
  readonly label: string;
  /** A button sorts by it. */
  readonly sort?: S;
  /** Figures stand at the end. */
  readonly figures?: boolean;
  /** Why it is empty unless the rows stand by their numbers: it runs on from one to the next. */
  readonly runs?: string;
}

export interface WindowOptions<S extends string = string> {
  readonly columns: readonly WindowColumn<S>[];
  readonly makeRow: () => WindowRow;
  /** A person pressed a column's button. */
  readonly onSort: (column: S) => void;
  /** A person chose a row, by Enter or by a click. */
  readonly onOpen: (row: number) => void;
  /** What paper says under the rows; `printed` are on it. */
  readonly printNote: (printed: number, all: number) => string;
}
