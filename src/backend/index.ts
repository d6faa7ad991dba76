// The port and everything that somebody needs who fills it. Adapters have their own entry files.
export type * from './port.js';
export { errorCodes } from './error-codes.js';
export { HtsdError, isHtsdError, toHtsdError, type ErrorCode, type HtsdErrorOptions } from './errors.js';
export type { Catalog } from './catalog.js';
export type { Change, Guard, LogEntry, RecordStore, WrittenRecord } from './record-store.js';
export { namesFile, recordKey, recordVersion } from './record-store.js';
export { applyCommands, type ApplyOptions } from './apply.js';
export { answerQuery, type QueryContext, type RecordReader, type Scan } from './answer-query.js';
export { createCharge, type Charge, type ChargeOptions } from './charge.js';
export { knownParts } from './known-parts.js';
export { grown as grownTally, tallyId } from '../domain/area/tallies.js';
export type { References } from '../domain/area/references.types.js';
export { checkFile, maxFileMegabytes, type CheckedFile } from './check-file.js';
export { conformance, type ConformanceCase, type Harness } from './conformance/conformance.js';
