import type { ImportPlace } from './import-report.js';

/** A place as a list names it: of today, or with its district of before. */
export interface ListedPlace {
  readonly at: ImportPlace;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string;
  /** With its kind where it is known. */
  readonly fullName: string;
  readonly english?: string | undefined;
  readonly parent?: string | undefined;
  /** The list has districts: it is of before they ended. */
  readonly old: boolean;
}

/** One side of a row: names as they were cleaned, codes where the row has them. */
export interface NamedPlace {
  readonly code?: string | undefined;
  readonly fullName?: string | undefined;
}
export interface RowSide {
  readonly commune: NamedPlace;
  readonly district: NamedPlace;
  readonly province: NamedPlace;
}

/** A row of a mapping: a commune of before and what it, or a part of it, became. */
export interface MappingRow {
  readonly at: ImportPlace;
  readonly old: RowSide;
  readonly new: RowSide;
  readonly on?: string | undefined;
  /** What part went there: as the file has it. */
  readonly share?: string | undefined;
}
