import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './inlineDocuments';
import { serviceWorker } from './serviceWorker';

const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** The one font file every page of a Latin script needs is fetched with the page, not after its CSS. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

/** Pages that are opened by their address most, by what their paths look like (see router.tsx). */
const PAGES = {
  '^/$': 'home/HomePage',
  '^/explore$': 'explore/ExplorePage',
  '^/projects/\\d+$': 'project/OverviewPage',
  '^/projects/\\d+/tasks$': 'tasks/TasksPage',
  '^/projects/\\d+/(map|validate)$': 'mapping/MappingPage',
};

/** The code of such a page is fetched with the code of all pages, not once that has run and found its route. */
function preloadPages(): Plugin {
  return {
    name: 'preload-pages',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, filename }) => {
        if (!bundle || !filename.endsWith('index.html')) return;
        const filesOf = (name: string, found = new Set<string>()) => {
          const chunk = bundle[name];
          if (found.has(name) || chunk?.type !== 'chunk') return found;
          found.add(name);
          for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
          for (const each of chunk.imports) filesOf(each, found);
          return found;
        };
        const chunkOf = (module: string) =>
          Object.values(bundle).find((one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(module))?.fileName ??
          '';
        const first = filesOf(chunkOf('/index.html'));
        const pages = Object.entries(PAGES).map(([path, page]) => [
          path,
          [...filesOf(chunkOf(`/src/features/${page}.tsx`))].filter((file) => !first.has(file)),
        ]);
        if (pages.some(([, files]) => files?.length === 0)) throw new Error('A page of PAGES is not in the build.');
        return [{ tag: 'script', children: `(${preload.toString()})(${JSON.stringify(pages)})`, injectTo: 'head' }];
      },
    },
  };
}

/** Runs in index.html; the server lets run what stands there when it starts. */
function preload(pages: [path: string, files: string[]][]): void {
  const files = pages.find(([path]) => new RegExp(path).test(location.pathname))?.[1] ?? [];
  for (const file of files) {
    const link = document.createElement('link');
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' });
    else link.rel = 'modulepreload';
    link.href = `/${file}`;
    document.head.append(link);
  }
}

export default defineConfig({
  plugins: [
    inlineDocuments(),
    react(),
    preloadFont(),
    preloadPages(),
    serviceWorker(),
    // Once here, not at every request: the server sends the .br or .gz beside a file to those who take it.
    compression({
      include: /\.(js|css|json|svg|html)$/,
      threshold: 1000,
      algorithms: [defineAlgorithm('gzip', { level: 9 }), 'brotliCompress'],
    }),
  ],
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/tiles': api,
      // With the address as the browser has it: the server answers only to pages of its own.
      '/sign-in': { target: api },
      '/osm-stand-in': { target: api },
      '/api': api,
      '/uploads': api,
      '/exports': api,
      '/editors': api,
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true, // read by scripts/web-sizes.mjs
    // MapLibre alone is larger than Vite's default warning; it has its own budget and never blocks a page.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The page that an editor runs in, inside a frame, is a page of its own.
      input: { main: 'index.html', editor: 'editor.html' },
      output: {
        codeSplitting: {
          groups: [
            // First: a group takes what it depends on with it, and with React or Vite's loader of chunks in the map's group
            // every page would wait for the map.
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|vite[\\/]preload-helper/,
              priority: 1,
            },
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@vis\.gl|@maplibre)[\\/]/ },
            // What every page needs comes in one file, not in the forty that pages share in forty ways.
            { name: 'first', tags: ['$initial'], test: /node_modules[\\/]|src[\\/](app|components|gql)[\\/]/ },
            {
              name: 'shared',
              test: /node_modules[\\/](@tabler|@mantine[\\/](core|hooks)|@floating-ui)[\\/]|src[\\/](components(?![\\/]charts)|task|app)[\\/]/,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 4_000,
            },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
