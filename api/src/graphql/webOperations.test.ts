import { readdirSync, readFileSync } from 'node:fs';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  print,
  typeFromAST,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { MAX_COMPLEXITY, MAX_DEPTH } from './limits.js';
import { schema } from './schema.js';

/** Every document that the web UI's sources hold. */
function documents(): DocumentNode[] {
  const root = new URL('../../../web/src/', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('gql'))
    .flatMap((file) => [...readFileSync(new URL(file, root), 'utf8').matchAll(/graphql\(\s*`([\s\S]*?)`/g)])
    .map(([, text]) => parse(text!));
}

/** Something that fits an input type; numbers are large, as `first` may be. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, sample(field.type)]));
  }
  return (
    { Int: 100, Float: 1, Boolean: true, ID: 'VGFzazox', GeoJSON: {}, DateTime: '2026-01-01T00:00:00Z' }[type.name] ??
    'text'
  );
}

const sampleVariables = (document: DocumentNode) =>
  Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable, type }) => [
            variable.name.value,
            sample(typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType),
          ])
        : [],
    ),
  );

describe("the web UI's own operations", () => {
  const definitions = documents().flatMap((document) => document.definitions);
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operations = definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );

  function complete(operation: OperationDefinitionNode): DocumentNode {
    const needed = new Map<string, FragmentDefinitionNode>();
    const visit = (text: string) => {
      for (const [, name] of text.matchAll(/\.\.\.(?!on\b)(\w+)/g)) {
        const fragment = fragments.get(name!);
        if (!fragment || needed.has(name!)) continue;
        needed.set(name!, fragment);
        visit(print(fragment));
      }
    };
    visit(print(operation));
    return { kind: Kind.DOCUMENT, definitions: [operation, ...needed.values()] };
  }

  it('are found', () => expect(operations.length).toBeGreaterThan(15));

  it.each(operations.map((operation) => [operation.name?.value, complete(operation)] as const))(
    '%s is valid and costs at most half of what a request may',
    (_name, document) => {
      // Apollo's own directive for reading a masked fragment is taken out before sending.
      expect(validate(schema, document).filter(({ message }) => !message.includes('@unmask'))).toEqual([]);
      const { complexity, depth } = complexityFromQuery(document, {
        schema,
        ctx: {},
        variables: sampleVariables(document),
      });
      expect(complexity).toBeLessThan(MAX_COMPLEXITY / 2);
      expect(depth).toBeLessThan(MAX_DEPTH);
    },
  );
});
