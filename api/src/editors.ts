import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where scripts/editors.mjs unpacks them, to <editor>/<version>/, and says in installed.json which are there. */
const root = fileURLToPath(new URL('../../web/editors/', import.meta.url));

/** Nothing else is in their packages that a browser needs. */
const KINDS = new Set(['.js', '.css', '.json', '.svg', '.png', '.gif', '.jpg', '.mp4', '.md']);

/** The editors that are there to be opened in the page. */
export function editorsInPage() {
  const list = `${root}installed.json`;
  const places = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as `${'id' | 'rapid'}/${string}`[]) : [];
  return places.map((place) => {
    const [editor, version] = place.split('/') as ['id' | 'rapid', string];
    return { editor: editor.toUpperCase() as Uppercase<typeof editor>, version, assetsUrl: `/editors/${place}/` };
  });
}

/** The page that an editor runs in, inside a frame of our own pages. */
export const isEditorPage = (url: string) => /^\/editor\.html($|\?)/.test(url);

/**
 * What the editors may do: their own code from here and none from elsewhere, imagery and OpenStreetMap over https. Rapid
 * draws with a library that makes functions from text, iD does for data that people drop on it: hence unsafe-eval, on this
 * page alone.
 */
export const EDITOR_POLICY = [
  `default-src 'self'`,
  `script-src 'self' 'unsafe-eval'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob: https:`,
  `media-src 'self'`,
  `font-src 'self' data:`,
  `connect-src 'self' https: data: blob:`,
  `worker-src 'self' blob:`,
  `frame-src 'none'`,
  `frame-ancestors 'self'`,
  `base-uri 'none'`,
  `object-src 'none'`,
].join('; ');

/** Serves the editors' files for a year: their version is in the address. */
export async function serveEditors(app: FastifyInstance): Promise<void> {
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/editors/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    allowedPath: (path) => KINDS.has(extname(path)),
    cacheControl: true,
    maxAge: '365d',
    immutable: true,
  });
}
