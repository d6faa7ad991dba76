import pg from 'pg';
import { median, quantile } from '../harness/stats.mjs';
import { Line } from './line.mjs';
import { province, start, tokenFor } from './program.mjs';
import { communes } from './province.mjs';

const years = ['2022', '2023', '2024', '2025', '2026'];
const places = communes.map((one) => `&places=${one}`).join('');
const questions = {
  'a year, all communes': `cycle=2026&model=family${places}`,
  'one commune': `cycle=2026&places=${communes[0]}`,
  'all years': '',
};

/** An assessment as one with two answers is kept: some 300 bytes. */
const text = JSON.stringify({
  ...{ version: 6, model: 'family', criteria: { id: 'gia-dinh-hoc-tap-mau', version: '1.0.0' } },
  state: 'recognised',
  answers: Object.fromEntries(
    Array.from({ length: 2 }, (_, no) => [`tieu-chi-${no}`, { points: '5', note: 'Đã kiểm tra' }]),
  ),
});

/** Adds assessments up to so many, not more than `most` of them as records, and the tallies that all come to. */
async function fill(pool, before, all, most) {
  const [from, to] = [before, all].map((one) => Math.min(one, most));
  // Whoever fills a table makes its indexes afterwards; the key stays.
  await pool.query('alter table record no force row level security');
  if (to - from > 50_000) await pool.query('drop index if exists record_parent, record_owner, record_open');
  await pool.query(
    `insert into record (province, type, id, version, parent, owner, subject, cycle, open, value)
     select $1, 'assessment', 'dg-' || lpad(n::text, 9, '0'), 6, 'gd-' || lpad((n / 5)::text, 9, '0'), 'can-bo-' || n % 71,
       'gd-' || lpad((n / 5)::text, 9, '0'), (2022 + n % 5)::text, false, $2
     from generate_series($3::int, $4::int - 1) n`,
    [province, text, from, to],
  );
  await pool.query(
    `create index if not exists record_parent on record (province, type, parent, id) where parent <> ''`,
  );
  await pool.query(
    `create index if not exists record_owner on record (province, owner, type, id) where owner <> '' and type <> 'row'`,
  );
  await pool.query(
    `create unique index if not exists record_open on record (province, parent, cycle) where type = 'assessment' and open`,
  );
  await pool.query('delete from tally');
  await pool.query(
    `insert into tally (province, version, id, cycle, model, subject_group, place, subjects, registered, submitted, verified, recognised, refused)
     select $1, 1, c || '/family//' || p, c, 'family', '', p, n, n, n * 9 / 10, n * 8 / 10, n * 7 / 10, n / 20
     from unnest($2::text[]) c cross join unnest($3::text[]) with ordinality as w (p, at)
     cross join lateral (select ($4::bigint / 5 / $5 + case when at <= $4::bigint / 5 % $5 then 1 else 0 end)::int as n) x
     where n > 0`,
    [province, [...years, ''], communes, all, communes.length],
  );
  await pool.query('alter table record force row level security');
  await pool.query('vacuum analyze record');
  await pool.query('vacuum analyze tally');
}

/**
 * What a gauge asks, with more and more assessments behind it. Beyond `most` there are the tallies of all, and the records of
 * so many: ten million take some minutes to fill.
 */
export async function gauge(postgres, sizes, { times = 60, most = 1_000_000 } = {}) {
  const url = await postgres.database('gauge');
  const program = await start('ours', {
    DATABASE_URL: url,
    HTSD_CONNECTIONS: '4',
    HTSD_RATE_PERSON: '0',
    HTSD_RATE_ADDRESS: '0',
  });
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  const line = new Line(program.port, await tokenFor('chief', ['reviewer'], ['*']));
  const found = [];
  let filled = 0;
  for (const size of sizes) {
    const began = performance.now();
    await fill(pool, filled, size, most);
    filled = size;
    const seconds = (performance.now() - began) / 1_000;
    const took = {};
    for (const [name, params] of Object.entries(questions)) {
      const all = [];
      for (let time = 0; time < times + 5; time += 1) {
        const sent = performance.now();
        const { status, body } = await line.ask('GET', `/v1/queries/tallies.list?${params}`);
        if (status !== 200) throw new Error(`${name}: ${status} ${body}`);
        if (time >= 5) all.push(performance.now() - sent);
      }
      took[name] = { p50: median(all), p95: quantile(all, 0.95) };
    }
    const { rows } = await pool.query(
      'select pg_database_size(current_database()) as size, (select count(*)::int from tally) as tallies',
    );
    found.push({ size, seconds, bytes: Number(rows[0].size), tallies: rows[0].tallies, took });
  }
  line.close();
  await pool.end();
  await program.stop();
  return found;
}

export function tellGauge(found) {
  console.log('\nA gauge’s query by the number of assessments, ms (median, p95)');
  for (const { size, seconds, bytes, tallies, took } of found) {
    const each = Object.entries(took).map(
      ([name, { p50, p95 }]) => `${name} ${p50.toFixed(1)}, ${p95.toFixed(1)}`,
    );
    console.log(
      `  ${String(size).padStart(9)} (${(bytes / 1e6).toFixed(0)} MB, ${tallies} tallies, filled in ${seconds.toFixed(0)} s): ${each.join(' · ')}`,
    );
  }
}
