import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
} from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, publishedProject } from '../../../test/world.js';
import { schema } from '../../graphql/schema.js';
import type { KeyScope } from '../../viewer.js';
import { NEEDED_SCOPES } from './keyScopes.js';

const CREATE = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) {
  __typename ... on Error { code message } ... on NotPermitted { reason } ... on InvalidInput { issues { path } }
  ... on CreateApiKeyPayload { key apiKey { id name prefix scope expiresAt lastUsed revoked current } } } }`;
const REVOKE = `mutation ($id: ID!) { result: revokeApiKey(input: { apiKeyId: $id }) {
  __typename ... on Error { code message } ... on RevokeApiKeyPayload { apiKey { id revoked } } } }`;
const KEYS = '{ viewer { apiKeys { id name prefix scope lastUsed current } } }';
const WHO = '{ viewer { person { username } } }';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** Some value that the type takes, with no more fields than it must have. */
function anyOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, anyOf(field.type)]));
  }
  const values: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    DateTime: inDays(1),
    GeoJSON: {},
    JSON: {},
  };
  return values[getNamedType(type).name] ?? '0';
}

describe('API keys', () => {
  let server: TestServer;
  let admin: Person, project: number;
  type Person = Awaited<ReturnType<TestServer['person']>>;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    admin = await server.person('admin', 'ADMIN');
    project = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 3, 3), zoom: 14 });
  });
  afterAll(() => server?.stop());

  const create = async (token: string | undefined, input: object = {}) =>
    (await server.get(CREATE, { input: { name: 'JOSM', scope: 'READ', expiresAt: inDays(30), ...input } }, token))
      .result;
  const keyOf = async (person: Person, scope: KeyScope): Promise<{ key: string; id: string }> => {
    const { key, apiKey } = await create(person.token, { scope });
    return { key, id: apiKey.id };
  };
  const who = async (key: string) => (await server.get(WHO, {}, key)).viewer?.person.username ?? null;
  const codeOf = async (query: string, variables: object, key: string) =>
    (await server.ask(query, variables, key)).errors?.[0]?.extensions?.code;

  describe('are made', () => {
    it('by a session, are shown once, and kept as a hash', async () => {
      const ana = await server.person('ana');
      const made = await create(ana.token, { name: '  Mapathon board ' });
      expect(made.apiKey).toMatchObject({ name: 'Mapathon board', scope: 'READ', lastUsed: null, revoked: null });
      expect(made.key).toMatch(/^tgk_[\w-]{43}$/);
      expect(made.key.startsWith(made.apiKey.prefix)).toBe(true);
      const { rows } = await server.database.pool.query('select k::text as row from application_key k');
      expect(JSON.stringify(rows)).not.toContain(made.key);
      expect((await server.get(KEYS, {}, ana.token)).viewer.apiKeys).toMatchObject([{ id: made.apiKey.id }]);
    });

    it.each([
      ['name', { name: ' ' }],
      ['name', { name: 'x'.repeat(101) }],
      ['name', { name: 'a\0b' }],
      ['expiresAt', { expiresAt: inDays(-1) }],
      ['expiresAt', { expiresAt: inDays(367) }],
    ])('with a usable %s: %j is refused by name', async (field, input) => {
      expect(await create(admin.token, input)).toMatchObject({
        __typename: 'InvalidInput',
        issues: [{ path: [field] }],
      });
    });

    it('never beyond 50 in force, however many are asked for at once', async () => {
      const hasty = await server.person('hasty');
      await server.database.pool.query(
        `insert into application_key (person_id, key_hash, prefix, name, scope, expires_at, revoked_at)
         select $1, int4send(1000 + n), 'tgk_', 'many', 'READ', now() + interval '1 day', case when n > 48 then now() end
           from generate_series(1, 60) n`,
        [hasty.id],
      );
      const made = await Promise.all(Array.from({ length: 8 }, () => create(hasty.token)));
      expect(made.map(({ __typename }) => __typename).sort()).toEqual([
        ...Array.from({ length: 2 }, () => 'CreateApiKeyPayload'),
        ...Array.from({ length: 6 }, () => 'NotPermitted'),
      ]);
      expect((await server.get(KEYS, {}, hasty.token)).viewer.apiKeys).toHaveLength(50);
    });

    it('neither by visitors, nor by blocked people, nor without end', async () => {
      expect(await create(undefined)).toMatchObject({ __typename: 'NotSignedIn' });
      const blocked = await server.person('blocked', 'READ_ONLY');
      expect(await create(blocked.token)).toMatchObject({ __typename: 'NotPermitted', reason: 'USER_BLOCKED' });
      const eager = await server.person('eager');
      await server.database.pool.query(
        `insert into application_key (person_id, key_hash, prefix, name, scope, expires_at)
         select $1, int4send(n), 'tgk_', 'many', 'READ', now() + interval '1 day' from generate_series(1, 50) n`,
        [eager.id],
      );
      expect(await create(eager.token)).toMatchObject({ __typename: 'NotPermitted', reason: 'TOO_MANY_KEYS' });
    });
  });

  describe('let in', () => {
    it('their person over HTTP, and say when they were used and which is asking', async () => {
      const cleo = await server.person('cleo');
      const { key, id } = await keyOf(cleo, 'READ');
      expect(await who(key)).toBe('cleo');
      const [listed] = (await server.get(KEYS, {}, key)).viewer.apiKeys;
      expect(listed).toMatchObject({ id, current: true, lastUsed: expect.any(String) });
      expect((await server.get(KEYS, {}, cleo.token)).viewer.apiKeys[0].current).toBe(false);
    });

    it('their person over a WebSocket and server-sent events, until they are revoked', async () => {
      const dora = await server.person('dora');
      const [socketKey, eventsKey] = [await keyOf(dora, 'READ'), await keyOf(dora, 'READ')];
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${socketKey.key}` },
      });
      const seen: unknown[] = [];
      client.subscribe(
        { query: 'subscription { viewerUnreadCount }' },
        {
          next: ({ data }) => void seen.push(data?.viewerUnreadCount),
          error: (error) => void seen.push(error),
          complete: () => void seen.push('ended'),
        },
      );
      await expect.poll(() => seen).toEqual([0]);
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${eventsKey.key}`,
        },
        body: JSON.stringify({ query: 'subscription { viewerUnreadCount }' }),
      });
      const reader = response.body!.getReader();
      let text = '';
      while (!text.includes('viewerUnreadCount')) text += new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
      expect(text).toContain('"viewerUnreadCount":0');

      expect((await server.get(REVOKE, { id: socketKey.id }, dora.token)).result.__typename).toBe(
        'RevokeApiKeyPayload',
      );
      await server.database.pool.query(`select pg_notify('taskgrid_people', $1)`, [String(dora.id)]);
      await expect.poll(() => seen).toEqual([0, 'ended']);
      await client.dispose();
    });

    it('their person to the tiles of what only they may see', async () => {
      const friend = await server.person('friend');
      const { key } = await keyOf(friend, 'READ');
      await server.database.prisma.project.update({ where: { id: project }, data: { private: true } });
      await server.database.prisma.projectAllowedPerson.create({ data: { projectId: project, personId: friend.id } });
      const tile = (authorization?: string) =>
        fetch(`${server.url}/tiles/projects/${project}/0/0/0.mvt`, { headers: authorization ? { authorization } : {} });
      try {
        expect([(await tile()).status, (await tile(`Bearer ${key}`)).status]).toEqual([404, 200]);
      } finally {
        await server.database.prisma.project.update({ where: { id: project }, data: { private: false } });
      }
    });

    it('nobody when made up, cut short, or at their end', async () => {
      const { key, id } = await keyOf(await server.person('late'), 'READ');
      for (const wrong of [`tgk_${'A'.repeat(43)}`, key.slice(0, -1), key.slice(4), `${key}A`])
        expect(await who(wrong), wrong).toBeNull();
      await server.database.pool.query(
        `update application_key set expires_at = now() - interval '1 second' where id = $1`,
        [id],
      );
      expect(await who(key)).toBeNull();
    });

    it('nobody from the moment on that they are revoked, and only their owner revokes them', async () => {
      const [eva, other] = [await server.person('eva'), await server.person('other')];
      const { key, id } = await keyOf(eva, 'MANAGE');
      const revoke = async (token?: string) => (await server.get(REVOKE, { id }, token)).result;
      expect(await revoke()).toMatchObject({ __typename: 'NotSignedIn' });
      for (const token of [other.token, admin.token])
        expect(await revoke(token)).toMatchObject({ code: 'APPLICATION_NOT_FOUND' });
      expect(await who(key)).toBe('eva');
      const first = await revoke(eva.token);
      expect(first.apiKey.revoked).toEqual(expect.any(String));
      expect(await revoke(eva.token)).toEqual(first);
      expect(await who(key)).toBeNull();
      expect((await server.get(KEYS, {}, eva.token)).viewer.apiKeys).toEqual([]);
    });

    it('nobody while their person is blocked, and nobody for ever once they deleted the account', async () => {
      const finn = await server.person('finn');
      const { key } = await keyOf(finn, 'MANAGE');
      const setRole = (role: 'READ_ONLY' | 'MAPPER') =>
        server.database.prisma.person.update({ where: { id: finn.id }, data: { role } });
      await setRole('READ_ONLY');
      expect(await who(key)).toBeNull();
      await setRole('MAPPER');
      expect(await who(key)).toBe('finn');
      const { result } = await server.get(
        `mutation ($input: DeleteAccountInput!) { result: deleteAccount(input: $input) { __typename ... on Error { message } } }`,
        { input: { personId: String(finn.id) } },
        finn.token,
      );
      expect(result.__typename).toBe('DeleteAccountPayload');
      expect(await who(key)).toBeNull();
    });
  });

  describe('do what their scope allows', () => {
    const mutations = Object.values(schema.getMutationType()!.getFields());

    it('which is said for every mutation of the schema, and for nothing else', () => {
      expect(Object.keys(NEEDED_SCOPES).sort(), 'Declare it in keyScopes.ts.').toEqual(
        mutations.map(({ name }) => name).sort(),
      );
    });

    it('and no more: every mutation is tried with a key of every scope', async () => {
      const nobody = await server.person('nobody'); // what gets past its key is refused by the rules
      const ranks = { READ: 0, MAP: 1, MANAGE: 2, NEVER: 3 };
      for (const scope of ['READ', 'MAP', 'MANAGE'] as const) {
        const { key } = await keyOf(nobody, scope);
        const refused: string[] = [];
        for (const { name, args } of mutations) {
          const query = args[0]
            ? `mutation Tried($input: ${args[0].type}) { ${name}(input: $input) { __typename } }`
            : `mutation Tried { ...F } fragment F on Mutation { ${name} { __typename } }`;
          const code = await codeOf(query, args[0] ? { input: anyOf(args[0].type) } : {}, key);
          if (code === 'KEY_SCOPE_TOO_SMALL') refused.push(name);
        }
        expect(refused.sort(), scope).toEqual(
          Object.keys(NEEDED_SCOPES)
            .filter((name) => ranks[NEEDED_SCOPES[name]!] > ranks[scope])
            .sort(),
        );
      }
    });

    it('with HTTP 403 and a sentence, before any of a request is done', async () => {
      const gina = await server.person('gina');
      const { key } = await keyOf(gina, 'MAP');
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({
          query: `mutation { ...Both } fragment Both on Mutation {
            lockNextTask(input: { projectId: "${project}" }) { __typename }
            archiveProject(input: { projectId: "${project}" }) { __typename } }`,
        }),
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'This API key has the scope MAP; archiveProject needs MANAGE. Make a key of that scope.',
            extensions: { code: 'KEY_SCOPE_TOO_SMALL', scope: 'MAP', needed: 'MANAGE' },
          },
        ],
      });
      expect((await server.get('{ viewer { locks { number } } }', {}, gina.token)).viewer.locks).toEqual([]);
    });

    it('over a WebSocket as well', async () => {
      const { key } = await keyOf(admin, 'READ');
      const client = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${key}` },
      });
      const answer = await new Promise<unknown>((resolve) => {
        client.subscribe(
          { query: 'mutation { signOut { ok } }' },
          { next: resolve, error: resolve, complete: () => undefined },
        );
      });
      await client.dispose();
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'KEY_SCOPE_TOO_SMALL', needed: 'NEVER' } }] });
    });

    it('over REST as well: READ reads, what changes something needs MANAGE, and a key makes no key', async () => {
      const ines = await server.person('ines');
      const send = async (method: string, path: string, key: string) => {
        const authorization = `Token ${Buffer.from(key).toString('base64')}`;
        const response = await fetch(`${server.url}/api/v2${path}`, { method, headers: { authorization } });
        return [response.status, await response.text()];
      };
      const [map, manage] = [await keyOf(ines, 'MAP'), await keyOf(ines, 'MANAGE')];
      const KEYS_PATH = '/system/authentication/applications/';
      expect((await send('GET', KEYS_PATH, map.key))[0]).toBe(200);
      const accept = '/licenses/9999/actions/accept-for-me/';
      expect(await send('POST', accept, map.key)).toEqual([403, expect.stringContaining('this needs MANAGE')]);
      expect((await send('POST', accept, manage.key))[0]).toBe(404);
      for (const [method, path] of [
        ['POST', KEYS_PATH],
        ['DELETE', `${KEYS_PATH}key-${map.id}/`],
      ] as const)
        expect(await send(method, path, manage.key)).toEqual([403, expect.stringContaining('No API key can do this')]);
      expect((await send('POST', KEYS_PATH, ines.token))[0]).toBe(200);
    });

    it('and what the person may: MAP maps a task, MANAGE is refused what its person is', async () => {
      const hugo = await server.person('hugo');
      const [map, manage] = [await keyOf(hugo, 'MAP'), await keyOf(hugo, 'MANAGE')];
      const locked = (await server.get(ACTIONS.lock, { p: project, n: 1 }, map.key)).result;
      expect(locked.task).toMatchObject({ number: 1, lock: { holder: { username: 'hugo' } } });
      const { result } = await server.get(
        ACTIONS.submit,
        { p: project, n: 1, version: locked.task.lock.version, status: 'MAPPED' },
        map.key,
      );
      expect(result.task.mappedBy.username).toBe('hugo');
      const archive = `mutation { result: archiveProject(input: { projectId: "${project}" }) { __typename ... on NotPermitted { reason } } }`;
      expect((await server.get(archive, {}, manage.key)).result.__typename).toBe('NotPermitted');
    });
  });
});
