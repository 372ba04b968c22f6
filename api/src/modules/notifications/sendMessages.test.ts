import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';
import { counter } from '../../../test/watch.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';
import { MOST_AN_HOUR } from './broadcast.js';

const KINDS = ['messageProjectContributors', 'messageCampaignContributors', 'messageTeamMembers'] as const;
type Kind = (typeof KINDS)[number];

describe('messages to many', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  let projectId: number;
  let campaignId: number;
  let teamId: number;
  let otherProject: number;
  const id = (who: Exclude<Who, 'visitor'>) => world.people[who].id;

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
    const { prisma } = server.database;
    const organisationId = String(world.organisation);
    const area = { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14, organisationId };
    projectId = await publishedProject(server, world.people.admin.token, area);
    otherProject = await publishedProject(server, world.people.admin.token, area);
    teamId = await world.team('Surveyors *of* [X](https://x.org)', 'PUBLIC');
    const campaign = await prisma.campaign.create({
      data: { name: 'Campaign', projects: { create: [{ projectId }, { projectId: otherProject }] } },
    });
    campaignId = campaign.id;
    await prisma.projectContributor.createMany({
      data: [
        ...(['stranger', 'member', 'manager', 'blocked'] as const).map((who) => ({ projectId, personId: id(who) })),
        ...(['stranger', 'otherManager', 'admin'] as const).map((who) => ({
          projectId: otherProject,
          personId: id(who),
        })),
      ],
    });
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.database.prisma.message.deleteMany();
    await server.database.prisma.notificationPreference.deleteMany();
  });

  const send = async (kind: Kind, who: Who, input: object = {}) => {
    const type = `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
    const target = {
      messageProjectContributors: { projectId },
      messageCampaignContributors: { campaignId },
      messageTeamMembers: { teamId },
    }[kind];
    const { result } = await server.get(
      `mutation ($input: ${type}Input!) { result: ${kind}(input: $input) { __typename ... on Error { message code }
        ... on NotPermitted { reason } ... on TooManyMessages { freeAt } ... on ${type}Payload { sentCount notWantedCount } } }`,
      { input: { ...target, subject: ' A subject ', message: 'A **message**', ...input } },
      world.token(who),
    );
    return result;
  };
  const messages = () =>
    server.database.prisma.message.findMany({
      include: { receiver: true },
      orderBy: { receiver: { username: 'asc' } },
    });
  const receivers = async () => (await messages()).map(({ receiver }) => receiver.username);

  it('go to all who worked on the project, but not to the sender', async () => {
    expect(await send('messageProjectContributors', 'manager')).toMatchObject({ sentCount: 3, notWantedCount: 0 });
    const sent = await messages();
    expect(sent.map(({ receiver }) => receiver.username)).toEqual(['blocked', 'member', 'stranger']);
    expect(sent[0]).toMatchObject({
      type: 'BROADCAST',
      subject: 'A subject',
      body: 'A **message**',
      senderId: id('manager'),
      projectId,
    });
  });

  it('go to all who worked for the campaign, once each', async () => {
    expect(await send('messageCampaignContributors', 'admin')).toMatchObject({ sentCount: 5 });
    expect(await receivers()).toEqual(['blocked', 'manager', 'member', 'otherManager', 'stranger']);
    expect((await messages())[0]!.body).toBe('To all who map for the campaign Campaign:\n\nA **message**');
  });

  it('go to the active members of the team, whose name is shown as it is', async () => {
    expect(await send('messageTeamMembers', 'manager')).toMatchObject({ sentCount: 2 });
    expect(await receivers()).toEqual(['member', 'teamManager']);
    expect((await messages())[0]!.type).toBe('TEAM_BROADCAST');
    const { viewer } = await server.get(
      '{ viewer { notifications { nodes { bodyHtml } } } }',
      {},
      world.token('member'),
    );
    expect(viewer.notifications.nodes[0].bodyHtml).toBe(
      '<p>To the members of the team Surveyors *of* [X](https://x.org):</p>\n<p>A <strong>message</strong></p>\n',
    );
  });

  it('do not come to who does not want them, or has gone; that is told', async () => {
    const { prisma } = server.database;
    await prisma.notificationPreference.create({
      data: { personId: id('member'), type: 'BROADCAST', inApp: false },
    });
    await prisma.person.update({ where: { id: id('blocked') }, data: { deletedAt: new Date() } });
    expect(await send('messageProjectContributors', 'manager')).toMatchObject({ sentCount: 1, notWantedCount: 1 });
    await prisma.person.update({ where: { id: id('blocked') }, data: { deletedAt: null } });
    expect(await receivers()).toEqual(['stranger']);
  });

  it('need a subject and a text, bounded and storable', async () => {
    for (const kind of KINDS) {
      for (const wrong of [
        { subject: ' ' },
        { message: '\n' },
        { subject: 'x'.repeat(501) },
        { message: 'x'.repeat(10_001) },
        { message: 'a\0b' },
      ])
        expect(await send(kind, 'admin', wrong)).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await send('messageProjectContributors', 'admin', { projectId: '999999' })).toMatchObject({
      code: 'PROJECT_NOT_FOUND',
    });
    expect(await send('messageCampaignContributors', 'admin', { campaignId: '999999' })).toMatchObject({
      code: 'CAMPAIGN_NOT_FOUND',
    });
    expect(await send('messageTeamMembers', 'admin', { teamId: '999999' })).toMatchObject({ code: 'TEAM_NOT_FOUND' });
    expect(await messages()).toEqual([]);
  });

  it('are bounded: so many an hour, also when many are sent at once; the rest go to nobody', async () => {
    const answers = await Promise.all(
      Array.from({ length: MOST_AN_HOUR + 3 }, () => send('messageProjectContributors', 'manager')),
    );
    const refused = answers.filter(({ code }) => code === 'TOO_MANY_MESSAGES');
    expect(refused).toHaveLength(3);
    const minutes = (Date.parse(refused[0].freeAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThan(61);
    expect(await messages()).toHaveLength(3 * MOST_AN_HOUR);
    expect(await send('messageTeamMembers', 'manager')).toMatchObject({ code: 'TOO_MANY_MESSAGES' });
    expect(await send('messageTeamMembers', 'admin')).toMatchObject({ sentCount: 2 });
    await server.database.prisma.message.updateMany({ data: { at: new Date(Date.now() - 3_601_000) } });
    expect(await send('messageTeamMembers', 'manager')).toMatchObject({ sentCount: 2 });
  });

  it('take as many statements for thousands as for three', async () => {
    const statements = async () => {
      const before = counter.statements;
      const { sentCount } = await send('messageProjectContributors', 'manager');
      return { sentCount, statements: counter.statements - before };
    };
    await statements();
    const few = await statements();
    await server.database.pool.query(
      `with crowd as (insert into person (id, username) select 500000 + n, 'crowd ' || n from generate_series(1, 5000) n returning id)
       insert into project_contributor (project_id, person_id) select $1, id from crowd`,
      [projectId],
    );
    const many = await statements();
    await server.database.pool.query('delete from message; delete from person where id > 500000');
    expect(many).toEqual({ sentCount: few.sentCount + 5_000, statements: few.statements });
  });

  describe.each(STANDINGS)('for %s', (who) => {
    const allowed: Record<Kind, Who[]> = {
      messageProjectContributors: ['manager', 'admin'],
      messageCampaignContributors: ['admin'],
      messageTeamMembers: ['teamManager', 'manager', 'admin'],
    };
    it.each(KINDS)('%s is open or not as the client is told', async (kind) => {
      const { project, team } = await server.get(
        'query ($p: ID!, $t: ID!) { project(id: $p) { viewerCanEdit { allowed } } team(id: $t) { viewerCanEdit { allowed } } }',
        { p: projectId, t: teamId },
        world.token(who),
      );
      const may = allowed[kind].includes(who);
      if (kind === 'messageProjectContributors') expect(project.viewerCanEdit.allowed).toBe(may);
      if (kind === 'messageTeamMembers') expect(team.viewerCanEdit.allowed).toBe(may);
      const result = await send(kind, who);
      if (may) expect(result.__typename).toMatch(/Payload$/);
      else expect(result.code).toBe(who === 'visitor' ? 'NOT_SIGNED_IN' : 'NOT_PERMITTED');
      expect((await messages()).length > 0).toBe(may);
    });
  });
});
