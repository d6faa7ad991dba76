import { z } from './zod.js';
import { AreaCommand } from './area/area-command.schema.js';
import { areaQueries } from './area/area-query.schema.js';
import { AreaRecord } from './area/area-record.schema.js';
import { CoreCommand } from './command.schema.js';
import { FundCommand } from './fund/fund-command.schema.js';
import { fundQueries } from './fund/fund-query.schema.js';
import { FundRecord } from './fund/fund-record.schema.js';
import { coreQueries } from './query.schema.js';
import { CoreRecord } from './receipt.schema.js';

// For programs that want all schemas at once. Pages load those of funds and areas with the first question about one.

/** Every change there is, as plain JSON. */
export const Command = z.union([CoreCommand, FundCommand, AreaCommand]);
export type Command = z.infer<typeof Command>;

/** Every kind of record that a command can write. */
export const StoredRecord = z.union([CoreRecord, FundRecord, AreaRecord]);
export type StoredRecord = z.infer<typeof StoredRecord>;

/** Every question there is: parameters and the item of its answer. */
export const queries = { ...coreQueries, ...fundQueries, ...areaQueries } as const;
