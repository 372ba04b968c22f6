import { existsSync, readFileSync } from 'node:fs';
import { GraphQLError, type DocumentNode } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

const BUILT = new URL('../../../web/dist/.vite/documents.json', import.meta.url);

/** The documents of the built web UI by their SHA-256: its pages send the hash instead. Empty where only the API was built. */
export const trustedDocuments = new Map<string, string>(
  existsSync(BUILT) ? Object.entries(JSON.parse(readFileSync(BUILT, 'utf8')) as Record<string, string>) : [],
);

/** What came of parsing them. Those of other clients are kept by yoga, and go when there are too many. */
const parsed = new Map<string, DocumentNode | undefined>(
  Array.from(trustedDocuments.values(), (text) => [text, undefined]),
);

/** What was asked, with the document that its hash stands for. Throws where nobody knows that. Whoever sends a document has it run. */
export function withDocument(params: GraphQLParams): GraphQLParams {
  if (params.query) return params;
  const hash = (params.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  if (hash === undefined) return params;
  const query = typeof hash === 'string' ? trustedDocuments.get(hash) : undefined;
  if (query === undefined)
    throw new GraphQLError('This server knows no document with this hash. Send the document itself as `query`.', {
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
  return { ...params, query };
}

/**
 * `extensions.persistedQuery.sha256Hash` in the place of `query`, as other servers take it too; but what a client sends is
 * never learnt. All limits hold for a document that came as its hash.
 */
export const trusted: Plugin = {
  onParams: ({ params, setParams }) => setParams(withDocument(params)),
  onParse: ({ params, setParsedDocument }) => {
    const text = String(params.source);
    const known = parsed.get(text);
    if (known) setParsedDocument(known);
    else if (parsed.has(text)) return ({ result }) => void parsed.set(text, result as DocumentNode);
    return undefined;
  },
};
