import {
  GraphQLError,
  Kind,
  specifiedRules,
  TypeInfo,
  ValidationContext,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { createComplexityRule } from '@pothos/plugin-complexity';

export const MAX_COMPLEXITY = 15_000;
export const MAX_DEPTH = 15;
const MAX_BREADTH = 400;
const MAX_ALIASES = 30;
/** The parser stops reading a document here. */
export const MAX_TOKENS = 4_000;

const tooManyAliases: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field(field) {
      if (field.alias && ++aliases === MAX_ALIASES + 1) {
        context.reportError(
          new GraphQLError(`A request may use at most ${MAX_ALIASES} aliases. Send several requests.`, {
            nodes: field,
            extensions: { code: 'TOO_MANY_ALIASES', limit: MAX_ALIASES },
          }),
        );
      }
    },
  };
};

/** What an operation costs, and what it may cost at most. */
export interface Cost {
  complexity: number;
  depth: number;
  breadth: number;
  limit: { complexity: number; depth: number; breadth: number };
}

interface Asked {
  variables?: Record<string, unknown>;
  operationName?: string | null;
}

/** The rules of GraphQL and ours that look at a document alone: what they find holds for everybody who sends it. */
export const documentRules: readonly ValidationRule[] = [...specifiedRules, tooManyAliases];

interface OperationVisitor {
  OperationDefinition?: {
    enter: (node: OperationDefinitionNode) => void;
    leave: (node: OperationDefinitionNode) => void;
  };
}

/**
 * Why an operation may not run with these variables: it costs too much, or they do not fit. The same for HTTP, WebSocket and
 * SSE. `onCost` is told what it costs. The rule looks through an operation by itself: a visit of the whole document, as
 * `validate` does it, would take many times as long.
 */
export function overLimit(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: Asked,
  onCost: (cost: Cost) => void,
): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const rule = createComplexityRule({
    variableValues: variables ?? {},
    operationName,
    context: {},
    maxComplexity: MAX_COMPLEXITY,
    maxDepth: MAX_DEPTH,
    maxBreadth: MAX_BREADTH,
    onResult: (cost) =>
      onCost({ ...cost, limit: { complexity: MAX_COMPLEXITY, depth: MAX_DEPTH, breadth: MAX_BREADTH } }),
  });
  const context = new ValidationContext(schema, document, new TypeInfo(schema), (error) => errors.push(error));
  const { OperationDefinition: visitor } = rule(context) as OperationVisitor;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    visitor?.enter(node);
    visitor?.leave(node);
  }
  return errors;
}
