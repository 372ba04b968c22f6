import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenHeader, v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
let ann: { id: number; token: string };
let ben: { id: number; token: string };
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  [ann, ben] = [await server.person('ann'), await server.person('ben')];
});
afterAll(() => server?.stop());

const REDIRECT = 'http://127.0.0.1:3100/authorized';

/** Signs in as old clients do; what the callback answers. */
async function signIn(name: string, more: Record<string, string> = {}) {
  const { body: login } = await v2(
    server,
    `/system/authentication/login/?redirect_uri=${encodeURIComponent(REDIRECT)}`,
  );
  const page = new URL(login.auth_url);
  const answer = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...page.searchParams, ['name', name], ['changesets', '0']]),
  });
  const back = new URL(answer.headers.get('location')!);
  expect(back.href.split('?')[0]).toBe(REDIRECT);
  expect(back.searchParams.get('state')).toBe(login.state);
  const query = new URLSearchParams({ redirect_uri: REDIRECT, code: back.searchParams.get('code')!, ...more });
  return { state: login.state as string, answer: await v2(server, `/system/authentication/callback/?${query}`) };
}

describe('signing in over v2', () => {
  it('gives a token that opens a session, and the picture and the token of OpenStreetMap', async () => {
    const { answer } = await signIn('carla', { email_address: 'Carla@example.org' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ username: 'carla', session: { token_type: 'Bearer' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { body } = await v2(server, '/system/authentication/applications/', { token: answer.body.session_token });
    expect(body).toEqual({ applications: [] });
    const person = await server.database.prisma.person.findUniqueOrThrow({ where: { username: 'carla' } });
    expect([person.email, person.emailVerified]).toEqual(['carla@example.org', false]);
  });

  it('refuses a code that OpenStreetMap does not know, none at all, and a state that was never given', async () => {
    const callback = (query: string) =>
      v2(server, `/system/authentication/callback/?redirect_uri=${REDIRECT}&${query}`);
    expect(await callback('code=made-up')).toMatchObject({ status: 400, body: { SubCode: 'InvalidGrantError' } });
    expect(await callback('')).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
    expect(await callback('code=x&state=y')).toMatchObject({ status: 400, body: { SubCode: 'InvalidGrantError' } });
    expect((await callback('code=x&email_address=nobody')).status).toBe(422);
  });

  it('takes its state once', async () => {
    const { body: login } = await v2(
      server,
      `/system/authentication/login/?redirect_uri=${encodeURIComponent(REDIRECT)}`,
    );
    const callback = () =>
      v2(server, `/system/authentication/callback/?redirect_uri=${REDIRECT}&code=x&state=${login.state}`);
    expect((await callback()).body.Error).not.toContain('finished before');
    expect((await callback()).body.Error).toContain('finished before');
  });

  it('needs an address to come back to', async () => {
    expect((await v2(server, '/system/authentication/login/?redirect_uri=javascript:1')).status).toBe(422);
    expect((await v2(server, '/system/authentication/login/')).status).toBe(400);
  });
});

describe('application keys of v2', () => {
  const path = '/system/authentication/applications/';

  it('are made, used, listed, checked and ended', async () => {
    const { body: made } = await v2(server, path, { method: 'POST', token: ann.token });
    expect(made).toMatchObject({ keyId: null, userId: ann.id, createdDate: null });
    const key = made.applicationkey as string;
    const used = await v2(server, path, { headers: { authorization: tokenHeader(key) } });
    expect(used.body.applications).toHaveLength(1);
    const [{ applicationkey: named }] = used.body.applications;
    expect(named).not.toContain(key.slice(4));
    for (const name of [key, named])
      expect((await v2(server, `${path}${name}/`, { method: 'PATCH' })).status).toBe(200);
    expect((await v2(server, `${path}${key}/`, { method: 'DELETE', token: ben.token })).status).toBe(302);
    const ended = await v2(server, `${path}${named}/`, { method: 'DELETE', token: ann.token });
    expect([ended.status, ended.body, ended.headers.get('content-type')]).toEqual([200, '', null]);
    expect(await v2(server, `${path}${key}/`, { method: 'PATCH' })).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'APPLICATION_NOT_FOUND', details: {} } },
    });
    expect((await v2(server, path, { headers: { authorization: tokenHeader(key) } })).status).toBe(401);
  });

  it('count until their end, then their check is a 302', async () => {
    const { body: made } = await v2(server, path, { method: 'POST', token: ben.token });
    await server.database.pool.query(
      `update application_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where person_id = $1`,
      [ben.id],
    );
    expect((await v2(server, `${path}${made.applicationkey}/`, { method: 'PATCH' })).status).toBe(302);
  });

  it('cannot make other keys', async () => {
    const { body: made } = await v2(server, path, { method: 'POST', token: ann.token });
    const again = await v2(server, path, {
      method: 'POST',
      headers: { authorization: tokenHeader(made.applicationkey) },
    });
    expect(again.status).toBe(403);
  });
});

describe('verifying an address over v2', () => {
  it('tells a token that is none from a person who is none', async () => {
    expect(await v2(server, '/system/authentication/email/?username=ann&token=x')).toMatchObject({
      status: 403,
      body: { SubCode: 'BadSignature' },
    });
    expect(await v2(server, '/system/authentication/email/?username=nobody&token=x')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'USER_NOT_FOUND', details: { username: 'nobody' } } },
    });
    expect((await v2(server, '/system/authentication/email/?username=ann')).status).toBe(422);
  });
});
