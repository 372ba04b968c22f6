import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callsAs, tokenHeader, v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof organisationWithPeople>>;
let open: number;
let closed: number;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  world = await organisationWithPeople(server);
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await server.database.prisma.team.deleteMany({});
  open = await world.team('Rowers', 'PUBLIC');
  closed = await world.team('Captains', 'PRIVATE');
});

const { call, tried } = callsAs(
  () => server,
  (who: Who) => world.token(who),
);
/** username → function, and a question mark for who only asked. */
const people = async (team = open) => {
  const { members } = (await call('admin', 'GET', `/teams/${team}/`)).body;
  return Object.fromEntries(
    members.map((member: { username: string; function: string; active: boolean }) => [
      member.username,
      `${member.function}${member.active ? '' : '?'}`,
    ]),
  );
};
const EVERYBODY = { teamManager: 'MANAGER', member: 'MEMBER', formerTeamManager: 'MANAGER?', pending: 'MEMBER?' };

describe('teams over v2', () => {
  it('are read by the signed-in, with everybody in them; private ones by those whose they are', async () => {
    const { body } = await call('stranger', 'GET', `/teams/${open}/`);
    expect(body).toMatchObject({
      teamId: open,
      organisation_id: world.organisation,
      organisation: expect.any(String),
      organisationSlug: expect.any(String),
      name: 'Rowers',
      logo: null,
      description: null,
      joinMethod: 'BY_REQUEST',
      visibility: 'PUBLIC',
      is_org_admin: false,
      is_general_admin: false,
      team_projects: [],
    });
    expect(body.members).toContainEqual({
      username: 'pending',
      function: 'MEMBER',
      active: false,
      joinRequestNotifications: false,
      pictureUrl: null,
      joinedDate: null,
    });
    expect((await call('stranger', 'GET', `/teams/${open}/?omitMemberList=true`)).body.members).toEqual([]);
    expect((await call('manager', 'GET', `/teams/${open}/`)).body).toMatchObject({ is_org_admin: true });
    expect((await call('admin', 'GET', `/teams/${open}/`)).body).toMatchObject({ is_general_admin: true });
    expect(await tried('visitor', 'GET', `/teams/${open}/`)).toEqual([403, 'Not authenticated']);
    expect(await tried('stranger', 'GET', `/teams/${closed}/`)).toEqual([404, 'TEAM_NOT_FOUND']);
    expect(await tried('pending', 'GET', `/teams/${closed}/`)).toEqual([200]);
    expect((await call('admin', 'GET', '/teams/9999/')).body.error.details).toEqual({ team_id: 9999 });
  });

  it('are listed by all that is asked, as far as they are open', async () => {
    const list = async (who: Who, query = '') => {
      const { body } = await call(who, 'GET', `/teams/${query}`);
      return body.teams.map(({ teamId }: { teamId: number }) => teamId);
    };
    const id = (who: Exclude<Who, 'visitor'>) => world.people[who].id;
    expect(await list('stranger')).toEqual([open]);
    expect(await list('pending')).toEqual([open, closed]);
    expect(await list('admin')).toEqual([open, closed]);
    expect(await list('admin', '?team_name=OW')).toEqual([open]);
    expect(await list('admin', '?team_name=%25')).toEqual([]);
    expect(await list('admin', `?organisation=${world.other}`)).toEqual([]);
    expect(await list('member', `?member=${id('member')}`)).toEqual([open, closed]);
    expect(await list('pending', `?member=${id('pending')}`)).toEqual([]);
    expect(await list('pending', `?member_request=${id('pending')}`)).toEqual([open, closed]);
    expect(await list('teamManager', `?manager=${id('teamManager')}`)).toEqual([open, closed]);
    expect(await list('member', `?manager=${id('member')}`)).toEqual([]);
    expect(await list('stranger', `?manager=${id('teamManager')}`), 'of others it says nothing').toEqual([open]);
    expect(await list('admin', '?team_role=validator')).toEqual([]);
    expect(await list('admin', '?team_role=GOD')).toEqual([open, closed]);
    expect(await tried('visitor', 'GET', '/teams/')).toEqual([403, 'Not authenticated']);
    expect((await tried('stranger', 'GET', '/teams/?paginate=true&page=0'))[0]).toBe(422);
    expect((await tried('stranger', 'GET', '/teams/?member=me'))[0]).toBe(422);
  });

  it('come with their active members, few of each function or all, and in pages', async () => {
    for (let more = 0; more < 12; more += 1) {
      const { username } = await server.person(`crew${String(more).padStart(2, '0')}`);
      await call('admin', 'POST', `/teams/${open}/actions/add/`, { username });
    }
    const [all] = (await call('stranger', 'GET', '/teams/')).body.teams;
    expect(all).toMatchObject({ membersCount: 13, managersCount: 1 });
    expect(all.members).toHaveLength(14);
    expect(all.members[0]).toEqual({
      username: 'teamManager',
      function: 'MANAGER',
      active: true,
      joinRequestNotifications: false,
      pictureUrl: null,
      joinedDate: null,
    });
    const [few] = (await call('stranger', 'GET', '/teams/?fullMemberList=false')).body.teams;
    expect(few).toMatchObject({ membersCount: 13, managersCount: 1 });
    expect(few.members.map((member: { function: string }) => member.function)).toEqual([
      ...Array<string>(10).fill('MEMBER'),
      'MANAGER',
    ]);
    const [none] = (await call('stranger', 'GET', '/teams/?omitMemberList=true')).body.teams;
    expect(none).toMatchObject({ members: [], membersCount: null, managersCount: null });
    const { body } = await call('admin', 'GET', '/teams/?paginate=true&page=2&perPage=1');
    expect(body.teams.map(({ teamId }: { teamId: number }) => teamId)).toEqual([closed]);
    expect(body.pagination).toMatchObject({ page: 2, pages: 2, total: 2, hasNext: false, prevNum: 1 });
    expect((await call('admin', 'GET', '/teams/?paginate=true&page=1000000&perPage=1000')).body.teams).toEqual([]);
  });

  it('are never listed as they were before a change, of a team, its people or its organisation', async () => {
    const { prisma } = server.database;
    const person = await server.person('sailor');
    const named = (data: object) => prisma.person.update({ where: { id: person.id }, data });
    const organisation = (data: object) => prisma.organisation.update({ where: { id: world.organisation }, data });
    const { name } = await prisma.organisation.findUniqueOrThrow({ where: { id: world.organisation } });
    const act = (who: Who, action: string, body: object) =>
      call(who, 'POST', `/teams/${open}/actions/${action}/`, body);
    const changes: [string, () => Promise<unknown>][] = [
      ['joined', () => act('admin', 'add', { username: 'sailor' })],
      ['of another function', () => act('admin', 'add', { username: 'sailor', role: 'MANAGER' })],
      ['renamed', () => named({ username: 'captain' })],
      ['pictured', () => named({ pictureUrl: 'https://example.org/face.png' })],
      ['left', () => act('admin', 'leave', { username: 'captain' })],
      ['the team renamed', () => call('manager', 'PATCH', `/teams/${open}/`, { name: 'Divers' })],
      ['the organisation renamed', () => organisation({ name: 'Of the sea' })],
      ['a team more', () => world.team('Swimmers', 'PUBLIC')],
      ['a team less', () => call('admin', 'DELETE', `/teams/${open}/`)],
    ];
    const answers = () =>
      Promise.all(
        ['', '?fullMemberList=false', '?omitMemberList=true'].map(
          async (query) => (await call('admin', 'GET', `/teams/${query}`)).body,
        ),
      );
    let before = await answers();
    for (const [change, make] of changes) {
      await make();
      const after = await answers();
      expect(after, change).not.toEqual(before);
      await server.database.pool.query('update people_version set version = version + 1'); // now nothing that was kept is found
      expect(after, change).toEqual(await answers());
      before = after;
    }
    await organisation({ name });
  });

  it('are made by managers of the organisation', async () => {
    const team = { organisation_id: world.organisation, name: 'Divers', joinMethod: 'ANY', visibility: 'PUBLIC' };
    const made = (who: Who, body: unknown) => tried(who, 'POST', '/teams/', body);
    const { status, body } = await call('manager', 'POST', '/teams/', { ...team, description: 'They dive' });
    expect([status, body]).toEqual([201, { teamId: expect.any(Number) }]);
    expect(await people(body.teamId)).toEqual({ manager: 'MANAGER' });
    expect(await made('visitor', team)).toEqual([403, 'Not authenticated']);
    expect(await made('teamManager', team)).toEqual([403, 'CreateTeamNotPermitted']);
    expect(await made('otherManager', team)).toEqual([403, 'CreateTeamNotPermitted']);
    expect(await made('manager', { ...team, joinMethod: 'BY_LUCK' })).toEqual([400, 'UNKNOWN_ERROR']);
    expect(await made('manager', { ...team, visibility: 'SECRET' })).toEqual([400, 'UNKNOWN_ERROR']);
    expect((await made('manager', { ...team, name: '' }))[0]).toBe(422);
    expect((await made('manager', { name: 'Divers' }))[0]).toBe(422);
    const lost = await call('admin', 'POST', '/teams/', { ...team, organisation_id: 9999 });
    expect([lost.status, lost.body]).toEqual([400, { Error: expect.any(String) }]);
  });

  it.each(STANDINGS)('are changed and deleted by %s as they manage them', async (who) => {
    const manages = ['teamManager', 'manager', 'admin'].includes(who);
    const refused =
      who === 'visitor' ? 'Not authenticated' : who.startsWith('blocked') ? 'ReadOnly' : 'UserNotTeamManager';
    for (const team of [open, closed]) {
      expect(await tried(who, 'PATCH', `/teams/${team}/`, { name: 'New' })).toEqual(manages ? [200] : [403, refused]);
      expect(await people(team), 'a change of the name leaves the members').toEqual(EVERYBODY);
      expect(await tried(who, 'DELETE', `/teams/${team}/`)).toEqual(manages ? [200] : [403, refused]);
    }
    if (who !== 'visitor') expect(await tried(who, 'DELETE', '/teams/9999/')).toEqual([404, 'TEAM_NOT_FOUND']);
  });

  it('take a list of members for the whole, and leave alone who only asked', async () => {
    const change = (body: unknown, who: Who = 'teamManager') => tried(who, 'PATCH', `/teams/${open}/`, body);
    const member = (username: string, is: string, more: object = {}) => ({
      username,
      function: is,
      active: true,
      ...more,
    });
    expect(
      await change({
        members: [
          member('teamManager', 'MANAGER', { joinRequestNotifications: true }),
          member('stranger', 'MEMBER'),
          { ...member('pending', 'MEMBER'), active: false },
        ],
      }),
    ).toEqual([200]);
    expect(await people()).toEqual({ ...EVERYBODY, member: undefined, stranger: 'MEMBER' });
    const { members } = (await call('admin', 'GET', `/teams/${open}/`)).body;
    expect(members[1]).toMatchObject({ username: 'teamManager', joinRequestNotifications: true });
    expect(await change({ members: [member('stranger', 'MANAGER'), member('teamManager', 'MANAGER')] })).toEqual([200]);
    expect(await people()).toMatchObject({ stranger: 'MANAGER', teamManager: 'MANAGER' });
    expect((await call('admin', 'GET', `/teams/${open}/`)).body.members).toContainEqual(
      expect.objectContaining({ username: 'teamManager', joinRequestNotifications: true }),
    );
    expect(await change({ members: [], joinMethod: 'ANY', visibility: 'private', description: 'Quick' })).toEqual([
      200,
    ]);
    expect((await call('admin', 'GET', `/teams/${open}/`)).body).toMatchObject({
      joinMethod: 'ANY',
      visibility: 'PRIVATE',
      description: 'Quick',
      name: 'Rowers',
    });
    expect(await people()).toMatchObject({ stranger: 'MANAGER' });
    expect(await change({ members: [member('nobody', 'MEMBER')] })).toEqual([404, 'USER_NOT_FOUND']);
    expect((await change({ members: [member('member', 'CAPTAIN')] }))[0]).toBe(422);
    expect(await change({ joinMethod: 'BY_LUCK' })).toEqual([400, 'UNKNOWN_ERROR']);
    expect(await change({ organisation_id: world.organisation, name: 'Still here' })).toEqual([200]);
    expect(await change({ organisation_id: world.other })).toEqual([403, 'UserPermissionError']);
    expect(await change({ organisation_id: 9999 }, 'admin')).toEqual([404, 'ORGANISATION_NOT_FOUND']);
  });
});

describe('members of teams over v2', () => {
  it('join, or ask; not twice, and not where managers choose', async () => {
    const join = (who: Who, team = open) => tried(who, 'POST', `/teams/${team}/actions/join/`);
    expect(await join('stranger')).toEqual([200]);
    expect(await join('manager')).toEqual([200]);
    expect(await people()).toEqual({ ...EVERYBODY, stranger: 'MEMBER?', manager: 'MEMBER' });
    expect(await join('stranger')).toEqual([400, 'InvalidRequest']);
    expect(await join('member')).toEqual([400, 'InvalidRequest']);
    expect(await join('otherManager', closed)).toEqual([404, 'TEAM_NOT_FOUND']);
    await server.database.prisma.team.updateMany({ data: { joinMethod: 'BY_INVITE' } });
    expect(await join('otherManager', open)).toEqual([400, 'InvalidRequest']);
    expect(await join('otherManager', closed)).toEqual([400, 'InvalidRequest']);
    expect(await join('visitor')).toEqual([403, 'Not authenticated']);
    expect(await join('blocked')).toEqual([403, 'ReadOnly']);
    expect(await join('stranger', 9999)).toEqual([404, 'TEAM_NOT_FOUND']);
  });

  it('are let in by managers, once or twice, or not', async () => {
    const answer = (who: Who, username: string, action: string, more: object = {}) =>
      tried(who, 'PATCH', `/teams/${open}/actions/join/`, { username, action, ...more });
    expect(await answer('member', 'pending', 'accept')).toEqual([403, 'ApproveJoinError']);
    expect(await answer('manager', 'pending', 'accept', { role: 'MEMBER', type: 'join-response' })).toEqual([200]);
    expect(await answer('teamManager', 'pending', 'accept')).toEqual([200]);
    expect(await answer('teamManager', 'formerTeamManager', 'reject')).toEqual([200]);
    expect(await answer('teamManager', 'formerTeamManager', 'reject')).toEqual([404, 'JOIN_REQUEST_NOT_FOUND']);
    expect(await answer('teamManager', 'formerTeamManager', 'accept')).toEqual([404, 'JOIN_REQUEST_NOT_FOUND']);
    expect(await answer('teamManager', 'member', 'reject')).toEqual([404, 'JOIN_REQUEST_NOT_FOUND']);
    expect(await people()).toEqual({ teamManager: 'MANAGER', member: 'MEMBER', pending: 'MEMBER' });
    expect(await answer('teamManager', 'nobody', 'accept')).toEqual([404, 'USER_NOT_FOUND']);
    expect(await answer('teamManager', 'member', 'promote')).toEqual([400, 'InvalidData']);
    expect(await answer('stranger', 'stranger', 'accept', { type: 'invite-response' })).toEqual([400, 'InvalidData']);
    expect(await tried('teamManager', 'PATCH', `/teams/${open}/actions/join/`, { action: 'accept' })).toEqual([
      400,
      'InvalidData',
    ]);
    expect(await tried('teamManager', 'PATCH', `/teams/${open}/actions/join/`, 'x')).toEqual([422, expect.anything()]);
    const none = await tried('admin', 'PATCH', '/teams/9999/actions/join/', { username: 'member', action: 'accept' });
    expect(none).toEqual([404, 'TEAM_NOT_FOUND']);
  });

  it('who wait are a CSV for those who manage the team', async () => {
    await call('stranger', 'POST', `/teams/${open}/actions/join/`);
    const { body, headers } = await call('teamManager', 'GET', `/teams/join_requests/?team_id=${open}`);
    expect(body).toMatch(/^Username,Date Joined \(UTC\),Team Name\r\n(.*\r\n){3}$/);
    expect(body).toMatch(/\nstranger,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,Rowers\r\n/);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toMatch(new RegExp(`filename="join_requests_${open}_\\d{8}\\.csv"`));
    expect(await tried('member', 'GET', `/teams/join_requests/?team_id=${open}`)).toEqual([403, 'UserNotTeamManager']);
    expect(await tried('admin', 'GET', '/teams/join_requests/?team_id=9999')).toEqual([404, 'TEAM_NOT_FOUND']);
    expect((await tried('admin', 'GET', '/teams/join_requests/'))[0]).toBe(422);
    await server.database.prisma.teamMember.deleteMany({ where: { active: false } });
    expect((await call('admin', 'GET', `/teams/join_requests/?team_id=${open}`)).body).toEqual({
      message: expect.any(String),
    });
  });

  it('are added by managers, or get another function', async () => {
    const add = (who: Who, body: unknown, team = open) => tried(who, 'POST', `/teams/${team}/actions/add/`, body);
    expect(await add('teamManager', { username: 'stranger' })).toEqual([200]);
    expect(await add('teamManager', { username: 'member', role: 'manager' })).toEqual([200]);
    expect(await people()).toMatchObject({ stranger: 'MEMBER', member: 'MANAGER' });
    expect(await add('stranger', { username: 'stranger', role: 'MANAGER' })).toEqual([403, 'UserNotTeamManager']);
    expect(await add('teamManager', { username: 'nobody' })).toEqual([404, 'USER_NOT_FOUND']);
    expect(await add('teamManager', {})).toEqual([400, 'InvalidData']);
    expect(await add('teamManager', { username: 'stranger', role: 'CAPTAIN' })).toEqual([400, 'InvalidData']);
    expect(await add('admin', { username: 'stranger' }, 9999)).toEqual([404, 'TEAM_NOT_FOUND']);
  });

  it('leave, and are taken out by managers', async () => {
    const leave = (who: Who, username: string, team = closed) =>
      tried(who, 'POST', `/teams/${team}/actions/leave/`, { username });
    expect(await leave('stranger', 'member')).toEqual([403, 'RemoveUserError']);
    expect(await leave('member', 'member')).toEqual([200]);
    expect(await leave('member', 'member')).toEqual([404, 'USER_NOT_IN_TEAM']);
    const again = await call('teamManager', 'POST', `/teams/${closed}/actions/leave/`, { username: 'member' });
    expect(again.body.error).toMatchObject({
      sub_code: 'USER_NOT_IN_TEAM',
      details: { username: 'member', team_id: closed },
    });
    expect(await leave('manager', 'pending')).toEqual([200]);
    expect(await leave('teamManager', 'teamManager')).toEqual([200]);
    expect(await leave('manager', 'nobody')).toEqual([404, 'USER_NOT_FOUND']);
    expect(await leave('manager', '')).toEqual([400, 'InvalidData']);
    expect(await leave('member', 'member', 9999)).toEqual([404, 'TEAM_NOT_FOUND']);
  });

  it('are written to by managers, ten times an hour', async () => {
    const write = (who: Who, body: unknown, team = closed) =>
      tried(who, 'POST', `/teams/${team}/actions/message-members/`, body);
    const message = { subject: 'Meeting', message: 'On **Monday**' };
    expect(await write('stranger', message)).toEqual([403, 'UserNotPermitted']);
    expect(await write('teamManager', { subject: ' ', message: ' ' })).toEqual([400, 'InvalidData']);
    expect(await write('admin', message, 9999)).toEqual([404, 'TEAM_NOT_FOUND']);
    for (let sent = 0; sent < 10; sent += 1) expect(await write('teamManager', message)).toEqual([200]);
    expect(await write('teamManager', message)).toEqual([429, 'TooManyMessages']);
    const got = await server.database.prisma.message.findMany({ where: { receiverId: world.people.member.id } });
    expect(got.filter(({ type }) => type === 'TEAM_BROADCAST')).toHaveLength(10);
  });

  it('act with a header as old clients write it, in any case', async () => {
    const { status } = await v2(server, '/teams/', {
      headers: { authorization: tokenHeader(world.token('member')!).replace('Token', 'TOKEN') },
    });
    expect(status).toBe(200);
  });
});
