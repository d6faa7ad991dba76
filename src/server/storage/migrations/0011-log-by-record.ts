import { sql, type Kysely } from 'kysely';

/**
 * What the log says of somebody was looked for through all of it: after five years a province keeps millions of lines. What a line
 * is about stands from now on in a digest of each megabyte of the log, which is made when that is full: no command writes an entry
 * for it. Lines that may name somebody in a list are few, and have an index of their own.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // Room for a megabyte in which every line is about another record; of those that volunteers write, one in seven is.
  await sql`create index command_record on command
    using brin (record text_bloom_ops (n_distinct_per_range = 1500, false_positive_rate = 0.001))
    with (pages_per_range = 128, autosummarize = on)`.execute(db);
  await sql`create index command_list on command (province, seq)
    where kind in ('subject.import', 'recognition.grant')
      or (kind in ('subject.register', 'subject.update') and entry like '%"members":{%"ids":["%')`.execute(
    db,
  );
}
