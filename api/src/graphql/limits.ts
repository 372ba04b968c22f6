import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
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

/** Validation rules that bound what a request may cost; the same for HTTP, WebSocket and SSE. `onCost` is told what it costs. */
export function limitRules(
  { variables, operationName }: Asked,
  contextValue: object,
  onCost: (cost: Cost) => void,
): ValidationRule[] {
  return [
    tooManyAliases,
    createComplexityRule({
      variableValues: variables ?? {},
      operationName,
      context: contextValue,
      maxComplexity: MAX_COMPLEXITY,
      maxDepth: MAX_DEPTH,
      maxBreadth: MAX_BREADTH,
      onResult: (cost) =>
        onCost({ ...cost, limit: { complexity: MAX_COMPLEXITY, depth: MAX_DEPTH, breadth: MAX_BREADTH } }),
    }),
  ];
}
