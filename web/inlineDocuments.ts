import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const generated = new URL('src/gql/graphql.ts', import.meta.url);

/** Documents of the generated module by name, as the JSON text they are there. */
function documents(): Map<string, string> {
  const text = readFileSync(generated, 'utf8');
  const found = text.matchAll(/^export const (\w+?)(?:Fragment)?Doc(?:ument)? = (\{.*\}) as unknown as DocumentNode/gm);
  return new Map(Array.from(found, ([, name = '', json = '']) => [name, json]));
}

/**
 * Puts each GraphQL document where it is used. The generated `graphql()` looks its documents up in one table, which
 * would make the first page fetch those of all pages, twice over: their text and their syntax tree.
 */
export function inlineDocuments(): Plugin {
  let byName = new Map<string, string>();
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      byName = documents();
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
