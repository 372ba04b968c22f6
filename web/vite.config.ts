import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './inlineDocuments';

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

export default defineConfig({
  plugins: [
    inlineDocuments(),
    react(),
    preloadFont(),
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
      '/sign-in': api,
      '/osm-stand-in': api,
      '/api': api,
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true, // read by scripts/web-sizes.mjs
    // MapLibre alone is larger than Vite's default warning; it has its own budget and never blocks a page.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
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
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
