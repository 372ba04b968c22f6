import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);
const GIF = Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1');
const WEBP = Buffer.from('RIFF\x1a\x00\x00\x00WEBPVP8 ', 'latin1');
const picture = (bytes: Buffer, mime = 'image/png', filename = 'logo.png') => ({
  filename,
  mime,
  data: bytes.toString('base64'),
});

let dataDir: string;
let store: Server;
let storeUrl: string;
/** What the store was sent; it answers what a test sets. */
const sent: { method: string; url: string; headers: Record<string, unknown>; body: Buffer }[] = [];
let answer = { status: 200, body: '' };
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'taskgrid-'));
  store = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      sent.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(answer.status).end(answer.body);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => store.once('listening', done));
  storeUrl = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
});
afterAll(async () => {
  store.close();
  await rm(dataDir, { recursive: true });
});

async function withServer(env: Record<string, string>, test: (server: TestServer, token: string) => Promise<void>) {
  const server = await startServer({ DATA_DIR: dataDir, ...env }, { jobs: false });
  try {
    await test(server, (await server.person('max')).token);
  } finally {
    await server.stop();
  }
}
const upload = (server: TestServer, token: string | undefined, body: unknown) =>
  v2(server, '/system/image-upload/', { method: 'POST', token, body });

/** As a page of ours sends a picture. */
const fromPage = (server: TestServer, body: Buffer, headers: Record<string, string>) =>
  fetch(`${server.url}/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', ...headers },
    body: new Uint8Array(body),
  });

describe('pictures over v2', () => {
  it('are kept in a folder, once, and served so that nothing of them runs', async () => {
    await withServer({}, async (server, token) => {
      for (const [bytes, mime, extension] of [
        [PNG, 'image/png', 'png'],
        [JPEG, 'image/jpeg', 'jpg'],
        [GIF, 'image/gif', 'gif'],
        [WEBP, 'image/webp', 'webp'],
        // Whatever it is said to be.
        [GIF, 'image/png', 'gif'],
      ] as const) {
        const { status, body } = await upload(server, token, picture(bytes, mime, '../../etc/passwd'));
        expect(status).toBe(201);
        expect(body.url).toMatch(new RegExp(`^${server.url}/uploads/[0-9a-f]{40}\\.${extension}$`));
        const served = await fetch(body.url);
        expect(served.status).toBe(200);
        expect(Object.fromEntries(served.headers)).toMatchObject({
          'content-type': `image/${extension.replace('jpg', 'jpeg')}`,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'public, max-age=31536000, immutable',
        });
        expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
        const again = await fetch(body.url, { headers: { 'if-none-match': served.headers.get('etag')! } });
        expect(again.status).toBe(304);
      }
      expect(await readdir(join(dataDir, 'uploads'))).toHaveLength(4);
      for (const none of [`${'0'.repeat(40)}.png`, 'x.png', '..%2f..%2fetc%2fpasswd', '.png', `${'0'.repeat(40)}.svg`])
        expect((await fetch(`${server.url}/uploads/${none}`)).status, none).toBe(404);
    });
  });

  it('are refused in order: the visitor, the blocked, without name, without kind, of another kind, by content, by size', async () => {
    await withServer({}, async (server, token) => {
      expect((await upload(server, undefined, picture(PNG))).status).toBe(403);
      const blocked = await server.person('bea', 'READ_ONLY');
      expect(await upload(server, blocked.token, {})).toMatchObject({ status: 403, body: { SubCode: 'ReadOnly' } });
      const { data } = picture(PNG);
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      for (const [body, code] of [
        [{}, 'MissingFilename'],
        [{ filename: ' ', mime: 'image/png', data }, 'MissingFilename'],
        [{ filename: 7, mime: 'image/png', data }, 'MissingFilename'],
        [{ filename: 'a', data }, 'MissingMime'],
        [{ filename: 'a', mime: 'image/svg+xml', data }, 'UnsupportedFile'],
        [{ filename: 'a', mime: 'text/html', data }, 'UnsupportedFile'],
        [{ filename: 'a', mime: 'image/png' }, 'InvalidData'],
        [{ filename: 'a', mime: 'image/png', data: 'not base64!' }, 'InvalidData'],
        [picture(svg), 'UnsupportedFile'],
        [picture(Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)])), 'UnsupportedFile'],
      ] as const)
        expect(await upload(server, token, body), code).toMatchObject({ status: 400, body: { SubCode: code } });
      for (const none of [['x'], undefined]) expect((await upload(server, token, none)).status).toBe(422);
      expect((await upload(server, token, picture(Buffer.alloc(9_000_000)))).status).toBe(413);
    });
  });

  it('are taken from the web UI by the session of the browser, and from no other page', async () => {
    await withServer({}, async (server, token) => {
      const post = (body: Buffer, headers: Record<string, string>) => fromPage(server, body, headers);
      const cookie = `taskgrid_session=${token}`;
      const kept = await post(PNG, { cookie, origin: server.url });
      expect(kept.status).toBe(201);
      const { url } = (await kept.json()) as { url: string };
      expect(url).toMatch(/^\/uploads\/[0-9a-f]{40}\.png$/);
      expect(Buffer.from(await (await fetch(server.url + url)).arrayBuffer())).toEqual(PNG);
      const blocked = await server.person('bo', 'READ_ONLY');
      const statuses = [
        await post(PNG, {}),
        await post(PNG, { cookie, origin: 'https://elsewhere.example' }),
        await post(PNG, { cookie: `taskgrid_session=${blocked.token}` }),
        await post(Buffer.from('<svg/>'), { cookie }),
        await post(PNG, { cookie, 'content-type': 'image/svg+xml' }),
        await post(Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]), { cookie }),
      ].map(({ status }) => status);
      expect(statuses).toEqual([401, 401, 403, 415, 415, 413]);
    });
  });

  it('are answered with 502 where the place that keeps them is away, or takes no files', async () => {
    const bucket = {
      IMAGE_S3_ENDPOINT: 'http://127.0.0.1:1', // nobody listens there
      IMAGE_S3_BUCKET: 'pictures',
      IMAGE_S3_ACCESS_KEY: 'AKID',
      IMAGE_S3_SECRET_KEY: 'secret',
      IMAGE_S3_PUBLIC_URL: 'https://cdn.example',
    };
    const noFolder = join(dataDir, 'a-file');
    await writeFile(noFolder, '');
    for (const env of [bucket, { DATA_DIR: noFolder }])
      await withServer(env, async (server, token) => {
        const answer = await fromPage(server, PNG, { cookie: `taskgrid_session=${token}` });
        expect(answer.status).toBe(502);
        expect(await answer.json()).toEqual({
          message: 'The place where pictures are kept does not answer. Try again later.',
        });
        expect(await upload(server, token, picture(PNG))).toMatchObject({
          status: 502,
          body: { SubCode: 'UndefinedImageService' },
        });
      });
  });

  it('are 60 an hour at most', async () => {
    await withServer({}, async (server, token) => {
      const statuses = new Set<number>();
      for (let n = 0; n < 60; n++) statuses.add((await upload(server, token, picture(GIF))).status);
      expect(statuses).toEqual(new Set([201]));
      const refused = await upload(server, token, picture(GIF));
      expect(refused).toMatchObject({ status: 429, body: { SubCode: 'TooManyRequests' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    });
  });

  it('go to a bucket where one is set, signed', async () => {
    const env = {
      IMAGE_S3_ENDPOINT: storeUrl,
      IMAGE_S3_BUCKET: 'pictures',
      IMAGE_S3_REGION: 'eu-1',
      IMAGE_S3_ACCESS_KEY: 'AKID',
      IMAGE_S3_SECRET_KEY: 'secret',
      IMAGE_S3_PUBLIC_URL: 'https://cdn.example',
    };
    await withServer(env, async (server, token) => {
      answer = { status: 200, body: '' };
      const { status, body } = await upload(server, token, picture(PNG));
      expect({ status, body }).toEqual({
        status: 201,
        body: { url: expect.stringMatching(/^https:\/\/cdn\.example\/[0-9a-f]{40}\.png$/) },
      });
      const put = sent.pop()!;
      expect(put).toMatchObject({ method: 'PUT', body: PNG, headers: { 'content-type': 'image/png' } });
      expect(put.url).toBe(`/pictures${new URL(body.url).pathname}`);
      expect(put.headers.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/,
      );
      answer = { status: 403, body: '' };
      expect(await upload(server, token, picture(PNG))).toMatchObject({
        status: 502,
        body: { SubCode: 'UndefinedImageService' },
      });
    });
  });

  it('go to the service of the original where one is set', async () => {
    await withServer(
      { TM_IMAGE_UPLOAD_API_URL: `${storeUrl}/up`, TM_IMAGE_UPLOAD_API_KEY: 'k' },
      async (server, token) => {
        answer = { status: 201, body: JSON.stringify({ url: 'https://cdn.example/logo.png' }) };
        expect(await upload(server, token, picture(PNG))).toMatchObject({
          status: 201,
          body: { url: 'https://cdn.example/logo.png' },
        });
        const post = sent.pop()!;
        expect(post).toMatchObject({ method: 'POST', url: '/up?filename=logo.png', headers: { 'x-api-key': 'k' } });
        expect(JSON.parse(post.body.toString())).toEqual({ image: picture(PNG) });
        answer = { status: 200, body: 'odd' };
        expect((await upload(server, token, picture(PNG))).status).toBe(502);
      },
    );
  });

  it('need all that a bucket needs', async () => {
    await expect(startServer({ IMAGE_S3_ENDPOINT: storeUrl })).rejects.toThrow(/IMAGE_S3_BUCKET/);
  });
});
