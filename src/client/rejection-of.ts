import type { Rejection } from '../domain/reader.types.js';
import type { Receipt } from '../domain/receipt.schema.js';

/** Why a command was refused, out of its receipt. */
export function rejectionOf({ code, path, params }: Extract<Receipt, { status: 'rejected' }>): Rejection {
  return { code, ...(path && { path }), ...(params && { params }) };
}
