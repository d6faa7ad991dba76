import { sql, type Kysely } from 'kysely';

/**
 * Makes a role without a login, and lets whoever migrates be it. Roles belong to all databases of a server: the program of another
 * province may have brought it. From PostgreSQL 16 on only that one, or a superuser, gives it to others; where he has, it is well.
 */
export async function takeRole(db: Kysely<never>, role: `htsd_${string}`): Promise<void> {
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = ${sql.lit(role)}) then create role ${sql.id(role)} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`.execute(db);
  await sql`do $$ begin execute format('grant %I to %I', ${sql.lit(role)}, current_user);
  exception when insufficient_privilege then
    if not pg_has_role(${sql.lit(role)}, 'member') then raise; end if; end $$`.execute(db);
}
