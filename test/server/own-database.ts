import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '../../src/backend/conformance/scene.js';

/** Address of an empty database of one's own on the PostgreSQL that all tests share. */
export async function ownDatabase(): Promise<string> {
  const address = inject('postgres');
  const name = `t_${newId().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return address.replace(/[^/]+$/, name);
}
