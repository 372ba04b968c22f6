import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';

const MANAGERS: Who[] = ['teamManager', 'manager', 'admin'];
const INSIDERS: Who[] = [...MANAGERS, 'pending', 'member', 'formerTeamManager', 'blockedManager'];
const IN_TEAM: Who[] = ['pending', 'member', 'teamManager', 'formerTeamManager'];
const FIELDS = `number name description visibility joinMethod members { totalCount nodes { function person { username } } }
  viewerMembership { function active joinRequestNotifications }`;

describe('teams', () => {
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
    open = await world.team('Open', 'PUBLIC');
    closed = await world.team('Closed', 'PRIVATE');
  });

  const act = async (mutation: string, input: object, who: Who) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
    const what = mutation === 'deleteTeam' ? 'deletedNumber' : `team { ${FIELDS} }`;
    const { result } = await server.get(
      `mutation ($input: ${type}Input!) { result: ${mutation}(input: $input) { __typename ... on Error { message code }
        ${mutation === 'leaveTeam' ? '' : '... on NotPermitted { reason }'} ${mutation === 'joinTeam' ? '... on AlreadyMember { pending }' : ''} ${mutation === 'deleteTeam' ? '... on InUse { usedBy }' : ''}
        ... on ${type}Payload { ${what} } } }`,
      { input },
      world.token(who),
    );
    return result;
  };
  const members = async (id = open) => {
    const rows = await server.database.prisma.teamMember.findMany({ where: { teamId: id }, include: { person: true } });
    return Object.fromEntries(rows.map((row) => [row.person.username, `${row.function}${row.active ? '' : '?'}`]));
  };

  it.each(STANDINGS)('are seen by %s as far as they are open to them', async (who) => {
    const sees = INSIDERS.includes(who);
    const { teams, team, organisation, node } = await server.get(
      `query ($id: ID!, $node: ID!, $o: ID!) { teams { totalCount nodes { number joinRequests { totalCount } } } team(id: $id) { number }
        organisation(id: $o) { teams { totalCount nodes { name } } } node(id: $node) { id } }`,
      { id: String(closed), node: Buffer.from(`Team:${closed}`).toString('base64'), o: String(world.organisation) },
      world.token(who),
    );
    const seen = sees ? [closed, open] : [open];
    expect(teams.nodes.map(({ number }: { number: number }) => number)).toEqual(seen);
    expect(teams.totalCount).toBe(seen.length);
    expect(organisation.teams).toEqual({
      totalCount: seen.length,
      nodes: sees ? [{ name: 'Closed' }, { name: 'Open' }] : [{ name: 'Open' }],
    });
    expect(team).toEqual(sees ? { number: closed } : null);
    expect(node !== null).toBe(sees);
    const waiting = MANAGERS.includes(who) || who === 'blockedManager' ? 2 : 0;
    for (const { joinRequests } of teams.nodes) expect(joinRequests.totalCount).toBe(waiting);
  });

  it.each(STANDINGS)('are changed by %s as viewerCanEdit says', async (who) => {
    const teamId = String(open);
    const { team } = await server.get(
      'query ($id: ID!) { team(id: $id) { viewerCanEdit { allowed reason message } } }',
      { id: teamId },
      world.token(who),
    );
    const { allowed, reason, message } = team.viewerCanEdit;
    expect(allowed).toBe(MANAGERS.includes(who));
    for (const [mutation, input] of [
      ['updateTeam', { name: 'Renamed' }],
      ['addTeamMember', { username: 'stranger' }],
      ['removeTeamMember', { username: 'admin' }],
      ['decideJoinRequest', { username: 'pending', decision: 'ACCEPT' }],
      ['deleteTeam', {}],
    ] as const) {
      const result = await act(mutation, { teamId, ...input }, who);
      if (who === 'visitor') expect(result.__typename, mutation).toBe('NotSignedIn');
      else if (who === 'admin' && mutation === 'removeTeamMember') expect(result.code).toBe('TEAM_MEMBER_NOT_FOUND');
      else if (!allowed) expect(result, mutation).toMatchObject({ __typename: 'NotPermitted', reason, message });
      else if (mutation !== 'removeTeamMember') expect(result.__typename, mutation).toMatch(/Payload$/);
      const hidden = await act(mutation, { teamId: String(closed), ...input }, who);
      if (who !== 'visitor' && !INSIDERS.includes(who)) expect(hidden.code).toBe('TEAM_NOT_FOUND');
    }
    const created = await act('createTeam', { organisationId: String(world.organisation), name: 'New' }, who);
    if (who === 'manager' || who === 'admin')
      expect(created.team.members.nodes).toEqual([{ function: 'MANAGER', person: { username: who } }]);
    else expect(created.__typename).toBe(who === 'visitor' ? 'NotSignedIn' : 'NotPermitted');
  });

  it.each(STANDINGS)('are joined by %s by their method', async (who) => {
    for (const joinMethod of ['ANY', 'BY_REQUEST', 'BY_INVITE'] as const) {
      await server.database.prisma.team.update({ where: { id: open }, data: { joinMethod } });
      const { team } = await server.get(
        'query ($id: ID!) { team(id: $id) { viewerCanJoin { allowed reason } } }',
        { id: String(open) },
        world.token(who),
      );
      const result = await act('joinTeam', { teamId: String(open) }, who);
      if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
      else if (IN_TEAM.includes(who)) {
        expect(result).toMatchObject({
          __typename: 'AlreadyMember',
          pending: who === 'pending' || who === 'formerTeamManager',
        });
        continue;
      } else if (!team.viewerCanJoin.allowed) expect(result).toMatchObject({ reason: team.viewerCanJoin.reason });
      else {
        const active = joinMethod === 'ANY' || MANAGERS.includes(who);
        expect(result.team.viewerMembership).toEqual({ function: 'MEMBER', active, joinRequestNotifications: false });
        expect((await act('leaveTeam', { teamId: String(open) }, who)).team.viewerMembership).toBeNull();
      }
      const mayJoin =
        !['visitor', 'blocked', 'blockedManager'].includes(who) &&
        (joinMethod !== 'BY_INVITE' || MANAGERS.includes(who));
      expect(team.viewerCanJoin.allowed).toBe(mayJoin);
    }
  });

  it('let in or turn away who asked, once', async () => {
    const decide = (username: string, decision: string) =>
      act('decideJoinRequest', { teamId: String(open), username, decision }, 'teamManager');
    expect((await decide('pending', 'ACCEPT')).team.members.totalCount).toBe(3);
    expect((await decide('formerTeamManager', 'REJECT')).__typename).toBe('DecideJoinRequestPayload');
    for (const [who, decision] of [
      ['pending', 'REJECT'],
      ['member', 'REJECT'],
      ['formerTeamManager', 'ACCEPT'],
    ] as const)
      expect(await decide(who, decision), who).toMatchObject({ code: 'JOIN_REQUEST_NOT_FOUND' });
    expect((await decide('nobody', 'ACCEPT')).__typename).toBe('InvalidInput');
    expect(await members()).toEqual({ member: 'MEMBER', teamManager: 'MANAGER', pending: 'MEMBER' });
  });

  it('change in what is sent: a name alone leaves the members, a list replaces them', async () => {
    const change = async (input: object) =>
      (await act('updateTeam', { teamId: String(open), ...input }, 'manager')).team;
    const before = await members();
    expect(await change({ name: 'Other', description: 'What it does.' })).toMatchObject({
      name: 'Other',
      joinMethod: 'BY_REQUEST',
    });
    expect(await change({ description: null, visibility: 'PRIVATE' })).toMatchObject({
      name: 'Other',
      description: null,
      visibility: 'PRIVATE',
    });
    expect(await members()).toEqual(before);
    await change({
      members: [
        { username: 'member', function: 'MANAGER' },
        { username: 'stranger', function: 'MEMBER' },
      ],
    });
    expect(await members()).toEqual({
      member: 'MANAGER',
      stranger: 'MEMBER',
      pending: 'MEMBER?',
      formerTeamManager: 'MANAGER?',
    });
    for (const wrong of [{ name: ' ' }, { name: 'a\0' }, { members: [{ username: 'nobody', function: 'MEMBER' }] }])
      expect((await act('updateTeam', { teamId: String(open), ...wrong }, 'manager')).__typename).toBe('InvalidInput');
    expect(
      await act('updateTeam', { teamId: String(open), organisationId: String(world.other) }, 'manager'),
    ).toMatchObject({ reason: 'NOT_MANAGER' });
  });

  it('have managers who choose whether they hear of requests; members may leave, and managers remove them', async () => {
    const notify = (who: Who) => act('setJoinRequestNotifications', { teamId: String(open), enabled: true }, who);
    expect((await notify('teamManager')).team.viewerMembership.joinRequestNotifications).toBe(true);
    for (const who of ['member', 'stranger', 'formerTeamManager'] as const)
      expect((await notify(who)).reason).toBe('NOT_TEAM_MANAGER');
    expect(
      (await act('addTeamMember', { teamId: String(open), username: 'member', function: 'MANAGER' }, 'teamManager'))
        .__typename,
    ).toBe('AddTeamMemberPayload');
    expect((await members()).member).toBe('MANAGER');
    expect(
      (await act('removeTeamMember', { teamId: String(open), username: 'teamManager' }, 'teamManager')).__typename,
    ).toBe('RemoveTeamMemberPayload');
    expect((await act('leaveTeam', { teamId: String(closed) }, 'pending')).team).toBeNull();
    expect(await act('leaveTeam', { teamId: String(open) }, 'stranger')).toMatchObject({
      code: 'TEAM_MEMBER_NOT_FOUND',
    });
  });

  it('and their members are found and come page by page', async () => {
    const names = async (filter: object, who: Who) =>
      (
        await server.get(
          'query ($filter: TeamFilter) { teams(filter: $filter) { nodes { name } } }',
          { filter },
          world.token(who),
        )
      ).teams.nodes.map(({ name }: { name: string }) => name);
    expect(await names({ search: 'OPE' }, 'visitor')).toEqual(['Open']);
    expect(await names({ search: '%' }, 'admin')).toEqual([]);
    expect(await names({ mine: 'MEMBER' }, 'member')).toEqual(['Closed', 'Open']);
    expect(await names({ mine: 'MEMBER' }, 'visitor')).toEqual([]);
    expect(await names({ mine: 'MANAGER' }, 'member')).toEqual([]);
    expect(await names({ mine: 'MANAGER' }, 'manager')).toEqual(['Closed', 'Open']);
    expect(await names({ mine: 'REQUESTED' }, 'pending')).toEqual(['Closed', 'Open']);
    expect(await names({ organisationId: String(world.other) }, 'admin')).toEqual([]);
    await server.database.prisma.teamMember.updateMany({ data: { active: true } });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        team,
      }: {
        team: {
          members: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
            nodes: { person: { username: string } }[];
          };
        };
      } = await server.get(
        'query ($id: ID!, $after: String) { team(id: $id) { members(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { person { username } } } } }',
        { id: String(open), after },
      );
      expect(team.members.totalCount).toBe(4);
      seen.push(...team.members.nodes.map(({ person }) => person.username));
      after = team.members.pageInfo.hasNextPage ? team.members.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['formerTeamManager', 'teamManager', 'member', 'pending']);
  });

  it('finds its members by a part of their name, and takes no letter for a wildcard', async () => {
    const named = async (search: string) => {
      const { team } = await server.get(
        'query ($id: ID!, $search: String) { team(id: $id) { members(first: 9, search: $search) { totalCount nodes { person { username } } } } }',
        { id: String(open), search },
      );
      return [
        team.members.totalCount,
        ...team.members.nodes.map((node: { person: { username: string } }) => node.person.username),
      ];
    };
    expect(await named(' MANAGER ')).toEqual([1, 'teamManager']);
    expect(await named('%')).toEqual([0]);
  });
});
