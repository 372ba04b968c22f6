import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../graphql/context.js';
import type { KeyScope, Viewer } from '../viewer.js';
import type { Access } from './authentication.js';
import type { Refusals } from './errors.js';

type Shape = Record<string, z.ZodType>;
type Values<S extends Shape | undefined> = S extends Shape ? z.output<z.ZodObject<S>> : Record<never, never>;

/** What an operation's handler gets: parsed and typed. */
export interface Call<
  A extends Access,
  Params extends Shape | undefined,
  Query extends Shape | undefined,
  Body extends z.ZodType | undefined,
> {
  /** The services, the viewer and the request's languages: what a service or a batched loader takes. */
  context: Context & { viewer: A extends 'login' | 'admin' ? Viewer : Viewer | null };
  viewer: A extends 'login' | 'admin' ? Viewer : Viewer | null;
  params: Values<Params>;
  query: Values<Query>;
  body: Body extends z.ZodType ? z.output<Body> : undefined;
  /** The language asked for first, such as pt_BR; undefined when none was. */
  locale: string | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * One operation of REST v2: what it takes, who may call it, what it answers, and what does the work. The handler parses
 * nothing and decides nothing: it calls a service and gives its answer the shape of v2.
 */
export interface Operation<
  A extends Access = Access,
  Params extends Shape | undefined = Shape | undefined,
  Query extends Shape | undefined = Shape | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v2, with parameters in braces, as the original's document writes it. */
  path: string;
  /** The first tag of the original's document: groups operations in the manual. */
  tag: string;
  summary: string;
  access: A;
  /** What an API key needs for it, NEVER where none may; READ for GET, MANAGE for all else when left out. */
  keyScope?: KeyScope | 'NEVER';
  /** Keys are the path's parameters. */
  params?: Params;
  query?: Query;
  body?: Body;
  /** Where the body may be left out. */
  bodyOptional?: boolean;
  /**
   * A body that does not fit: `[400, 'InvalidData']` where the original's handler parsed it, 422 otherwise. With 422 behind them
   * for what is no object at all, where its framework looked at that.
   */
  invalidBody?: [status: number, subCode: string | undefined, noObject?: 422];
  /** A query that does not fit; 422 otherwise. */
  invalidQuery?: [status: number, subCode: string | undefined];
  /** The path's parameters are only taken when they look so: two operations on one path. */
  matches?: Record<string, RegExp>;
  /** Largest body in bytes; the server's own bound otherwise. */
  bodyLimit?: number;
  /** Status of success; 200 otherwise. */
  status?: 200 | 201;
  /** What a success answers; the document and the tests hold answers to it. Null: nothing, or `null`. */
  answers: z.ZodType;
  /** A success has no body at all. */
  empty?: boolean;
  /** Media type of a success where it is not JSON. */
  contentType?: string;
  /** Further media types of a success, which the query asks for: downloads. */
  alsoAs?: string[];
  /** Further statuses it can give, each with a word why; 401/403/422 of access and parsing are known. */
  fails?: Record<number, string>;
  /** What refusals of rules are here; see rest/errors.ts for the rest. */
  refusals?: Refusals;
  /** The functions that do the work, as `module: function`. */
  service: string;
  /** Where the answer is not the original's, on purpose, each with its reason. */
  differences?: string[];
  handler: (call: Call<A, Params, Query, Body>) => Promise<unknown> | unknown;
}

/** Gives an operation its types; the list in rest/operations.ts is what is served. */
export function operation<
  A extends Access,
  const Params extends Shape | undefined = undefined,
  const Query extends Shape | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(definition: Operation<A, Params, Query, Body>): Operation {
  return definition as unknown as Operation;
}

/** An answer that is sent as it is: bytes or text of any media type, with what identifies it. */
export class Raw {
  constructor(
    readonly body: string | Buffer | NodeJS.ReadableStream,
    readonly options: { contentType: string; etag?: string; fileName?: string; headers?: Record<string, string> },
  ) {}
}

/** Whether the client says that it has the answer with this ETag. Weakly compared, as RFC 9110 wants it for reading. */
export function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known?.includes(etag.replace(/^W\//, '')) ?? false;
}
