import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
import { createComplexityRule } from '@pothos/plugin-complexity';

export const MAX_COMPLEXITY = 5_000;
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

/** Validation rules that bound what a request may cost; the same for HTTP, WebSocket and SSE. */
export function limitRules(variables: Record<string, unknown> | undefined, contextValue: object): ValidationRule[] {
  return [
    tooManyAliases,
    createComplexityRule({
      variableValues: variables ?? {},
      context: contextValue,
      maxComplexity: MAX_COMPLEXITY,
      maxDepth: MAX_DEPTH,
      maxBreadth: MAX_BREADTH,
    }),
  ];
}
