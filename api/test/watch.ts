import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { Kind, visit, type DocumentNode } from 'graphql';
import pg from 'pg';
import { inject } from 'vitest';

// Watches what the test-suite does over GraphQL: which operations it exercises, and how many SQL statements each takes.

interface Watched {
  /** How often each statement was sent, by its text. */
  statements: Map<string, number>;
  /** Fields with fields of their own in what was asked: each may need a statement of its own. */
  fields: number;
}
const requests = new AsyncLocalStorage<Watched>();

/** Counts the statements that requests send; what the program does beside them is not counted. */
export const counter = { statements: 0 };

/**
 * The fewest statements that an operation takes of several times: people whom two fields ask for come in one statement or in two, as it
 * happens. Before, it is done once, for whatever is read only then.
 */
export async function fewestStatements(operation: () => Promise<unknown>): Promise<number> {
  await operation();
  const times: number[] = [];
  for (let time = 0; time < 5; time++) {
    const before = counter.statements;
    await operation();
    times.push(counter.statements - before);
  }
  return Math.min(...times);
}

function count(text: string): void {
  const watched = requests.getStore();
  if (!watched) return;
  counter.statements++;
  watched.statements.set(text, (watched.statements.get(text) ?? 0) + 1);
}
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [sent] = args as [string | { text?: string; answer?: unknown }];
  const text = typeof sent === 'string' ? sent : sent?.text;
  // Reads are counted where they are asked for: those of several requests may be sent together.
  if (text && !(typeof sent === 'object' && sent.answer)) count(text);
  return (query as (...args: unknown[]) => unknown).apply(this, args);
} as typeof query;
subscribe('taskgrid.read', (message) => count((message as { text: string }).text));

const seen = new Set<string>();
/** The name of operations that are only tried by those who may not: that shows nothing of what they do. */
const TRIED = 'Tried';

subscribe('taskgrid.operation', (message) => {
  let fields = 0;
  visit(message as DocumentNode, {
    OperationDefinition({ operation, name, selectionSet }) {
      if (name?.value === TRIED) return;
      for (const field of selectionSet.selections) {
        if (field.kind !== Kind.FIELD || seen.has(`${operation} ${field.name.value}`)) continue;
        seen.add(`${operation} ${field.name.value}`);
        appendFileSync(inject('exercisedFile'), `${operation} ${field.name.value}\n`);
      }
    },
    Field({ selectionSet }) {
      if (selectionSet) fields++;
    },
  });
  const watched = requests.getStore();
  if (watched) watched.fields += fields;
});

/** A statement that is sent this often however little is asked: prisma's BEGIN, a retried one. */
const ALWAYS = 4;

/** Statements that an operation sent again and again: as often as it had rows to show, it seems. */
export const repeated: string[] = [];

/** Counts the statements of each request, and keeps in `repeated` those of GraphQL that seem to grow with the rows. */
export function watchStatements(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, _reply, done) => requests.run({ statements: new Map(), fields: 0 }, done));
  app.addHook('onResponse', (_request, _reply, done) => {
    const watched = requests.getStore();
    if (watched && watched.fields > 0) {
      for (const [text, times] of watched.statements) {
        if (times > ALWAYS + watched.fields)
          repeated.push(`${times} times, for ${watched.fields} fields: ${text.slice(0, 300)}`);
      }
    }
    done();
  });
}
