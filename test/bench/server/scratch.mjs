import { startPostgres } from './scratch-postgres.mjs';
import { writes } from './writes.mjs';
import pg from 'pg';
const postgres = await startPostgres();
let url;
const database = postgres.database;
postgres.database = async (n) => {
  const u = await database(n);
  if (n === 'ours') url = u;
  return u;
};
const asked = (process.env.ASKED ?? 'answer').split(',');
setTimeout(async () => {
  const c = new pg.Client(url);
  await c.connect();
  await c.query('create extension if not exists pg_stat_statements');
  await c.query('select pg_stat_statements_reset()');
  await c.end();
}, 6000);
const { found } = await writes(postgres, { rounds: 1, seconds: Number(process.env.SECONDS ?? 5), asked });
console.log(found);
const c = new pg.Client(url);
await c.connect();
const { rows } = await c.query(
  "select calls, round(total_exec_time::numeric,0) as ms, round(total_plan_time::numeric,0) as plan, rows, round(wal_bytes/1000) as wal_kb, shared_blks_hit as hit, left(regexp_replace(query,'\\s+',' ','g'),180) as q from pg_stat_statements order by total_exec_time desc limit 12",
);
for (const r of rows) console.log(JSON.stringify(r));
const t = await c.query(
  'select relname,n_tup_ins ins,n_tup_upd upd,n_tup_hot_upd hot,seq_scan,seq_tup_read,idx_scan,last_autoanalyze,n_dead_tup dead, pg_relation_size(relid) size from pg_stat_user_tables order by 1',
);
console.table(t.rows);
await c.end();
await postgres.stop();
