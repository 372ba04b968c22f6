import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callsAs } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, type Who } from '../../../test/standings.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof organisationWithPeople>>;
let [one, two, project, draft]: [number, number, number, number] = [0, 0, 0, 0];
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  world = await organisationWithPeople(server);
  one = await world.team('One', 'PUBLIC');
  two = await world.team('Two', 'PRIVATE');
  const made = () =>
    publishedProject(server, world.token('admin')!, {
      name: 'River bend',
      areaOfInterest: boxOfTiles(14, 2, 1),
      organisationId: String(world.organisation),
    });
  [project, draft] = [await made(), await made()];
});
afterAll(() => server?.stop());
beforeEach(async () => {
  const { prisma } = server.database;
  await prisma.projectTeam.deleteMany({});
  await prisma.project.update({ where: { id: draft }, data: { status: 'DRAFT' } });
});

const { call, tried } = callsAs(
  () => server,
  (who: Who) => world.token(who),
);
const add = (who: Who, team: number, body: unknown, of = project) =>
  tried(who, 'POST', `/projects/${of}/teams/${team}/`, body);
const links = async () =>
  (
    await server.database.prisma.projectTeam.findMany({
      orderBy: [{ projectId: 'asc' }, { teamId: 'asc' }, { role: 'asc' }],
    })
  ).map(
    ({ projectId, teamId, role }) =>
      `${teamId === one ? 'one' : 'two'} ${role}${projectId === project ? '' : ' of the draft'}`,
  );
const forTeamsOnly = (data: { mappingPermission?: 'ANY' | 'TEAMS'; validationPermission?: 'ANY' | 'TEAMS' }) =>
  server.database.prisma.project.update({ where: { id: project }, data });

describe('teams on projects over v2', () => {
  it('are named with their roles; a private one without its name for who may not know of it', async () => {
    await add('admin', one, { role: 'MAPPER' });
    await add('admin', one, { role: 'VALIDATOR' });
    await add('admin', two, { role: 'PROJECT_MANAGER' });
    const path = `/projects/${project}/teams/`;
    const named = (name: string | null) => ({
      teams: [
        { teamId: one, name: 'One', role: 'MAPPER' },
        { teamId: one, name: 'One', role: 'VALIDATOR' },
        { teamId: two, name, role: 'PROJECT_MANAGER' },
      ],
      pagination: null,
    });
    expect((await call('member', 'GET', path)).body).toEqual(named('Two'));
    expect((await call('manager', 'GET', path)).body).toEqual(named('Two'));
    expect((await call('stranger', 'GET', path)).body).toEqual(named(null));
    expect(await tried('visitor', 'GET', path)).toEqual([403, 'Not authenticated']);
    expect(await tried('stranger', 'GET', '/projects/9999/teams/')).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(await tried('stranger', 'GET', `/projects/${draft}/teams/`)).toEqual([403, 'ProjectNotFetched']);
  });

  it('come in by who manages both', async () => {
    const mapper = { role: 'MAPPER' };
    expect(await add('visitor', one, mapper)).toEqual([403, 'Not authenticated']);
    expect(await add('stranger', one, mapper)).toEqual([403, 'UserPermissionError']);
    expect(await add('teamManager', one, mapper)).toEqual([403, 'UserPermissionError']);
    expect(await add('manager', one, mapper)).toEqual([201]);
    expect(await add('manager', one, { role: 'validator' })).toEqual([201]);
    expect(await add('manager', one, mapper)).toEqual([409, 'CONFLICT']);
    expect(await add('manager', one, { role: 'CAPTAIN' })).toEqual([400, 'InvalidData']);
    expect(await add('manager', one, {})).toEqual([400, 'InvalidData']);
    expect(await add('manager', 9999, mapper)).toEqual([404, 'TEAM_NOT_FOUND']);
    expect(await add('manager', one, mapper, 9999)).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(await links()).toEqual(['one MAPPER', 'one VALIDATOR']);
  });

  it('get another role, and go, by who manages the project, whatever it is left with', async () => {
    const path = (team: number, of = project) => `/projects/${team}/projects/${of}/`;
    await add('admin', one, { role: 'MAPPER' });
    await add('admin', one, { role: 'VALIDATOR' });
    await forTeamsOnly({ mappingPermission: 'TEAMS' });
    const role = { role: 'PROJECT_MANAGER' };
    expect(await tried('stranger', 'PATCH', path(one), role)).toEqual([403, 'UserPermissionError']);
    expect(await tried('manager', 'PATCH', path(one), { role: 'CAPTAIN' })).toEqual([400, 'InvalidData']);
    expect(await tried('manager', 'PATCH', path(one), role)).toEqual([201]);
    expect(await links()).toEqual(['one PROJECT_MANAGER']);
    const without = await call('manager', 'PATCH', path(two), role);
    expect(without.body.error).toMatchObject({
      sub_code: 'PROJECT_TEAM_NOT_FOUND',
      details: { team_id: two, project_id: project },
    });
    expect(await tried('manager', 'PATCH', path(9999), role)).toEqual([404, 'PROJECT_TEAM_NOT_FOUND']);
    expect(await tried('manager', 'PATCH', path(one, 9999), role)).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(await tried('stranger', 'DELETE', path(one))).toEqual([403, 'UserPermissionError']);
    expect((await call('manager', 'DELETE', path(one))).body).toEqual({ Success: true });
    expect(await tried('manager', 'DELETE', path(one))).toEqual([404, 'PROJECT_TEAM_NOT_FOUND']);
    expect(await tried('manager', 'DELETE', path(one, 9999))).toEqual([404, 'PROJECT_NOT_FOUND']);
    await forTeamsOnly({ mappingPermission: 'ANY' });
  });

  it('leave by who manages the team, unless the project needs them', async () => {
    const unlink = (who: Who, team = one, of = project) => tried(who, 'DELETE', `/teams/projects/${of}/teams/${team}/`);
    for (const [role, setting, refused] of [
      ['PROJECT_MANAGER', {}, 'ProjectManagementPermissionError'],
      ['MAPPER', { mappingPermission: 'TEAMS' }, 'TeamMappingPermissionError'],
      ['VALIDATOR', { validationPermission: 'TEAMS' }, 'TeamValidationPermissionError'],
    ] as const) {
      await add('admin', one, { role });
      await forTeamsOnly(setting);
      expect(await unlink('teamManager')).toEqual([403, refused]);
      await add('admin', two, { role });
      expect(await unlink('teamManager')).toEqual([200]);
      await forTeamsOnly({ mappingPermission: 'ANY', validationPermission: 'ANY' });
      await server.database.prisma.projectTeam.deleteMany({});
    }
    await add('admin', one, { role: 'READ_ONLY' });
    expect(await unlink('visitor')).toEqual([403, 'Not authenticated']);
    expect(await unlink('stranger')).toEqual([403, 'UserPermissionError']);
    expect(await unlink('stranger', two)).toEqual([403, 'UserPermissionError']);
    expect(await unlink('teamManager', 9999)).toEqual([404, 'TEAM_NOT_FOUND']);
    expect(await unlink('teamManager', one, 9999)).toEqual([404, 'NotFoundError']);
    expect(await unlink('teamManager', two)).toEqual([404, 'NotFoundError']);
    expect(await unlink('teamManager')).toEqual([200]);
    await add('admin', one, { role: 'MAPPER' }, draft);
    expect(await unlink('teamManager', two, draft), 'a draft that is not there for them').toEqual([
      404,
      'NotFoundError',
    ]);
    expect(await unlink('teamManager', one, draft)).toEqual([200]);
  });

  it('leave all projects at once, or none', async () => {
    const unlink = (who: Who, team = one) => call(who, 'DELETE', `/teams/projects/teams/${team}/unlink`);
    await add('admin', one, { role: 'MAPPER' });
    await add('admin', one, { role: 'PROJECT_MANAGER' }, draft);
    expect((await unlink('stranger')).body.SubCode).toBe('UserPermissionError');
    expect((await unlink('teamManager')).body.SubCode).toBe('ProjectManagementPermissionError');
    expect(await links()).toHaveLength(2);
    await add('admin', two, { role: 'PROJECT_MANAGER' }, draft);
    const { status, body } = await unlink('teamManager');
    expect([status, body]).toEqual([200, { Success: true, Message: expect.stringContaining(`${project}, ${draft}`) }]);
    expect(await links()).toEqual(['two PROJECT_MANAGER of the draft']);
    expect(await unlink('teamManager')).toMatchObject({ status: 404, body: { SubCode: 'NotFoundError' } });
    expect((await unlink('manager', 9999)).body.error.sub_code).toBe('TEAM_NOT_FOUND');
  });

  it('leave projects in pairs, judged by what is left in the end', async () => {
    const unlink = (who: Who, ...pairs: [project: number, team: number][]) =>
      call(who, 'DELETE', '/teams/projects/unlink', {
        items: pairs.map(([project_id, team_id]) => ({ project_id, team_id })),
      });
    await add('admin', one, { role: 'PROJECT_MANAGER' });
    await add('admin', two, { role: 'PROJECT_MANAGER' });
    expect((await unlink('teamManager', [project, one], [project, two])).body.SubCode).toBe(
      'ProjectManagementPermissionError',
    );
    expect(await links()).toHaveLength(2);
    expect((await unlink('stranger', [project, one])).body.SubCode).toBe('UserPermissionError');
    expect((await unlink('teamManager')).body.SubCode).toBe('InvalidRequest');
    expect((await unlink('teamManager', [project, 9999])).body.error.sub_code).toBe('TEAM_NOT_FOUND');
    expect(await unlink('teamManager', [9999, one])).toMatchObject({ status: 404, body: { SubCode: 'NotFoundError' } });
    const { body } = await unlink('teamManager', [project, one], [project, one]);
    expect(body).toEqual({ Success: true, Message: expect.stringContaining(`(project ${project}, team ${one})`) });
    expect((await tried('teamManager', 'DELETE', '/teams/projects/unlink', { items: 'all' }))[0]).toBe(422);
    expect((await tried('teamManager', 'DELETE', '/teams/projects/unlink'))[0]).toBe(422);
  });

  it('are told on the page of the team, for who may see the projects; a team of projects is not deleted', async () => {
    await add('admin', one, { role: 'MAPPER' });
    await add('admin', one, { role: 'VALIDATOR' });
    await add('admin', one, { role: 'MAPPER' }, draft);
    const shown = async (who: Who) => (await call(who, 'GET', `/teams/${one}/`)).body.team_projects;
    const open = [
      { project_name: 'River bend', project_id: project, role: 'MAPPER' },
      { project_name: 'River bend', project_id: project, role: 'VALIDATOR' },
    ];
    expect(await shown('stranger')).toEqual(open);
    expect(await shown('manager')).toEqual([
      ...open,
      { project_name: 'River bend', project_id: draft, role: 'MAPPER' },
    ]);
    expect((await call('stranger', 'GET', '/teams/?team_role=VALIDATOR')).body.teams).toHaveLength(1);
    expect((await call('stranger', 'GET', '/teams/?team_role=PROJECT_MANAGER')).body.teams).toEqual([]);
    expect(await tried('teamManager', 'DELETE', `/teams/${one}/`)).toEqual([
      400,
      'This team has projects associated. Before deleting, unlink any associated projects.',
    ]);
  });
});
