import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** What stands before each table: a policy, and whom it lets through; '' where it holds back whoever is let through. */
export const wall: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  command: { all_of_it: 'writer', all_of_it_to_erase: 'eraser', known_form: '', one_province: '' },
  delivery: { all_of_it: 'teller', put_in: 'writer', one_province: '' },
  file: { all_of_it: 'reader writer', whole_province: 'overseer', one_province: '' },
  file_holder: { all_of_it: 'writer', one_province: '' },
  file_ref: { all_of_it: 'writer', one_province: '' },
  record: read('writer'),
  standing: read('writer'),
  tally: { all_of_it: 'reader writer', whole_province: 'overseer', one_province: '' },
  whereabouts: read('writer'),
};

/** Of what a person reads only what is his, or in his charge. */
function read(all: string): Readonly<Record<string, string>> {
  return { all_of_it: all, own_or_in_charge: 'reader', whole_province: 'overseer', one_province: '' };
}

/**
 * The second wall does not stand as this version built it: the database was restored before its roles, or without rights. Nothing
 * could be read or written on it, or nothing would seem to be there.
 */
export class BrokenWall extends Error {
  override readonly name = 'BrokenWall';
  /** What is missing: `role htsd_writer`, `policy one_province on record`. */
  readonly missing: string;

  constructor(missing: string) {
    super(`The second wall of the database lacks ${missing}.`);
    this.missing = missing;
  }
}

/** Rejects with `BrokenWall` where a role, a policy or a right is not there. */
export async function refuseBrokenWall(db: Kysely<Tables>): Promise<void> {
  const stones = Object.entries(wall).flatMap(([table, policies]) =>
    Object.entries(policies).flatMap(([policy, who]) =>
      who.split(' ').map((role) => ({ table, policy, role: role && `htsd_${role}` })),
    ),
  );
  const column = (name: 'table' | 'policy' | 'role') => sql`${stones.map((one) => one[name])}::text[]`;
  const { rows } = await sql<{ missing: string }>`
    select missing from (select w.no, case
        when w.role <> '' and r.oid is null then 'role ' || w.role
        when w.role <> '' and not pg_has_role(r.oid, 'member') then 'the membership of this user in ' || w.role
        when p.policyname is null or not coalesce(c.relrowsecurity and c.relforcerowsecurity, false)
          or not (p.roles @> array[case when w.role = '' then 'public' else w.role end]::name[])
          then 'policy ' || w.policy || ' on ' || w.tab
        when not has_table_privilege(r.oid, c.oid, 'select, insert') then 'a right of ' || w.role || ' on ' || w.tab
      end as missing
    from unnest(${column('table')}, ${column('policy')}, ${column('role')}) with ordinality as w (tab, policy, role, no)
    left join pg_roles r on r.rolname = w.role
    left join pg_class c on c.oid = to_regclass(w.tab)
    left join pg_policies p on p.tablename = w.tab and p.policyname = w.policy and p.schemaname::regnamespace = c.relnamespace
    ) found where missing is not null
    -- First what others may be missing for: roles.
    order by missing not like 'role %', no limit 1`.execute(db);
  const missing = rows[0]?.missing;
  if (missing) throw new BrokenWall(missing);
}
