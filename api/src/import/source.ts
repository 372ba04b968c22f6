import pg from 'pg';
import { ImportRefused } from './steps.js';
import { TABLES } from './tables.js';

/** What tells a database of the original from any other that has people, projects and tasks. */
const MARKS = {
  users: 'mapping_level',
  projects: 'author_id',
  project_info: 'locale',
  tasks: 'task_status',
  task_history: 'action_text',
};

/** How a source is called to an operator, and told from another: without the password. */
export function nameOf(from: string): string {
  const { host, pathname, searchParams } = new URL(from);
  return `${host || (searchParams.get('host') ?? '')}${pathname}`;
}

/** A connection to a database of the original that can be read. Throws ImportRefused, which says what is wrong with it. */
export async function openSource(from: string): Promise<pg.Client> {
  const source = new pg.Client({
    connectionString: from,
    application_name: 'taskgrid import',
    connectionTimeoutMillis: 20_000,
  });
  source.on('error', () => undefined); // the statement in hand says that the connection broke
  try {
    await source.connect();
  } catch (error) {
    throw new ImportRefused(
      `No connection to ${nameOf(from)}: ${reasonOf(error)}. Check host, port, name, user and password in --from, and that the server lets this machine in.`,
      { cause: error },
    );
  }
  try {
    await assertOriginal(source, nameOf(from));
    return source;
  } catch (error) {
    await source.end();
    throw error;
  }
}

/** A host with several addresses that all refuse gives an error without words of its own. */
const reasonOf = (error: unknown): string => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
};

async function assertOriginal(source: pg.Client, name: string): Promise<void> {
  const { rows: missing } = await source.query<{ column: string }>(
    `select table_name || '.' || column_name as column from unnest($1::text[], $2::text[]) m (table_name, column_name)
      where not exists (select from pg_attribute a where a.attrelid = to_regclass('public.' || table_name) and a.attname = column_name)`,
    [Object.keys(MARKS), Object.values(MARKS)],
  );
  if (missing.length > 0)
    throw new ImportRefused(
      `${name} is not the database of an original instance: it has no ${missing.map(({ column }) => column).join(', no ')}. Name the right one in --from.`,
    );
  const { rows: closed } = await source.query<{ name: string; person: string }>(
    `select table_name as name, current_user as person from unnest($1::text[]) t (table_name)
      where not has_table_privilege(to_regclass('public.' || table_name), 'select')`,
    [Object.keys(TABLES)],
  );
  if (closed[0])
    throw new ImportRefused(
      `${closed[0].person} may not read ${closed.map((each) => each.name).join(', ')} of ${name}. There, run: grant select on all tables in schema public to ${pg.escapeIdentifier(closed[0].person)}`,
    );
}
