import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsAs, v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, type Who } from '../../../test/standings.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof organisationWithPeople>>;
let path: string;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  world = await organisationWithPeople(server);
  path = `/organisations/${world.organisation}/`;
});
afterAll(() => server?.stop());

const { call, tried } = callsAs(
  () => server,
  (who: Who) => world.token(who),
);

const river = {
  name: 'River Mappers',
  type: 'FREE',
  managers: ['stranger', 'admin'],
  description: 'Along the *water*',
};

describe('organisations over v2', () => {
  it('are made by administrators, with managers, and read by everybody by number and by slug', async () => {
    const { status, body } = await call('admin', 'POST', '/organisations/', {
      ...river,
      logo: '',
      subscriptionTier: 2,
    });
    expect([status, body]).toEqual([201, { organisationId: expect.any(Number) }]);
    const shown = {
      organisationId: body.organisationId,
      managers: [
        { username: 'admin', pictureUrl: null },
        { username: 'stranger', pictureUrl: null },
      ],
      name: 'River Mappers',
      slug: 'river-mappers',
      logo: null,
      description: 'Along the *water*',
      url: null,
      isManager: false,
      projects: [],
      teams: [],
      campaigns: null,
      stats: null,
      type: 'FREE',
      subscriptionTier: 2,
    };
    expect((await v2(server, `/organisations/${body.organisationId}/`)).body).toEqual(shown);
    expect((await v2(server, '/organisations/river-mappers/')).body).toEqual(shown);
    expect((await call('stranger', 'GET', '/organisations/river-mappers/')).body.isManager).toBe(true);
    expect((await v2(server, '/organisations/river-mappers/?omitManagerList=true')).body).toEqual({
      ...shown,
      managers: [],
      teams: null,
    });
    await call('admin', 'DELETE', `/organisations/${body.organisationId}/`);
  });

  it('are made by nobody else, nor with what does not fit', async () => {
    const made = (who: Who, body: unknown) => tried(who, 'POST', '/organisations/', body);
    expect(await made('visitor', river)).toEqual([403, 'Not authenticated']);
    expect(await made('manager', river)).toEqual([403, 'OnlyAdminAccess']);
    expect(await made('admin', { ...river, managers: ['nobody'] })).toEqual([404, 'USER_NOT_FOUND']);
    expect(
      (await call('admin', 'POST', '/organisations/', { ...river, managers: ['nobody'] })).body.error.details,
    ).toEqual({ username: 'nobody' });
    const { name } = await server.database.prisma.organisation.findUniqueOrThrow({ where: { id: world.other } });
    expect(await made('admin', { ...river, name })).toEqual([400, 'NameExists']);
    expect((await made('admin', { ...river, type: 'RICH' }))[0]).toBe(422);
    expect((await made('admin', { name: 'A', type: 'FREE' }))[0]).toBe(422);
    expect(await made('admin', { ...river, subscriptionTier: 9 })).toEqual([400, 'InvalidData']);
    expect(await made('admin', { ...river, slug: 'Über uns' })).toEqual([400, 'InvalidData']);
    expect((await made('admin', 'no JSON'))[0]).toBe(422);
  });

  it('that are not there are a 404 with what was looked for', async () => {
    expect((await v2(server, '/organisations/9999/')).body.error).toMatchObject({
      code: 404,
      sub_code: 'ORGANISATION_NOT_FOUND',
      details: { organisation_id: 9999 },
    });
    expect((await v2(server, '/organisations/nowhere/')).body.error.details).toEqual({ slug: 'nowhere' });
    expect(await tried('visitor', 'GET', '/organisations/9999/statistics/')).toEqual([404, 'ORGANISATION_NOT_FOUND']);
  });

  it('are listed by name; managers for the signed-in, figures where they are asked for, those of one manager not for visitors', async () => {
    const list = async (who: Who, query = '') => (await call(who, 'GET', `/organisations/${query}`)).body.organisations;
    const all = await list('visitor');
    expect(all.map(({ organisationId }: { organisationId: number }) => organisationId).sort()).toEqual([
      world.organisation,
      world.other,
    ]);
    expect(all[0]).not.toHaveProperty('managers');
    expect(all[0]).toMatchObject({ isManager: null, teams: null, stats: null, type: 'FREE' });
    expect(await list('stranger', '?omitManagerList=true')).toEqual(all);
    const [mine] = await list('stranger', `?manager_user_id=${world.people.manager.id}&omitOrgStats=false`);
    expect(mine.managers.map(({ username }: { username: string }) => username)).toEqual(['blockedManager', 'manager']);
    expect(mine.stats.projects).toEqual({ draft: 0, published: 0, archived: 0, recent: 0, stale: 0 });
    expect(await tried('visitor', 'GET', '/organisations/?manager_user_id=5')).toEqual([403, 'LoginToFilterManager']);
    expect((await tried('visitor', 'GET', '/organisations/?manager_user_id=me'))[0]).toBe(422);
  });

  it('show their private teams to those who manage them, with everybody in them', async () => {
    await world.team('Open', 'PUBLIC');
    await world.team('Closed', 'PRIVATE');
    const teams = async (who: Who) => (await call(who, 'GET', path)).body.teams;
    expect((await teams('visitor')).map(({ name }: { name: string }) => name)).toEqual(['Open']);
    expect((await teams('member')).map(({ name }: { name: string }) => name)).toEqual(['Open']);
    const [, closed] = await teams('manager');
    expect(closed).toMatchObject({
      name: 'Closed',
      joinMethod: 'BY_REQUEST',
      visibility: 'PRIVATE',
      description: null,
    });
    expect(closed.members).toContainEqual({
      username: 'teamManager',
      pictureUrl: null,
      function: 'MANAGER',
      active: 'true',
    });
    expect(closed.members).toContainEqual({
      username: 'pending',
      pictureUrl: null,
      function: 'MEMBER',
      active: 'false',
    });
    expect(await tried('manager', 'DELETE', path)).toEqual([403, 'OrgHasProjects']);
    await server.database.prisma.team.deleteMany({});
  });

  it('are changed by their managers, what they pay by administrators alone', async () => {
    const change = (who: Who, body: unknown, of = path) => tried(who, 'PATCH', of, body);
    expect(await change('visitor', {})).toEqual([403, 'Not authenticated']);
    expect(await change('stranger', { name: 'Ours' })).toEqual([403, 'UserNotOrgAdmin']);
    expect(await change('blockedManager', { name: 'Ours' })).toEqual([403, 'ReadOnly']);
    expect(await change('stranger', {}, '/organisations/9999/')).toEqual([403, 'UserNotOrgAdmin']);
    expect(await change('admin', {}, '/organisations/9999/')).toEqual([404, 'ORGANISATION_NOT_FOUND']);
    const { body: before } = await call('manager', 'GET', path);
    expect(
      await change('manager', {
        ...before,
        name: 'Renamed',
        type: 'FULL_FEE',
        subscriptionTier: 5,
        managers: [],
        url: '',
      }),
    ).toEqual([200]);
    expect((await call('manager', 'GET', path)).body).toEqual({ ...before, name: 'Renamed' });
    expect(await change('admin', { type: 'full_fee', subscriptionTier: 3, managers: ['manager', 'member'] })).toEqual([
      200,
    ]);
    expect((await call('member', 'GET', path)).body).toMatchObject({
      type: 'FULL_FEE',
      subscriptionTier: 3,
      isManager: true,
      managers: [{ username: 'manager' }, { username: 'member' }],
    });
    const { name } = await server.database.prisma.organisation.findUniqueOrThrow({ where: { id: world.other } });
    expect(await change('manager', { name })).toEqual([402, 'NameExists']);
    expect(await change('manager', { managers: ['nobody'] })).toEqual([404, 'USER_NOT_FOUND']);
    expect((await change('manager', { type: 'RICH' }))[0]).toBe(422);
    expect(await change('manager', { url: 'ftp://river.example.org' })).toEqual([400, 'InvalidData']);
  });

  it('are told in numbers, and go when nothing is theirs', async () => {
    const project = await publishedProject(server, world.token('admin')!, {
      areaOfInterest: boxOfTiles(14, 2, 1),
      organisationId: String(world.organisation),
      zoom: 14,
    });
    const figures = {
      projects: { draft: 0, published: 1, archived: 0, recent: 1, stale: 0 },
      activeTasks: {
        ready: 2,
        lockedForMapping: 0,
        lockedForValidation: 0,
        mapped: 0,
        validated: 0,
        invalidated: 0,
        badImagery: 0,
      },
    };
    expect((await v2(server, `${path}statistics/`)).body).toEqual(figures);
    const listed = async () =>
      (await v2(server, '/organisations/?omitOrgStats=false')).body.organisations.find(
        ({ organisationId }: { organisationId: number }) => organisationId === world.organisation,
      ).stats;
    expect(await listed()).toEqual(figures);
    await server.database.prisma.project.update({
      where: { id: project },
      data: { createdAt: new Date('2020-01-01T00:00:00Z') },
    });
    expect((await v2(server, `${path}statistics/`)).body.projects).toMatchObject({ published: 1, recent: 0 });
    expect(await listed(), 'a list counts the projects of this year').toMatchObject({
      projects: { published: 0 },
      activeTasks: { ready: 0 },
    });
    expect(await tried('manager', 'DELETE', path)).toEqual([403, 'OrgHasProjects']);
    const other = `/organisations/${world.other}/`;
    expect(await tried('manager', 'DELETE', other)).toEqual([403, 'UserNotOrgAdmin']);
    const campaign = await server.database.prisma.campaign.create({ data: { name: 'Floods' } });
    await call('otherManager', 'POST', `${other}campaigns/${campaign.id}/`);
    expect(await tried('otherManager', 'DELETE', other)).toEqual([200]);
    expect(await tried('admin', 'DELETE', other)).toEqual([404, 'ORGANISATION_NOT_FOUND']);
  });
});
