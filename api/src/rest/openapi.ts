import { z } from 'zod';
import type { Operation } from './operation.js';

/** An answer may come to have more than is described: clients read over it. */
const more = ({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

const jsonOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const json: Record<string, unknown> = { ...z.toJSONSchema(schema, { io, unrepresentable: 'any', override: more }) };
  delete json.$schema;
  return json;
};

const ERRORS = {
  Error: {
    description: 'The error of a handler. SubCode names the kind, for programs.',
    type: 'object',
    required: ['Error'],
    properties: { Error: { type: 'string' }, SubCode: { type: 'string' } },
  },
  TypedError: {
    description: 'The error of a look-up or a rule; details holds the ids that were looked for.',
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'sub_code', 'message', 'details'],
        properties: {
          code: { type: 'integer' },
          sub_code: { type: 'string' },
          message: { type: 'string' },
          details: { type: 'object' },
        },
      },
    },
  },
  Detail: {
    description: 'A request that does not fit: each fault with its place, or one sentence.',
    type: 'object',
    required: ['detail'],
    properties: {
      detail: {
        anyOf: [
          { type: 'string' },
          {
            type: 'array',
            items: {
              type: 'object',
              required: ['type', 'loc', 'msg'],
              properties: {
                type: { type: 'string' },
                loc: { type: 'array', items: { type: ['string', 'integer'] } },
                msg: { type: 'string' },
              },
            },
          },
        ],
      },
    },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const anyError = {
  anyOf: [ref('Error'), ref('TypedError'), ref('Detail'), { type: 'object', additionalProperties: { type: 'string' } }],
};
const failure = (description: string) => ({ description, content: { 'application/json': { schema: anyError } } });

/** 400 is also the answer to a malformed header, which is a plain text. */
const malformed = (description: string) => ({
  description,
  content: { 'application/json': { schema: anyError }, 'text/plain': { schema: { type: 'string' } } },
});

function responsesOf(operation: Operation) {
  const {
    access,
    status = 200,
    answers,
    contentType = 'application/json',
    empty,
    alsoAs = [],
    fails = {},
    params,
    query,
    body,
  } = operation;
  const schemaAs = (type: string) => (/json$/.test(type) ? jsonOf(answers, 'output') : { type: 'string' });
  const responses: Record<string, unknown> = {
    [status]: {
      description: 'Done.',
      ...(empty
        ? {}
        : {
            content: {
              [contentType]: { schema: schemaAs(contentType) },
              ...Object.fromEntries(alsoAs.map((type) => [type, { schema: schemaAs(type) }])),
            },
          }),
    },
    400: malformed('The header Authorization is malformed, or the request does not fit.'),
  };
  if (access !== 'open') responses[401] = failure('The session token is wrong, or has ended.');
  if (access === 'login' || access === 'admin') responses[403] = failure('Not signed in, or not permitted.');
  if (params || query || body) responses[422] = failure('A value of the path, the query or the body does not fit.');
  if (body) responses[413] = failure('The body is too large.');
  for (const [code, description] of Object.entries(fails))
    responses[code] = code === '400' ? malformed(description) : failure(description);
  return responses;
}

function parametersOf({ params = {}, query = {} }: Operation) {
  const one =
    (place: 'path' | 'query') =>
    ([name, schema]: [string, z.ZodType]) => {
      const json = jsonOf(schema, 'input');
      return {
        name,
        in: place,
        required: place === 'path' || !schema.safeParse(undefined).success,
        ...(json.description ? { description: json.description } : {}),
        schema: json,
      };
    };
  return [...Object.entries(params).map(one('path')), ...Object.entries(query).map(one('query'))];
}

/** The OpenAPI 3.1 document of the operations. */
export function openapiOf(operations: Operation[], { title, url }: { title: string; url?: string }) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const { method, path, tag, summary, access, body, bodyOptional, differences } = operation;
    (paths[`/api/v2${path}`] ??= {})[method.toLowerCase()] = {
      operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
      tags: [tag],
      summary,
      ...(differences ? { description: `Unlike the original: ${differences.join(' ')}` } : {}),
      ...(access === 'open' ? {} : { security: access === 'optional' ? [{}, { token: [] }] : [{ token: [] }] }),
      parameters: parametersOf(operation),
      ...(body
        ? {
            requestBody: {
              required: !bodyOptional,
              content: { 'application/json': { schema: jsonOf(body, 'input') } },
            },
          }
        : {}),
      responses: responsesOf(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${title}: REST v2`,
      version: '2',
      description:
        'Every operation of HOT Tasking Manager 4 and 5, for the clients that exist. New programs take GraphQL at `/graphql`: there they ask for exactly the fields that they need, and are told of changes.',
      license: { name: 'BSD-2-Clause', identifier: 'BSD-2-Clause' },
    },
    servers: [{ url: url ?? '/' }],
    paths,
    components: {
      schemas: ERRORS,
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Token <base64 of your session token or API key>`, with the word Token.',
        },
      },
    },
  };
}
