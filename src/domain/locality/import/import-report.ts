/** How bad it is: not taken; taken, to be looked at; put right by itself. */
export type ImportSeverity = 'error' | 'warning' | 'note';

/** What is said of a file or a line, and how bad it is. A code here is a sentence in the dictionaries. */
export const importCodes = {
  empty: 'error',
  'too-large': 'error',
  encoding: 'error',
  'not-json': 'error',
  'too-deep': 'error',
  shape: 'error',
  'too-many': 'error',
  'not-a-record': 'error',
  'missing-code': 'error',
  'bad-code': 'error',
  'bad-day': 'error',
  'missing-name': 'error',
  'long-name': 'error',
  garbled: 'error',
  invalid: 'error',
  'unknown-parent': 'error',
  'unknown-province': 'error',
  'parent-differs': 'error',
  reused: 'error',
  'local-code': 'warning',
  'code-by-name': 'warning',
  'name-differs': 'warning',
  'not-in-list': 'warning',
  'no-origin': 'warning',
  'shares-sum': 'warning',
  'shares-partial': 'warning',
  'province-partial': 'warning',
  count: 'warning',
  'padded-code': 'note',
  'cleaned-name': 'note',
  'field-twice': 'note',
  'no-old-place': 'note',
  twice: 'note',
  fault: 'error',
  doubt: 'warning',
} as const satisfies Record<string, ImportSeverity>;
export type ImportCode = keyof typeof importCodes;

/** One sentence about one line of a file. `fault` and `doubt` carry the code of `lintGazetteer` as `fault`. */
export interface ImportRemark {
  readonly file: string;
  /** Counted from 1; of a record the line that it begins on. 0: of the file as a whole. */
  readonly line: number;
  /** Where in the JSON, `[3].Wards[12]`. */
  readonly path: string;
  readonly code: ImportCode;
  readonly severity: ImportSeverity;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Where a record stands. */
export interface ImportPlace {
  readonly file: string;
  readonly line: number;
  readonly path: string;
}

/** Takes remarks down; a hostile file fills no memory with them. */
export class ImportReport {
  readonly remarks: ImportRemark[] = [];
  /** How many were not kept. */
  unsaid = 0;
  #errors = 0;

  constructor(private readonly most = 20_000) {}

  /** True once anything was refused. */
  get failed(): boolean {
    return this.#errors > 0;
  }

  readonly add = (
    place: ImportPlace,
    code: ImportCode,
    params: Readonly<Record<string, string | number>> = {},
  ): void => {
    const severity = importCodes[code];
    if (severity === 'error') this.#errors++;
    if (this.remarks.length < this.most) this.remarks.push({ ...place, code, severity, params });
    else this.unsaid++;
  };
}
