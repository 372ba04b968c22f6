// Does the API still serve the clients of the released one? Compares schema.graphql with docs/schema-released.graphql.
// What was @deprecated in the released schema may go; nothing else may go or change in a way that breaks a client.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildASTSchema,
  BreakingChangeType,
  findBreakingChanges,
  GraphQLSchema,
  isObjectType,
  parse,
  visit,
} from 'graphql';

const RELEASED = 'docs/schema-released.graphql';
const REMOVALS = new Set([
  BreakingChangeType.TYPE_REMOVED,
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.ARG_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
]);

/** The schema without what is deprecated in it, and without the types that only that led to. */
function withoutDeprecated(document) {
  const dropDeprecated = (node) =>
    node.directives?.some(({ name }) => name.value === 'deprecated') ? null : undefined;
  const rest = visit(document, {
    FieldDefinition: dropDeprecated,
    InputValueDefinition: dropDeprecated,
    EnumValueDefinition: dropDeprecated,
  });
  const schema = buildASTSchema(rest, { assumeValid: true, assumeValidSDL: true });
  return new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
    directives: schema.getDirectives(),
    // Reached through an interface alone.
    types: Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.getInterfaces().length > 0),
    assumeValid: true,
  });
}

/** What would break clients of the released schema, in sentences. */
export function breakingChanges(releasedText, currentText) {
  const released = parse(releasedText);
  const current = buildASTSchema(parse(currentText));
  const notDeprecated = findBreakingChanges(withoutDeprecated(released), current).map(({ description }) => description);
  return findBreakingChanges(buildASTSchema(released), current)
    .filter(({ type, description }) => !REMOVALS.has(type) || notDeprecated.includes(description))
    .map(({ description }) => description);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  if (!existsSync(RELEASED)) {
    console.log(`There is no ${RELEASED} yet: no schema was released, so no client can break.`);
    process.exit(0);
  }
  const changes = breakingChanges(readFileSync(RELEASED, 'utf8'), readFileSync('schema.graphql', 'utf8'));
  for (const change of changes) console.error(change);
  if (changes.length > 0) {
    console.error(
      `${changes.length} change(s) would break clients of the released schema. Keep the old and mark it @deprecated.`,
    );
    process.exit(1);
  }
  console.log(`schema.graphql serves every client of ${RELEASED}.`);
}
