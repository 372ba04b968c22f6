import { GraphQLError, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { neededScope } from '../modules/sign-in/keyScopes.js';
import { scopeAllows } from '../modules/sign-in/policy.js';
import type { Viewer } from '../viewer.js';

/**
 * Why a request that came with an API key is refused as a whole, before any of it is done: a mutation of it needs more than
 * the key's scope. Undefined for sessions and visitors, and for what only reads.
 */
export function beyondKey(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  viewer: Viewer | null,
): GraphQLError | undefined {
  const key = viewer?.key;
  if (!key) return undefined;
  const mutations = mutationsOf(schema, document, operationName);
  const refused = mutations.find((mutation) => !scopeAllows(key.scope, neededScope(mutation)));
  if (!refused) return undefined;
  const needed = neededScope(refused);
  return new GraphQLError(
    needed === 'NEVER'
      ? `No API key can do ${refused}. Sign in as yourself to do it.`
      : `This API key has the scope ${key.scope}; ${refused} needs ${needed}. Make a key of that scope.`,
    { extensions: { code: 'KEY_SCOPE_TOO_SMALL', scope: key.scope, needed, http: { status: 403 } } },
  );
}

/** Every mutation that the operation names, in fragments too, whether or not it is skipped. */
function mutationsOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined) {
  const names: string[] = [];
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      [Kind.OPERATION_DEFINITION]: ({ name }) => (operationName && name?.value !== operationName ? false : undefined),
      [Kind.FIELD]: ({ name }) => {
        if (typeInfo.getParentType() === schema.getMutationType()) names.push(name.value);
        return undefined;
      },
    }),
  );
  return names;
}
