import type { Generated } from 'kysely';

/**
 * Tables of the server. Every key holds the province, by which the tables can be distributed. Values are JSON as text: of
 * what a record says nothing is asked in SQL but what stands in a column of its own.
 */
export interface Tables {
  record: RecordTable;
  tally: TallyTable;
  command: CommandTable;
  file: FileTable;
  standing: StandingTable;
  file_ref: FileRefTable;
  file_holder: FileHolderTable;
  whereabouts: WhereaboutsTable;
  delivery: DeliveryTable;
}

/** Every kind of record that a command can write, but tallies. */
export interface RecordTable {
  province: string;
  type: string;
  id: string;
  version: number;
  /** What lists are narrowed by: the subject of an assessment, the fund of a round; '' where there is nothing. */
  parent: string;
  /** Whose it is; '' where it is nobody's. */
  owner: string;
  /** The subject or fund that a scope has to name; '' where it is about none. */
  subject: string;
  /** Year of an assessment, else ''. */
  cycle: string;
  /** An assessment that goes on: one a subject and year. */
  open: boolean;
  /** Type, state, model and year of an assessment or a title, by which lists are narrowed; else ''. */
  listed: string;
  value: string;
}

/** Counts of subjects, kept with each command. */
export interface TallyTable {
  province: string;
  id: string;
  version: number;
  cycle: string;
  model: string;
  subject_group: string;
  place: string;
  subjects: number;
  registered: number;
  submitted: number;
  verified: number;
  recognised: number;
  refused: number;
}

/** Every command that was applied, never changed: who did what when, and the answer to whoever sends it again. */
export interface CommandTable {
  province: string;
  id: string;
  /** In the order of writing, which is not that of commits: `xid` tells which are done. */
  seq: Generated<string>;
  xid: Generated<string>;
  at: string;
  actor: string;
  kind: string;
  record: string;
  entry: string;
}

/** Evidence: what is known of a file whose bytes lie elsewhere. */
export interface FileTable {
  province: string;
  sha256: string;
  type: string;
  size: number;
  owner: string;
  at: string;
}

/**
 * Where a subject stands in a year, kept with its line of the register: what rows are chosen and sorted by. `cycle` is ''
 * where nothing is known of any year.
 */
export interface StandingTable {
  province: string;
  id: string;
  cycle: string;
  owner: string;
  model: string;
  subject_group: string;
  /** Code of the place, '' where it has none. */
  place: string;
  /** Place in the order of states. */
  state: number;
  /** Hundredths of points; -1 where there are none. */
  score: number;
  updated: string;
  place_sort: string;
  sort: string;
  search: string;
  /** When the subject itself was changed last: what a year is sorted by in which there is nothing of it. */
  changed: string;
  /** 1: nothing is known of years before; 2: of years after; 3: of both. 0: of either, or the subject is closed. */
  ends: number;
}

/** Which records name which files. */
export interface FileRefTable {
  province: string;
  sha256: string;
  type: string;
  id: string;
}

/** Who has brought a file himself. */
export interface FileHolderTable {
  province: string;
  sha256: string;
  owner: string;
  at: string;
}

/** Where subjects and funds are now: who is in charge of a place is so of what is about those in it. */
export interface WhereaboutsTable {
  province: string;
  /** 'subject' or 'fund'. */
  type: string;
  id: string;
  owner: string;
  /** Code of the place, '' where it has none. */
  place: string;
}

/** What is to be told outside, once for each who hears of it. */
export interface DeliveryTable {
  province: string;
  /** Name of who hears of it. */
  webhook: string;
  /** Of the event: the same for everybody, and however often it is sent. */
  id: string;
  seq: Generated<string>;
  kind: string;
  /** What of one line is told in order: that of a subject, a fund, or a record that is about neither. */
  line: string;
  /** As it is sent. */
  body: string;
  at: string;
  state: Generated<'waiting' | 'delivered' | 'dead'>;
  /** When it is sent next; while somebody is at it, when he is thought to be gone. */
  due: string;
  /** From when the days count after which it is given up. */
  since: string;
  attempts: Generated<number>;
  ended: string | null;
}
