import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { median } from '../harness/stats.mjs';
import { Line } from './line.mjs';
import { ours, province, start, tokenFor } from './program.mjs';
import { communes, loader } from './province.mjs';

/** A family's year in the log: registered, opened, twelve answers one after the other, submitted; of all families in turn. */
const year = (number) => `
  insert into command (province, id, at, actor, kind, record, entry)
  select '${province}', id, at::timestamptz, who, kind, record, json_build_object('command', json_build_object(
      'id', id, 'kind', kind, 'record', record, 'expected', step, 'payload', payload),
    'actor', json_build_object('id', who, 'name', 'Lò Văn Chín'), 'at', at, 'records', json_build_array(
      json_build_object('type', case step when 0 then 'subject' else 'assessment' end, 'id', record, 'version', step + 1),
      json_build_object('type', 'row', 'id', subject, 'version', step + 1)))::text
  from (select step, subject, who, kind, at, case step when 0 then subject else 'tdg-${number}-' || subject end as record,
      md5(subject || '-${number}-' || step) as id,
      case kind when 'subject.register' then json_build_object('model', 'family', 'name', 'Nguyễn Văn Sơn', 'cycle', '${number}')
        when 'assessment.open' then json_build_object('subject', subject, 'cycle', '${number}')
        when 'assessment.submit' then '{}'
        else json_build_object('answers', json_build_object('hoan-thanh-nam-hoc-' || step, json_build_object('option', 'day-du')))
      end as payload
    from (select step, 'gd-' || lpad(n::text, 8, '0') as subject, 'can-bo-' || n % 71 as who,
        case step when 0 then 'subject.register' when 1 then 'assessment.open' when 14 then 'assessment.submit'
          else 'assessment.answer' end as kind,
        to_char(make_timestamp(${number}, 1, 1, 0, 0, 0) + n * interval '1 minute' + step * interval '20 seconds',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from generate_series(0, $1::int - 1) n, generate_series(0, 14) step) a order by at) b`;

/** Of each decision the line that granted its titles, which names all whose they are. */
const grants = `
  insert into command (province, id, at, actor, kind, record, entry)
  select d.province, md5(d.id), now(), 'ky', 'recognition.grant', d.id, json_build_object('command', json_build_object(
      'id', md5(d.id), 'kind', 'recognition.grant', 'record', d.id, 'expected', 0, 'payload', json_build_object('grants',
        (select json_agg(json_build_object('assessment', x)) from json_array_elements_text(d.value::json->'recognitions') x))),
    'actor', json_build_object('id', 'ky', 'name', 'Ký'), 'at', '2026-01-01T00:00:00.000Z', 'records', json_build_array())::text
  from record d where type = 'decision'`;

/** What each family has agreed to: for how many years it is kept. */
const consents = `
  insert into record (province, type, id, version, parent, subject, value)
  select '${province}', 'consent', 'dy-' || s.id, 1, s.id, s.id, json_build_object('id', 'dy-' || s.id, 'version', 1,
    'subjectId', s.id, 'purpose', 'assessment', 'textVersion', '1', 'giver', 'self', 'giverName', 'Bà Lan', 'form', 'digital',
    'retentionYears', 5, 'givenAt', '2022-01-01T00:00:00.000Z')::text
  from record s where s.province = '${province}' and s.type = 'subject'`;

/** Ends the time of so many families, from one on. */
const end = `update record set value = replace(value, '"retentionYears" : 5', '"retentionYears" : 0')
  where province = '${province}' and type = 'consent' and id >= 'dy-gd-' || lpad($1::text, 8, '0')
    and id < 'dy-gd-' || lpad(($1::int + $2::int)::text, 8, '0')`;

/** Five years of a province with all that was done in them, and what looks into it. */
export async function log(postgres, families) {
  const url = await postgres.database('log');
  const env = { DATABASE_URL: url, HTSD_CONNECTIONS: '8', HTSD_RATE_PERSON: '0', HTSD_RATE_ADDRESS: '0' };
  const program = await start('ours', env);
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  const { loadProvince, years } = await loader();
  await loadProvince(pool, province, communes, 0, families);
  for (const number of years) await pool.query(year(number), [families]);
  for (const text of [grants, consents, 'vacuum analyze']) await pool.query(text);
  const chief = new Line(program.port, await tokenFor('truong-phong', ['reviewer'], ['*']));
  const changes = async (since) => {
    const all = [];
    for (let time = 0; time < 9; time += 1) {
      const asked = performance.now();
      const { status, body } = await chief.ask('GET', `/v1/changes?since=${since}`);
      if (status !== 200) throw new Error(body);
      all.push(performance.now() - asked);
    }
    return median(all);
  };
  const { rows } = await pool.query(
    'select xid::text, max(seq) - 500 as seq, count(*)::int as lines from command group by 1 order by min(seq)',
  );
  const took = {
    'changes: from the beginning': await changes('c1.0.0'),
    'changes: the last 500': await changes(`c1.${rows.at(-1).xid}.${rows.at(-1).seq}`),
  };
  chief.close();
  await program.stop();
  const data = mkdtempSync(join(tmpdir(), 'htsd-bench-data-'));
  const task = (...words) => {
    const began = performance.now();
    const issuers = JSON.stringify([{ issuer: 'https://id.example.vn', audience: 'htsd' }]);
    const settings = {
      PATH: process.env.PATH,
      HTSD_DATA: data,
      HTSD_PROVINCE: province,
      HTSD_ISSUERS: issuers,
    };
    execFileSync(process.execPath, [ours, ...words], { env: { ...settings, ...env }, maxBuffer: 2 ** 28 });
    return performance.now() - began;
  };
  task('webhooks');
  const begin = median([1, 2, 3].map(() => task('webhooks')));
  took['export of one family'] =
    median([1, 2, 3].map((no) => task('export', 'subject', `gd-0000010${no}`))) - begin;
  took['retention: nobody'] = task('retention') - begin;
  for (const [from, count] of [
    [1_000, 10],
    [2_000, 500],
  ]) {
    await pool.query(end, [from, count]);
    took[`retention: ${count} families`] = task('retention') - begin;
  }
  const sizes = await pool.query(
    `select relname as name, pg_relation_size(oid)::float as bytes from pg_class where relname like 'command%' and relkind in ('r', 'i')`,
  );
  rmSync(data, { recursive: true, force: true });
  await pool.end();
  const lines = rows.reduce((sum, one) => sum + one.lines, 0);
  return { families, lines, took, sizes: sizes.rows };
}

export function tellLog({ families, lines, took, sizes }) {
  console.log(`\n${families} families, five years of each: ${lines} lines of the log`);
  for (const [name, ms] of Object.entries(took))
    console.log(`  ${name.padEnd(30)} ${ms.toFixed(1).padStart(9)} ms`);
  for (const { name, bytes } of sizes)
    console.log(`  ${name.padEnd(30)} ${(bytes / 1e6).toFixed(1).padStart(9)} MB`);
}
