import SchemaBuilder, { type InputRef } from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import type PrismaTypes from '../generated/pothos-types.js';
import { getDatamodel } from '../generated/pothos-types.js';
import type { Context } from './context.js';
import { PAGE } from './page.js';

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** What a list without a bound of its own is taken to hold. */
const USUAL_LIST = 10;

/**
 * The cost of a field: one, and for what is below it times the rows that may come: `first` of a page, the ids asked for, or a
 * usual list. The edges and nodes of a connection were counted with its `first`.
 */
function fieldComplexity(
  args: Record<string, unknown>,
  _context: unknown,
  field: { name: string; type: unknown; args: readonly { name: string }[] },
) {
  if (field.args.some(({ name }) => name === 'first')) {
    const first = typeof args.first === 'number' ? args.first : PAGE.usual;
    return { field: 1, multiplier: Math.min(Math.max(first, 1), PAGE.most) };
  }
  if (Array.isArray(args.ids)) return { field: 1, multiplier: Math.max(args.ids.length, 1) };
  const counted = field.name === 'edges' || field.name === 'nodes' || !String(field.type).startsWith('[');
  return { field: 1, multiplier: counted ? 1 : USUAL_LIST };
}

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  AuthScopes: { signedIn: boolean; admin: boolean };
  Scalars: {
    GeoJSON: { Input: unknown; Output: unknown };
    JSON: { Input: unknown; Output: unknown };
    DateTime: { Input: Date; Output: Date | string };
    ID: { Input: string; Output: string | number };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}>({
  plugins: [
    ScopeAuthPlugin,
    ErrorsPlugin,
    ComplexityPlugin,
    DataloaderPlugin,
    RelayPlugin,
    ValidationPlugin,
    PrismaPlugin,
  ],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.database.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The rows of this page in order, each with its cursor.',
    },
    nodeFieldOptions: { nullable: false, description: 'The row itself.' },
    nodesOnConnection: { description: 'The rows of this page without their cursors: shorter to ask for than `edges`.' },
    cursorFieldOptions: { description: 'The place of this row in the list; send it as `after` to go on behind it.' },
    firstArgOptions: { description: `How many rows: 1 to ${PAGE.most}, ${PAGE.usual} when left out.` },
    afterArgOptions: { description: 'Go on behind this place: a cursor of an edge, or `pageInfo.endCursor`.' },
    lastArgOptions: {
      description: 'How many rows before `before`. Only organisations can be read backward; other lists refuse it.',
    },
    beforeArgOptions: {
      description: 'Rows before this cursor. Only organisations can be read backward; other lists refuse it.',
    },
    pageInfoFieldOptions: { description: 'Whether the list goes on, and where.' },
    pageInfoTypeOptions: { description: 'Where a page of a list begins and ends, and whether more follows.' },
    hasNextPageFieldOptions: { description: 'More rows follow: ask again with `after: endCursor`.' },
    hasPreviousPageFieldOptions: { description: 'There are rows before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first row; null when the page is empty.' },
    endCursorFieldOptions: { description: 'Cursor of the last row; null when the page is empty.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'A row of a list and its place in it.' },
    nodeTypeOptions: { description: 'A thing that can be fetched again by its id alone, with Query.node.' },
    idFieldOptions: {
      description: 'Unique over all types and stable: fit for a cache, and for Query.node. Read nothing into it.',
    },
    nodeQueryOptions: {
      description: 'Anything by its id; null when there is none or the viewer may not see it.',
      args: { id: { description: 'The `id` of a Node.' } },
    },
    nodesQueryOptions: {
      description: 'Many things by their ids, in the order asked; null where Query.node would be.',
      args: { ids: { description: 'The `id` of each Node.' } },
    },
  },
  scopeAuth: { authScopes: ({ viewer }) => ({ signedIn: viewer !== null, admin: viewer?.role === 'ADMIN' }) },
  errors: {
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalised(fieldName)}Result`,
      description:
        'What was asked for, or the error that stood against it: `... on Error { code message }` reads them all.',
    },
  },
  complexity: { fieldComplexity },
});

/** The arguments of every mutation: one `input`. */
export const oneInput = <Shape>(type: InputRef<Shape>) =>
  builder.args((t) => ({
    input: t.field({ type, required: true, description: 'All that the mutation needs to know.' }),
  }));

/** Connections count their rows with a function that their resolver gives, and only when asked. */
builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'All rows of the list that fit, not only this page. Counted only when asked for.',
    resolve: (connection) => {
      // A relation's is counted with its rows.
      const { totalCount } = connection as unknown as { totalCount: number | (() => Promise<number>) };
      return typeof totalCount === 'function' ? totalCount() : totalCount;
    },
  }),
);

builder.queryType({ description: 'What can be read. Nothing here changes anything.' });
builder.mutationType({
  description:
    'What can be changed. A mutation has one `input` and answers with a union of its payload and the errors that it foresees.',
});
builder.subscriptionType({
  description: 'What is told as it happens, over WebSocket (graphql-ws) or Server-Sent Events at the same address.',
});
