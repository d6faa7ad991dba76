import type { Rejection } from '../reader.types.js';
import { RejectionCode } from '../receipt.schema.js';

/** What is wrong with one row of an import that was refused. */
export interface RowFault {
  /** Counted from 1, as the rows were sent. */
  row: number;
  /** The refusal of that row alone, for its sentence. */
  rejection: Pick<Rejection, 'code' | 'path'>;
}

/** The rows that a refused import names. Empty for every other refusal. */
export function rowFaults({ code, path = [] }: Pick<Rejection, 'code' | 'path'>): RowFault[] {
  if (code !== 'rows') return [];
  return path.slice(1).flatMap((text) => {
    const [, row, given, what] = /^(\d+)\.([a-z-]+)\.(.*)$/.exec(text) ?? [];
    const known = RejectionCode.safeParse(given);
    if (!known.success) return [];
    return [{ row: Number(row), rejection: { code: known.data, ...(what && { path: [what] }) } }];
  });
}
