import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import { tokenHeader, v2 } from '../../test/rest.js';

let server: TestServer;
let admin: { token: string };
let mapper: { token: string };
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  [admin, mapper] = await Promise.all([server.person('ada', 'ADMIN'), server.person('max')]);
});
afterAll(() => server.stop());

const asking = (authorization: string, path = '/system/banner/') =>
  v2(server, path, { method: 'PATCH', headers: { authorization }, body: { message: 'Hello', visible: true } });

describe('the header Authorization of v2', () => {
  it('is asked for where signing in is needed: 403 and the sentence that old clients know', async () => {
    const { status, body } = await v2(server, '/system/banner/', { method: 'PATCH', body: {} });
    expect([status, body]).toEqual([403, { detail: 'Not authenticated' }]);
  });

  it.each([
    ['Token', 'one word'],
    ['Token a b', 'three words'],
    ['Token ää', 'not base64'],
    ['Token abc', 'base64 of a wrong length'],
  ])('%s (%s) is refused on every operation with a plain text', async (authorization) => {
    for (const path of ['/system/banner/', '/system/heartbeat/']) {
      const { status, body, headers } = await v2(server, path, { headers: { authorization } });
      expect([status, body]).toEqual([400, 'Invalid auth credentials']);
      expect(headers.get('content-type')).toMatch('text/plain');
    }
  });

  it('with another scheme is refused with 401', async () => {
    const { status, body } = await asking(`Bearer ${mapper.token}`);
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: { code: 401, sub_code: 'UNKNOWN_ERROR', details: {} } });
  });

  it('with a token that never was is refused with 401 InvalidToken', async () => {
    const { status, body, headers } = await asking(tokenHeader('nobody'));
    expect(status).toBe(401);
    expect(body).toMatchObject({ SubCode: 'InvalidToken' });
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it('names the scheme in any case', async () => {
    expect((await asking(tokenHeader(admin.token).replace('Token', 'tOKEN'))).status).toBe(200);
  });
});

describe('requests that do not fit', () => {
  it('are told each fault with its place, before rules are asked', async () => {
    const { status, body } = await v2(server, '/system/banner/', {
      method: 'PATCH',
      token: mapper.token,
      body: { visible: 'OK' },
    });
    expect(status).toBe(422);
    expect(body.detail).toEqual([
      expect.objectContaining({ type: 'missing', loc: ['body', 'message'], input: { visible: 'OK' } }),
      expect.objectContaining({ type: 'bool_parsing', loc: ['body', 'visible'], input: 'OK' }),
    ]);
  });

  it.each([
    ['{"message":', 'JSON that ends too early', 'json_invalid'],
    ['[]', 'a list', 'dict_type'],
    ['', 'nothing', 'missing'],
    ['{"message":"a\\u0000","visible":true}', 'a NUL byte', 'value_error'],
  ])('%s (%s) is a 422', async (body, _, type) => {
    const answer = await v2(server, '/system/banner/', { method: 'PATCH', token: mapper.token, body });
    expect(answer.status).toBe(422);
    expect(answer.body.detail[0].type).toBe(type);
  });

  it('of another content type are a 422', async () => {
    const answer = await v2(server, '/system/banner/', {
      method: 'PATCH',
      token: mapper.token,
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(answer.status).toBe(422);
  });

  it('are refused by their size with 413', async () => {
    const answer = await v2(server, '/system/banner/', {
      method: 'PATCH',
      token: admin.token,
      body: { message: 'x'.repeat(2_000_000), visible: true },
    });
    expect(answer.status).toBe(413);
  });

  it('to paths that are none are a 404, with methods that a path has not a 405', async () => {
    expect(await v2(server, '/nowhere/')).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
    expect(await v2(server, '/system/heartbeat/', { method: 'DELETE' })).toMatchObject({
      status: 405,
      body: { detail: 'Method Not Allowed' },
    });
  });
});

describe('answers of v2', () => {
  it('are the same with the slash at the end and without', async () => {
    const [withSlash, without] = await Promise.all([v2(server, '/system/heartbeat/'), v2(server, '/system/heartbeat')]);
    expect(without.status).toBe(200);
    expect(without.body).toEqual(withSlash.body);
  });

  it('are open to any page, without credentials', async () => {
    const { headers } = await v2(server, '/system/heartbeat/', { headers: { origin: 'https://dashboard.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('tell a refused rule as the original does', async () => {
    const { status, body } = await v2(server, '/system/banner/', {
      method: 'PATCH',
      token: mapper.token,
      body: { message: 'Hi', visible: true },
    });
    expect([status, body.SubCode]).toEqual([403, 'OnlyAdminAccess']);
  });
});

describe('the manual', () => {
  it('is Swagger UI of this server, with the OpenAPI 3.1 document of every operation', async () => {
    const page = await fetch(`${server.url}/api/docs/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('swagger-ui');
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v2/system/banner/']).toHaveProperty('patch');
  });
});
