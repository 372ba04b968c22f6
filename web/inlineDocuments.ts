import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InMemoryCache } from '@apollo/client/cache';
import { Kind, print, visit, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

const generated = new URL('src/gql/graphql.ts', import.meta.url);

/** Documents of the generated module by name, as the JSON text they are there. */
function documents(): Map<string, string> {
  const text = readFileSync(generated, 'utf8');
  const found = text.matchAll(/^export const (\w+?)(?:Fragment)?Doc(?:ument)? = (\{.*\}) as unknown as DocumentNode/gm);
  return new Map(Array.from(found, ([, name = '', json = '']) => [name, json]));
}

/** A document as Apollo sends it: with the type of every object, and without what Apollo alone understands. */
const asSent = (document: DocumentNode) =>
  print(
    visit(new InMemoryCache().transformDocument(document), {
      Directive: ({ name }) => (name.value === 'unmask' ? null : undefined),
    }),
  );

/**
 * Puts each GraphQL document where it is used. The generated `graphql()` looks its documents up in one table, which
 * would make the first page fetch those of all pages, twice over: their text and their syntax tree.
 *
 * An operation has its hash beside it, which a page sends instead (trustedLink.ts): the server reads the documents of all
 * hashes from a file of the build.
 */
export function inlineDocuments(): Plugin {
  let byName = new Map<string, string>();
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      byName = documents();
      const trusted: Record<string, string> = {};
      for (const [name, json] of byName) {
        const document = JSON.parse(json) as DocumentNode;
        if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) continue;
        const text = asSent(document);
        const hash = createHash('sha256').update(text).digest('hex');
        trusted[hash] = text;
        byName.set(name, JSON.stringify({ ...document, __meta__: { hash } }));
      }
      this.emitFile({ type: 'asset', fileName: '.vite/documents.json', source: JSON.stringify(trusted) });
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql(`' },
      handler(code, id) {
        if (id.includes('/src/gql/')) return;
        return {
          code: code.replace(/\bgraphql\(`([^`]*)`\)/g, (_call, source: string) => {
            const name = /^\s*(?:query|mutation|subscription|fragment)\s+(\w+)/.exec(source)?.[1] ?? '';
            const json = byName.get(name);
            if (!json) this.error(`${id}: no generated document named "${name}". Run: npm run generate -w web`);
            return `(${json})`;
          }),
          map: null,
        };
      },
    },
  };
}
