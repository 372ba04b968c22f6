import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

describe('teams on a project', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  let p: number;
  let [one, two]: [number, number] = [0, 0];
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
    one = await world.team('One', 'PUBLIC');
    two = await world.team('Two', 'PRIVATE');
    p = await publishedProject(server, world.people.admin.token, {
      areaOfInterest: boxOfTiles(14, 2, 2),
      zoom: 14,
      organisationId: String(world.organisation),
    });
  });
  afterAll(() => server?.stop());
  beforeEach(() => server.database.prisma.projectTeam.deleteMany({}));

  const set = async (teamId: number, roles: string[], who: Who = 'admin') =>
    (
      await server.get(
        `mutation ($input: SetTeamRolesInput!) { result: setTeamRoles(input: $input) { __typename ... on Error { message code } ... on NotPermitted { reason }
          ... on LastTeam { projectNumber role } ... on SetTeamRolesPayload { project { teams { role team { name } } } } } }`,
        { input: { projectId: String(p), teamId: String(teamId), roles } },
        world.token(who),
      )
    ).result;
  const remove = async (teams: number[], who: Who = 'admin', project = p) =>
    (
      await server.get(
        `mutation ($input: RemoveTeamsFromProjectsInput!) { result: removeTeamsFromProjects(input: $input) { __typename ... on Error { message code }
          ... on LastTeam { projectNumber role } ... on RemoveTeamsFromProjectsPayload { projectNumbers } } }`,
        { input: { links: teams.map((teamId) => ({ projectId: String(project), teamId: String(teamId) })) } },
        world.token(who),
      )
    ).result;
  const links = async () =>
    (await server.database.prisma.projectTeam.findMany({ orderBy: [{ teamId: 'asc' }, { role: 'asc' }] })).map(
      ({ teamId, role }) => `${teamId === one ? 'one' : 'two'} ${role}`,
    );

  it.each(STANDINGS)('are set and removed by %s if they manage the project', async (who) => {
    const [sets, removes] = [['manager', 'admin'].includes(who), ['manager', 'admin', 'teamManager'].includes(who)];
    const refused = who === 'visitor' ? 'NotSignedIn' : 'NotPermitted';
    expect((await set(one, ['MAPPER'], who)).__typename).toBe(sets ? 'SetTeamRolesPayload' : refused);
    await set(one, ['MAPPER']);
    expect((await set(one, ['VALIDATOR'], who)).__typename).toBe(sets ? 'SetTeamRolesPayload' : refused);
    expect((await remove([one], who)).__typename).toBe(removes ? 'RemoveTeamsFromProjectsPayload' : refused);
    expect(await links()).toHaveLength(removes ? 0 : 1);
  });

  it('can have several roles; who may not know of a team does not see it there', async () => {
    const { project } = await set(one, ['MAPPER', 'VALIDATOR', 'MAPPER']);
    expect(project.teams).toEqual([
      { role: 'MAPPER', team: { name: 'One' } },
      { role: 'VALIDATOR', team: { name: 'One' } },
    ]);
    await set(two, ['READ_ONLY']);
    const names = async (who: Who) =>
      (await server.get('query ($p: ID!) { project(id: $p) { teams { role } } }', { p: String(p) }, world.token(who)))
        .project.teams.length;
    expect([await names('visitor'), await names('member')]).toEqual([2, 3]);
    const { team } = await server.get(
      'query ($id: ID!) { team(id: $id) { projects { totalCount nodes { role project { number } } } } }',
      { id: String(one) },
    );
    expect(team.projects).toEqual({
      totalCount: 2,
      nodes: [
        { role: 'MAPPER', project: { number: p } },
        { role: 'VALIDATOR', project: { number: p } },
      ],
    });
  });

  it('are brought in only by those who manage the team as well, and go only where they are', async () => {
    const { prisma } = server.database;
    const foreign = (await prisma.team.create({ data: { organisationId: world.other, name: 'Foreign' } })).id;
    expect(await set(foreign, ['MAPPER'], 'manager')).toMatchObject({ reason: 'NOT_TEAM_MANAGER' });
    await set(foreign, ['MAPPER']);
    expect((await set(foreign, ['VALIDATOR'], 'manager')).__typename).toBe('SetTeamRolesPayload');
    expect((await remove([foreign], 'otherManager')).__typename).toBe('RemoveTeamsFromProjectsPayload');
    expect(await remove([foreign])).toMatchObject({ code: 'PROJECT_TEAM_NOT_FOUND' });
    expect(await remove([one], 'admin', 999_999)).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
    expect(await set(999_999, ['MAPPER'])).toMatchObject({ code: 'TEAM_NOT_FOUND' });
    expect((await set(one, [])).__typename).toBe('InvalidInput');
    expect((await remove([])).__typename).toBe('InvalidInput');
    await prisma.team.delete({ where: { id: foreign } });
  });

  it('leave no role empty that the project needs, judged by what is left in the end', async () => {
    await set(one, ['PROJECT_MANAGER', 'MAPPER', 'VALIDATOR']);
    expect(await set(one, ['MAPPER', 'VALIDATOR'])).toMatchObject({
      code: 'LAST_TEAM',
      projectNumber: p,
      role: 'PROJECT_MANAGER',
    });
    await set(two, ['PROJECT_MANAGER']);
    expect((await set(one, ['READ_ONLY'])).__typename).toBe('SetTeamRolesPayload'); // everybody may map and validate
    await server.database.prisma.project.update({
      where: { id: p },
      data: { mappingPermission: 'TEAMS', validationPermission: 'TEAMS' },
    });
    await set(one, ['MAPPER', 'VALIDATOR']);
    expect(await set(one, ['VALIDATOR'])).toMatchObject({ role: 'MAPPER' });
    expect(await set(one, ['MAPPER'])).toMatchObject({ role: 'VALIDATOR' });
    const before = await links();
    expect(await remove([one, two])).toMatchObject({ __typename: 'LastTeam' });
    expect(await links()).toEqual(before);
    await set(two, ['PROJECT_MANAGER', 'MAPPER', 'VALIDATOR']);
    expect((await remove([one])).projectNumbers).toEqual([p]);
    expect(await remove([two])).toMatchObject({ code: 'LAST_TEAM' });
    await server.database.prisma.project.update({
      where: { id: p },
      data: { mappingPermission: 'ANY', validationPermission: 'ANY' },
    });
  });

  it('cannot be deleted while they are on one', async () => {
    await set(one, ['MAPPER', 'VALIDATOR']);
    const { deleteTeam } = await server.get(
      'mutation ($id: ID!) { deleteTeam(input: { teamId: $id }) { __typename ... on InUse { code usedBy } } }',
      { id: String(one) },
      world.people.admin.token,
    );
    expect(deleteTeam).toEqual({ __typename: 'InUse', code: 'IN_USE', usedBy: '1 project' });
  });
});
