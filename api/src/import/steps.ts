import type pg from 'pg';

/** A sentence for the operator: what stands against the import, and what to do. */
export class ImportRefused extends Error {}

/** Something broke on the way, and what was done stays done. */
export class ImportInterrupted extends Error {
  constructor(cause: unknown) {
    super(
      `${cause instanceof Error ? cause.message : String(cause)}\nRun the same command again to go on where it stopped.`,
      { cause },
    );
  }
}

/**
 * The steps that are done are written down in the schema of the staged tables, each in the transaction of its work: an
 * interrupted import goes on with the first that is not there.
 */
export class Steps {
  constructor(private readonly client: pg.Client) {}

  /** Makes the staging schema for an import from `source`, or finds the one that an interrupted import left. */
  async open(source: string): Promise<void> {
    const { rows } = await this.client
      .query<{ source: string }>(
        `create schema if not exists original;
       create table if not exists original.import_source (source text not null);
       create table if not exists original.import_step (
         name text primary key, rows bigint not null, seconds float8 not null, at timestamptz not null default now());
       create unlogged table if not exists original.not_crashed (only_row boolean primary key default true);
       create table if not exists original.finding (
         id bigint generated always as identity primary key,
         rule text not null, table_name text not null, key text not null, what text not null, done text not null);`,
      )
      .then(() => this.client.query<{ source: string }>('select source from original.import_source'));
    const before = rows[0]?.source;
    if (before !== undefined && before !== source)
      throw new ImportRefused(
        `This database was being filled from ${before}. Finish that import, or start with an empty database.`,
      );
    if (before !== undefined) await this.afterCrash();
    if (before === undefined) {
      const { rows: found } = await this.client.query('select from project union all select from person limit 1');
      if (found.length > 0)
        throw new ImportRefused(
          'This database holds people or projects already. An import needs an empty one: name another in DATABASE_URL.',
        );
      await this.client.query(
        `insert into original.import_source values ('${source.replaceAll("'", "''")}'); insert into original.not_crashed default values`,
      );
    }
  }

  /** Staged tables are not in the database's log, and empty after it crashed: they are copied again. */
  private async afterCrash(): Promise<void> {
    const { rows } = await this.client.query<{ emptied: boolean; filling: boolean }>(
      `select not exists (select from original.not_crashed) as emptied,
              exists (select from original.import_step where name like 'fill %') as filling`,
    );
    if (!rows[0]?.emptied) return;
    if (rows[0].filling)
      throw new ImportRefused('The database crashed while it was being filled. Start again with an empty one.');
    await this.client.query(
      'delete from original.import_step; delete from original.finding; insert into original.not_crashed default values',
    );
  }

  async isDone(name: string): Promise<boolean> {
    const { rows } = await this.client.query('select from original.import_step where name = $1', [name]);
    return rows.length > 0;
  }

  /** Does `work`, which answers how many rows it handled, unless it is done already; all of it or nothing. */
  async once(name: string, work: () => Promise<number>): Promise<{ rows: number; seconds: number } | undefined> {
    if (await this.isDone(name)) return undefined;
    const began = performance.now();
    await this.client.query('begin');
    try {
      const rows = await work();
      const seconds = (performance.now() - began) / 1000;
      await this.client.query('insert into original.import_step (name, rows, seconds) values ($1, $2, $3)', [
        name,
        rows,
        seconds,
      ]);
      await this.client.query('commit');
      return { rows, seconds };
    } catch (error) {
      await this.client.query('rollback').catch(() => undefined); // the error itself says more than a broken connection
      throw error;
    }
  }
}
