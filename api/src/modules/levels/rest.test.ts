import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
let admin: string;
let mapper: string;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = (await server.person('ada', 'ADMIN')).token;
  mapper = (await server.person('max')).token;
});
afterAll(() => server?.stop());

describe('levels and badges over v2', () => {
  it('are read by everyone; a level of its own page names its badges', async () => {
    const { body } = await v2(server, '/levels/');
    expect(body.levels.map((level: { name: string }) => level.name)).toEqual(['BEGINNER', 'INTERMEDIATE', 'ADVANCED']);
    expect((await v2(server, '/levels/2/')).body.requiredBadges).toEqual([{ id: 1, name: 'INTERMEDIATE_internal' }]);
    expect((await v2(server, '/badges/1/')).body).toMatchObject({
      requirements: '{"changeset": 250}',
      isInternal: true,
    });
  });

  it('are made and changed by administrators, and keep what is left out', async () => {
    const badge = (
      await v2(server, '/badges/', {
        method: 'POST',
        token: admin,
        body: {
          name: 'Builder',
          description: 'Draws houses',
          imagePath: 'house.svg',
          requirements: '{"building": 100}',
        },
      })
    ).body;
    expect(badge).toMatchObject({
      name: 'Builder',
      requirements: '{"building": 100}',
      isEnabled: true,
      isInternal: false,
    });
    const level = (
      await v2(server, '/levels/', {
        method: 'POST',
        token: admin,
        body: {
          name: 'EXPERT',
          approvalsRequired: 1,
          color: '#f00',
          requiredBadges: [{ id: badge.id, name: 'Builder' }],
        },
      })
    ).body;
    expect(level).toMatchObject({
      ordering: 4,
      approvalsRequired: 1,
      requiredBadges: [{ id: badge.id, name: 'Builder' }],
    });
    const changed = (
      await v2(server, `/levels/${level.id}/`, { method: 'PATCH', token: admin, body: { color: '#0f0' } })
    ).body;
    expect(changed).toEqual({ ...level, color: '#0f0' });
    expect(
      (
        await v2(server, `/badges/${badge.id}/`, {
          method: 'PATCH',
          token: admin,
          body: { requirements: '{"building": 110}' },
        })
      ).body,
    ).toEqual({ ...badge, requirements: '{"building": 110}' });
    expect(await v2(server, `/badges/${badge.id}/`, { method: 'DELETE', token: admin })).toMatchObject({
      status: 409,
      body: { error: { sub_code: 'MAPPING_BADGE_HAS_USERS' } },
    });
    expect(await v2(server, `/levels/${level.id}/`, { method: 'DELETE', token: admin })).toMatchObject({
      status: 200,
      body: null,
    });
    expect(await v2(server, `/badges/${badge.id}/`, { method: 'DELETE', token: admin })).toMatchObject({
      status: 200,
      body: null,
    });
  });

  it.each([
    ['POST', '/badges/', { name: 'Empty', requirements: '{}' }],
    ['POST', '/badges/', { name: 'Broken', requirements: '{"a":' }],
    ['POST', '/levels/', { name: 'EMPTY', requiredBadges: [] }],
  ] as const)('%s %s with %j does not fit', async (method, path, body) => {
    expect((await v2(server, path, { method, token: admin, body })).status).toBe(422);
  });

  it('say what is not there, what is in use, and who may not', async () => {
    expect(await v2(server, '/levels/99/')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'MAPPING_LEVEL_NOT_FOUND' } },
    });
    expect((await v2(server, '/badges/99/')).status).toBe(404);
    expect(await v2(server, '/levels/1/', { method: 'DELETE', token: admin })).toMatchObject({
      status: 409,
      body: { error: { sub_code: 'MAPPING_LEVEL_BEGINNER' } },
    });
    await server.database.pool.query(`update person set level_id = 3 where username = 'max'`);
    expect(await v2(server, '/levels/3/', { method: 'DELETE', token: admin })).toMatchObject({
      status: 409,
      body: { error: { sub_code: 'MAPPING_LEVEL_HAS_USERS' } },
    });
    for (const [method, path] of [
      ['POST', '/levels/'],
      ['PATCH', '/levels/2/'],
      ['DELETE', '/badges/1/'],
    ] as const)
      expect(await v2(server, path, { method, token: mapper, body: {} })).toMatchObject({
        status: 403,
        body: { error: { sub_code: 'UNKNOWN_ERROR' } },
      });
  });

  it('of a person are those that are shown', async () => {
    await server.database.pool.query(
      `insert into person_badge (person_id, badge_id) select id, 1 from person where username = 'max'`,
    );
    const { rows } = await server.database.pool.query(`select id from person where username = 'max'`);
    expect((await v2(server, `/badges/user/${rows[0].id}/`)).body).toEqual({ badges: [] });
    await server.database.pool.query('update badge set is_internal = false where id = 1');
    expect((await v2(server, `/badges/user/${rows[0].id}/`)).body.badges).toEqual([
      { id: 1, name: 'INTERMEDIATE_internal', description: '', imagePath: null },
    ]);
  });
});

describe('interests, licences and issue categories over v2', () => {
  it('interests are kept by administrators and managers of organisations', async () => {
    const made = await v2(server, '/interests/', { method: 'POST', token: admin, body: { name: 'water' } });
    expect(made).toMatchObject({ status: 200, body: { name: 'water' } });
    const path = `/interests/${made.body.id}/`;
    expect(await v2(server, '/interests/', { method: 'POST', token: admin, body: { name: 'water' } })).toMatchObject({
      status: 400,
      body: { SubCode: 'NameExists' },
    });
    expect(await v2(server, '/interests/', { method: 'POST', token: mapper, body: { name: 'air' } })).toMatchObject({
      status: 403,
      body: { SubCode: 'UserNotPermitted' },
    });
    expect((await v2(server, path, { method: 'PATCH', token: admin, body: { name: 'clean water' } })).body).toEqual({
      id: made.body.id,
      name: 'clean water',
    });
    expect((await v2(server, path, { token: admin })).body.name).toBe('clean water');
    expect((await v2(server, path, { token: mapper })).status).toBe(403);
    expect((await v2(server, '/interests/')).body.interests).toEqual([
      { id: made.body.id, name: 'clean water', userSelected: null, countProjects: null, countUsers: null },
    ]);
    expect((await v2(server, '/interests/', { method: 'POST', token: admin, body: { name: '' } })).status).toBe(422);
    await server.database.pool.query(
      `insert into person_interest (person_id, interest_id) select id, $1 from person where username = 'max'`,
      [made.body.id],
    );
    expect((await v2(server, path, { method: 'DELETE', token: admin })).status).toBe(409);
    await server.database.pool.query('delete from person_interest');
    expect((await v2(server, path, { method: 'DELETE', token: admin })).status).toBe(200);
    expect(await v2(server, path, { method: 'DELETE', token: admin })).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'INTEREST_NOT_FOUND', details: { interest_id: made.body.id } } },
    });
  });

  it('licences are kept by administrators and accepted by everyone', async () => {
    const body = { name: 'Imagery', description: 'Of a friend', plainText: 'Be kind' };
    const made = await v2(server, '/licenses/', { method: 'POST', token: admin, body });
    expect(made.status).toBe(201);
    const path = `/licenses/${made.body.licenseId}/`;
    expect((await v2(server, path)).body).toEqual({ licenseId: made.body.licenseId, ...body });
    expect(
      (await v2(server, path, { method: 'PATCH', token: admin, body: { ...body, plainText: 'Be kinder' } })).body,
    ).toEqual({ status: 'Updated' });
    for (let times = 0; times < 2; times++)
      expect((await v2(server, `${path}actions/accept-for-me/`, { method: 'POST', token: mapper })).status).toBe(200);
    expect((await v2(server, '/licenses/')).body.licenses).toHaveLength(1);
    expect((await v2(server, path, { method: 'DELETE', token: mapper })).status).toBe(403);
    expect((await v2(server, '/licenses/99/actions/accept-for-me/', { method: 'POST', token: mapper })).status).toBe(
      404,
    );
    expect((await v2(server, '/licenses/99/', { method: 'PATCH', token: admin, body })).status).toBe(404);
    expect((await v2(server, path, { method: 'DELETE', token: admin })).status).toBe(200);
  });

  it('issue categories are kept by administrators; the archived are listed when asked for', async () => {
    const made = await v2(server, '/tasks/issues/categories/', {
      method: 'POST',
      token: admin,
      body: { name: 'Shifted' },
    });
    expect(made.status).toBe(200);
    const path = `/tasks/issues/categories/${made.body.categoryId}/`;
    expect(
      (
        await v2(server, path, {
          method: 'PATCH',
          token: admin,
          body: { name: 'Shifted', description: 'By the imagery', archived: true },
        })
      ).body,
    ).toMatchObject({ archived: true, description: 'By the imagery' });
    const names = async (query: string) =>
      (await v2(server, `/tasks/issues/categories/${query}`)).body.categories.map(
        (each: { name: string }) => each.name,
      );
    expect(await names('')).not.toContain('Shifted');
    expect(await names('?includeArchived=true')).toContain('Shifted');
    expect(await v2(server, '/tasks/issues/categories/', { method: 'POST', token: admin, body: {} })).toMatchObject({
      status: 400,
      body: { SubCode: 'InvalidData' },
    });
    expect(
      (await v2(server, '/tasks/issues/categories/', { method: 'POST', token: admin, body: { name: 'Shifted' } }))
        .status,
    ).toBe(409);
    expect(
      (await v2(server, '/tasks/issues/categories/', { method: 'POST', token: mapper, body: { name: 'x' } })).status,
    ).toBe(403);
    expect((await v2(server, path, { method: 'DELETE', token: admin })).status).toBe(200);
    expect(await v2(server, path)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'ISSUE_CATEGORY_NOT_FOUND' } },
    });
  });
});
