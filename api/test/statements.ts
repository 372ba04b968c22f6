import pg from 'pg';

/** Counts the statements that this process sends from the first import on, whatever sends them. */
export const counter = { statements: 0 };
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  counter.statements++;
  return (query as (...args: unknown[]) => unknown).apply(this, args);
} as typeof query;
