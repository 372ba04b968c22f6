import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';

/** An empty database with the tables of an original instance. */
export async function originalDatabase(): Promise<{ url: string; client: pg.Client; drop(): Promise<void> }> {
  const template = new URL(inject('templateUrl'));
  const name = `original_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href,
    });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name} template template0`);
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(new URL('originalTables.sql', import.meta.url), 'utf8'));
  return {
    url,
    client,
    async drop() {
      await client.end();
      await admin(`drop database ${name} with (force)`);
    },
  };
}
