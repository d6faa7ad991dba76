import type { RegisterEntry } from '../domain/area/area-record.schema.js';

/** What lines of the register are kept in the order of: the name as it is searched, then the id. */
export const registerKey = ({ search, id }: Pick<RegisterEntry, 'search' | 'id'>): string =>
  `${search.split('\n', 1)[0]!.slice(0, 80)}\u0000${id}`;
