import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Found once for a field of a planned document, whose nodes are kept with its plan. */
const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/**
 * Which fields of what a field answers with are asked for, of whatever type they are; also those that a directive may leave out. By
 * this a resolver asks at once for what would be asked for later anyway.
 */
export function fieldsAsked({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const found = known.get(fieldNodes);
  if (found) return found;
  const names = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else
        collect((selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection)?.selectionSet);
    }
  };
  for (const { selectionSet } of fieldNodes) collect(selectionSet);
  known.set(fieldNodes, names);
  return names;
}
