import { channel } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import pg from 'pg';
import type { Statement } from './database.js';

/** Values as the driver writes them; it has no types for this. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as { prepareValue(value: unknown): unknown };

type Row = Record<string, unknown>;

interface Asked extends Statement {
  values: unknown[];
  answer(rows: Row[]): void;
  fail(error: unknown): void;
}

/** A column of an answer, and how its text is read. */
interface Column {
  name: string;
  read(text: string): unknown;
}

/** What a connection was asked before, by name: PostgreSQL has the statement there, and its columns stay as they were. */
const known = new WeakMap<pg.ClientBase, Map<string, Column[]>>();

/** Each read that is asked for, where it is asked for, for who observes the program: it is sent elsewhere. */
const reads = channel('taskgrid.read');

/** The part of the driver's connection that is used; it sends one statement at a time, and asks for the columns each time. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  bind(message: object): void;
  execute(message: object): void;
  sync(): void;
}

/** Statements that a connection knows, sent in one write: to the driver one query with several answers. */
class Together {
  #at = 0;
  #rows: Row[] = [];
  #settle!: { done(): void; failed(error: unknown): void };
  readonly done = new Promise<void>((done, failed) => (this.#settle = { done, failed }));

  constructor(
    readonly asked: Asked[],
    private readonly columns: Map<string, Column[]>,
  ) {}

  submit(connection: unknown): void {
    const wire = connection as Wire;
    wire.stream.cork();
    try {
      for (const { name, values } of this.asked) {
        wire.bind({ statement: name, values, valueMapper: prepareValue });
        wire.execute({});
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Row = {};
    const columns = this.columns.get(this.asked[this.#at]!.name)!;
    for (let at = 0; at < columns.length; at++) {
      const text = fields[at]!;
      row[columns[at]!.name] = text === null ? null : columns[at]!.read(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete(): void {
    this.asked[this.#at++]!.answer(this.#rows);
    this.#rows = [];
  }

  handleReadyForQuery(): void {
    this.#settle.done();
  }

  handleError(error: unknown): void {
    this.#settle.failed(error);
  }

  /** Those that had no answer yet when one failed. */
  get unanswered(): Asked[] {
    return this.asked.slice(this.#at);
  }
}

/** Asks a connection for what it does not know yet; an error is the answer of this one alone. */
async function askFirst(client: pg.ClientBase, asked: Asked, columns: Map<string, Column[]>) {
  try {
    const { rows, fields } = await client.query<Row>(asked);
    columns.set(
      asked.name,
      fields.map((field) => ({ name: field.name, read: pg.types.getTypeParser(field.dataTypeID, 'text') })),
    );
    asked.answer(rows);
    return undefined;
  } catch (error) {
    asked.fail(error);
    return error as Error;
  }
}

/**
 * Asks for rows by prepared statements that only read. Those that are asked for in one tick go over one connection in one write, and
 * are answered one by one; each sees what is committed when it begins. What fails alone does not fail the others.
 */
export function readsTogether(pool: pg.Pool) {
  let waiting: Asked[] = [];

  const send = async (asked: Asked[]): Promise<void> => {
    const client = await pool.connect();
    const columns = known.get(client) ?? new Map<string, Column[]>();
    known.set(client, columns);
    const [ready, fresh] = [true, false].map((isKnown) => asked.filter(({ name }) => columns.has(name) === isKnown));
    const together = new Together(ready!, columns);
    let broken: Error | undefined;
    let left: Asked[] = [];
    const onError = (error: Error) => void (broken = error);
    client.once('error', onError);
    try {
      if (ready!.length > 0) {
        client.query(together as pg.Submittable);
        await together.done;
      }
      for (const each of fresh!) broken = (await askFirst(client, each, columns)) ?? broken;
    } catch (error) {
      broken = error as Error;
      left = [...together.unanswered, ...fresh!];
    }
    client.removeListener('error', onError);
    client.release(broken); // as pool.query does: a connection on which something failed is replaced
    if (left.length === 1) left[0]!.fail(broken);
    else for (const each of left) void play([each]);
  };

  const play = (asked: Asked[]) =>
    send(asked).catch((error: unknown) => {
      for (const { fail } of asked) fail(error);
    });

  return <Answer>(statement: Statement & { values: unknown[] }): Promise<Answer[]> =>
    new Promise((answer, fail) => {
      reads.publish(statement);
      waiting.push({ ...statement, answer: answer as Asked['answer'], fail });
      if (waiting.length > 1) return;
      // After the loaders, which fetch in the tick that follows the one in which they were asked.
      process.nextTick(process.nextTick, () => {
        const asked = waiting;
        waiting = [];
        void play(asked);
      });
    });
}
