import pg from 'pg';
import { NameTaken, type NotFound } from '../errors.js';
import { Prisma } from '../generated/prisma/client.js';

const isPrismas = (error: unknown, code: string) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
const isPostgres = (error: unknown, code: string) => error instanceof pg.DatabaseError && error.code === code;

/** The write would have made a second one of what there is one of, such as a name. */
export const isDuplicate = (error: unknown): boolean => isPrismas(error, 'P2002') || isPostgres(error, '23505');

/** The write names a row that is not there, or would take away one that others need. */
export const isBrokenReference = (error: unknown): boolean => isPrismas(error, 'P2003') || isPostgres(error, '23503');

/** The row to be changed or deleted is not there. */
export const isMissing = (error: unknown): boolean => isPrismas(error, 'P2025');

/** What a write of a named thing was refused for, thrown as an error of the domain: it is not there, or its name is taken. */
export const refusedWrite =
  (missing: NotFound, name = '') =>
  (error: unknown): never => {
    if (isMissing(error)) throw missing;
    throw isDuplicate(error) ? new NameTaken(name) : error;
  };
