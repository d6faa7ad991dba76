import { sql, type Kysely, type QueryExecutorProvider } from 'kysely';

/** Everybody behind the wall. */
const roles = ['writer', 'reader', 'eraser', 'teller', 'overseer'] as const;

/**
 * A copy of the program that still runs while a newer one changes the form of what is kept would go on in the old one: what it wrote
 * was in no list by state, and nobody was told. From here on the log takes lines only of who says which form he knows (`closeTo`);
 * all else is written in the same statement. What was done here may be read, so that such a copy can say that it is one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create policy known_form on command as restrictive for insert with check (true)`.execute(db);
  for (const role of roles)
    await sql`grant select on htsd_migration to ${sql.id(`htsd_${role}`)}`.execute(db);
}

/** From now on nothing is written but by programs that know this form: the name of the step that brought it. */
export async function closeTo(db: QueryExecutorProvider, form: string): Promise<void> {
  await sql`alter policy known_form on command
    with check ((select current_setting('htsd.form', true)) = ${sql.lit(form)})`.execute(db);
}
