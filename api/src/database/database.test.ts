import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import { Prisma } from '../generated/prisma/client.js';

describe('the database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  it('has every column of every model of the Prisma schema', async () => {
    const models = Object.values(Prisma.ModelName);
    expect(models.length).toBeGreaterThan(45);
    for (const model of models) {
      const delegate = server.database.prisma[`${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'person'];
      await expect(delegate.findFirst(), model).resolves.not.toThrow();
    }
  });

  it('is left as it is by a second start, and knows its migrations as Prisma does', async () => {
    const { migrate } = await import('./migrations.js');
    const path = (relative: string) => new URL(relative, import.meta.url).pathname;
    expect(await migrate(server.databaseUrl, path('../../../prisma/migrations'), path('../modules'))).toEqual([]);
    const { rows } = await server.database.pool.query(
      'select migration_name, finished_at is not null as finished from _prisma_migrations',
    );
    expect(rows).toContainEqual({ migration_name: '20261124000000_domain', finished: true });
  });

  it('has an index for every foreign key, so that no delete or join reads a whole table', async () => {
    const { rows } = await server.database.pool.query<{ key: string }>(`
      select c.conrelid::regclass || ' (' || string_agg(a.attname, ', ') || ')' as key
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'f' and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey) and (i.indpred is null or i.indisvalid))
       group by c.oid, c.conrelid order by 1`);
    // Written with every change of a task and never searched by: an index would cost more than it gives.
    expect(rows.map(({ key }) => key)).toEqual(['task (changed_by)']);
  });
});
