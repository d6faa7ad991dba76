// The floor: Hono, a pool, and one INSERT for each request. No identity, no rules, no answer but "ok".
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.HTSD_CONNECTIONS),
});
await pool.query('create table if not exists plain (id text primary key, at timestamptz, body text)');
const app = new Hono();
app.post('/v1/commands', async (context) => {
  const body = await context.req.json();
  const [command] = body.commands;
  await pool.query('insert into plain values ($1, $2, $3)', [
    command.id,
    new Date().toISOString(),
    JSON.stringify(command),
  ]);
  return context.json({ receipts: [{ id: command.id, status: 'applied' }] });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ message: 'listening', port })),
);
