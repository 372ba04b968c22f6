import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldClient, type OldClient } from './oldClient.js';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, boxOfTiles, newOrganisation, publishedProject } from './world.js';

// What the original's pages about people call, in their order: inbox, settings, profile, teams, and those of administrators.

type Person = Awaited<ReturnType<TestServer['person']>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as a page reads what it loaded
type Loaded = any;

let server: TestServer;
let people: Record<'admin' | 'manager' | 'mapper', Person>;
let admin: OldClient;
let manager: OldClient;
let me: OldClient;
let organisationId: number;
let p: number;

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  people = {
    admin: await server.person('ada', 'ADMIN'),
    manager: await server.person('mia'),
    mapper: await server.person('max'),
  };
  [admin, manager, me] = [people.admin, people.manager, people.mapper].map(({ token }) =>
    oldClient(() => server, token),
  ) as [OldClient, OldClient, OldClient];
  organisationId = Number(await newOrganisation(server, people.admin.token));
  await server.database.prisma.organisationManager.create({
    data: { organisationId, personId: people.manager.id },
  });
  p = await publishedProject(server, people.admin.token, {
    areaOfInterest: boxOfTiles(14, 2, 2),
    zoom: 14,
    organisationId: String(organisationId),
  });
  const { result } = await server.get(ACTIONS.lock, { p, n: 1 }, people.mapper.token);
  const version = result.task.lock.version;
  await server.get(ACTIONS.submit, { p, n: 1, version, status: 'MAPPED' }, people.mapper.token);
});
afterAll(() => server?.stop());

const today = () => new Date().toISOString().slice(0, 10);

describe('the bell and the inbox of the old client', () => {
  const list = (query: string) => me.get(`notifications/?${query}`);

  it('counts what is new, and no more once the bell was opened', async () => {
    for (const n of [1, 2, 3]) await admin.post(`projects/${p}/comments/`, { message: `@[max] question ${n}` });
    await admin.post(`projects/${p}/comments/tasks/1/`, { comment: 'A word to @[max]' });
    const before = await me.get('notifications/queries/own/count-unread/');
    expect(before).toEqual({ newMessages: true, unread: 4 });
    await me.post('notifications/queries/own/post-unread/');
    expect(await me.get('notifications/queries/own/count-unread/')).toEqual({ newMessages: false, unread: 0 });
    const { userMessages } = await list('status=unread&sortBy=date&sortDirection=desc&page=1&pageSize=5');
    expect(userMessages).toHaveLength(4);
    expect(userMessages[0]).toMatchObject({
      messageId: expect.any(Number),
      subject: expect.stringContaining(`href="/projects/${p}/tasks/?search=1"`),
      fromUsername: 'ada',
      displayPictureUrl: null,
      messageType: 'MENTION_NOTIFICATION',
      read: false,
    });
    expect(Number.isNaN(Date.parse(userMessages[0].sentDate))).toBe(false);
  });

  it('lists by tab, project and order, also when these are crossed as the tabs write them', async () => {
    const all = await list('page=1&pageSize=10');
    expect(all.pagination).toMatchObject({ total: 4, page: 1, pages: 1, perPage: 10 });
    const counts = await Promise.all(
      ['3,1,6,7', '2,9,10', '8,4,5', '6,7,11'].map((types) => list(`messageType=${types}&page=1&pageSize=10`)),
    );
    expect(counts[0].pagination.total).toBe(4);
    expect(counts[3].userMessages).toEqual([]);
    expect((await list(`project=${p}&page=1&pageSize=10`)).userMessages.length).toBeGreaterThan(0);
    expect((await list('sortBy=read&sortDirection=asc')).userMessages).toHaveLength(4);
    const crossed = await list('sortBy=desc&sortDirection=date&page=1&pageSize=10');
    expect(crossed.userMessages).toEqual(all.userMessages);
  });

  it('opens a message, which is read then, marks others and deletes', async () => {
    const { userMessages } = await list('page=1&pageSize=10');
    const [first, second, third] = userMessages.map(({ messageId }: Loaded) => messageId);
    expect(await me.get(`notifications/${first}/`)).toMatchObject({ messageId: first, message: expect.any(String) });
    const unread = async () => (await list('status=unread&pageSize=10')).userMessages.length;
    expect(await unread()).toBe(3);
    await me.post('notifications/mark-as-read-multiple/', { messageIds: [second] });
    expect(await unread()).toBe(2);
    await me.delete(`notifications/${first}/`);
    await me.delete('notifications/delete-multiple/', { messageIds: [second, third] });
    expect((await list('pageSize=10')).pagination.total).toBe(1);
    await me.post('notifications/mark-as-read-all/?messageType=3,1,6,7');
    expect(await unread()).toBe(0);
    await me.delete('notifications/delete-all/');
    const empty = await list('page=1&pageSize=10');
    expect([empty.userMessages, empty.pagination.total]).toEqual([[], 0]);
  });
});

describe('settings and profile of the old client', () => {
  const set = (fields: object) => me.patch('users/me/actions/set-user/', { id: people.mapper.id, ...fields });
  const profile = (who = me, name = 'max') => who.get(`users/queries/${name}/`);

  it('save each field and each switch at once', async () => {
    const fields = {
      name: 'Max',
      city: 'Nairobi',
      country: 'Kenya',
      twitterId: 'max',
      facebookId: 'max',
      linkedinId: 'max',
      slackId: 'max',
      gender: 'SELF_DESCRIBE',
      selfDescriptionGender: 'mapper',
    };
    expect(await set(fields)).toEqual({ verificationEmailSent: false });
    expect(await profile()).toMatchObject(fields);
    expect(await set({ emailAddress: 'max@example.org' })).toEqual({ verificationEmailSent: true });
    expect(await profile()).toMatchObject({ emailAddress: 'max@example.org', isEmailVerified: false });
    await me.patch('users/me/actions/verify-email/');
    for (const name of [
      'mentionsNotifications',
      'teamsAnnouncementNotifications',
      'taskValidationNotification',
      'taskInvalidationNotification',
      'projectsNotifications',
      'questionsAndCommentsNotifications',
      'taskCommentsNotifications',
    ])
      for (const on of [false, true]) {
        await set({ [name]: on });
        expect(await profile()).toMatchObject({ [name]: on });
      }
    await set({ isExpert: true, defaultEditor: 'JOSM' });
    expect(await profile()).toMatchObject({ isExpert: true, defaultEditor: 'JOSM' });
    expect(await me.refused('PATCH', 'users/me/actions/set-user/', { id: people.admin.id, city: 'x' })).toEqual([
      401,
      'UnableToAuth',
    ]);
  });

  it('show somebody to others, without mail address and gender', async () => {
    const seen = await profile(manager);
    expect(seen).toMatchObject({ username: 'max', emailAddress: null, gender: null, name: 'Max' });
    expect(await manager.get('users/max/statistics/')).toMatchObject({ tasksMapped: 1, projectsMapped: 1 });
    expect((await manager.get('projects/queries/max/touched/')).mappedProjects).toMatchObject([{ projectId: p }]);
    expect((await manager.get(`teams/?member=${seen.id}`)).teams).toEqual([]);
    expect((await manager.get(`organisations/?manager_user_id=${seen.id}`)).organisations).toEqual([]);
    expect((await manager.get(`badges/user/${seen.id}/`)).badges).toEqual([]);
    expect(await manager.get(`users/statistics/nextlevel/?userId=${seen.id}`)).toMatchObject({
      nextLevel: expect.any(String),
      aggregatedProgress: expect.any(Number),
      aggregatedGoal: expect.any(Number),
    });
    expect(await manager.refused('GET', 'users/queries/nobody/')).toEqual([404, 'USER_NOT_FOUND']);
  });
});

describe('teams with the old client', () => {
  let team: number;

  it('are made, joined by request, written to and left', async () => {
    const created = await manager.call('POST', 'teams/', {
      name: 'Checkers',
      description: 'We look twice',
      organisation_id: organisationId,
      joinMethod: 'BY_REQUEST',
      visibility: 'PUBLIC',
    });
    expect(created.status).toBe(201);
    team = created.body.teamId;
    await manager.post(`teams/${team}/actions/add/`, { username: 'mia', role: 'MANAGER' });
    expect((await manager.get(`teams/?fullMemberList=false&manager=${people.manager.id}`)).teams).toMatchObject([
      { teamId: team, membersCount: expect.any(Number), managersCount: 1 },
    ]);
    expect(await me.get(`teams/${team}/`)).toMatchObject({ name: 'Checkers', joinMethod: 'BY_REQUEST', members: [{ username: 'mia', function: 'MANAGER', active: true }] }); // prettier-ignore
    await me.post(`teams/${team}/actions/join/`);
    const waiting = (await manager.get(`teams/${team}/`)).members.filter(({ active }: Loaded) => !active);
    expect(waiting).toMatchObject([{ username: 'max' }]);
    expect((await manager.call('GET', `teams/join_requests/?team_id=${team}`)).body).toContain('max');
    await manager.patch(`teams/${team}/actions/join/`, {
      username: 'max',
      role: 'MEMBER',
      type: 'join-response',
      action: 'accept',
    });
    expect((await me.get(`teams/?omitMemberList=true&member=${people.mapper.id}`)).teams).toMatchObject([
      { teamId: team },
    ]);
    await manager.post(`teams/${team}/actions/message-members/`, { subject: 'Hello', message: '**All** of you' });
  });

  it('are edited as they were loaded, and taken off projects', async () => {
    const loaded = await manager.get(`teams/${team}/`);
    const { members } = loaded;
    await manager.patch(`teams/${team}/`, {
      name: 'Lookers',
      description: loaded.description,
      organisation_id: loaded.organisation_id,
      joinMethod: 'ANY',
      visibility: loaded.visibility,
      members,
    });
    const after = await manager.get(`teams/${team}/`);
    expect([after.name, after.joinMethod, after.members]).toEqual(['Lookers', 'ANY', members]);
    for (const unlink of [
      () => manager.delete(`teams/projects/teams/${team}/unlink`),
      () => manager.delete('teams/projects/unlink', { items: [{ project_id: p, team_id: team }] }),
      () => manager.delete(`teams/projects/${p}/teams/${team}/`),
    ]) {
      await manager.post(`projects/${p}/teams/${team}/`, { role: 'VALIDATOR' });
      expect((await manager.get(`teams/${team}/`)).team_projects).toMatchObject([{ project_id: p, role: 'VALIDATOR' }]);
      expect((await manager.get(`projects/?teamId=${team}&omitMapResults=true`)).results).toHaveLength(1);
      await unlink();
      expect((await manager.get(`teams/${team}/`)).team_projects).toEqual([]);
    }
    await me.post(`teams/${team}/actions/leave/`, { username: 'max' });
    await manager.delete(`teams/${team}/`);
    expect((await manager.call('GET', `teams/${team}/`)).status).toBe(404);
  });
});

describe('statistics with the old client', () => {
  it('of an organisation, of everything, and of new people', async () => {
    await manager.get(`organisations/${organisationId}/?omitManagerList=true`);
    expect(await manager.get(`organisations/${organisationId}/statistics/`)).toMatchObject({
      projects: { draft: 0, published: 1, archived: 0, stale: 0, recent: 1 },
      activeTasks: { ready: 3, mapped: 1, validated: 0, badImagery: 0 },
    });
    const ofOrganisation = await manager.get(
      `tasks/statistics/?startDate=${today().slice(0, 4)}-01-01&endDate=${today()}&organisationId=${organisationId}`,
    );
    expect(ofOrganisation.taskStats).toEqual([{ date: today(), mapped: 1, validated: 0, badImagery: 0 }]);
    const filtered = await admin.get(
      `tasks/statistics/?startDate=${today()}&endDate=${today()}&campaign=None&projectId=${p}`,
    );
    expect(filtered.taskStats).toEqual([]);
    expect(
      await admin.get(`users/statistics/?startDate=${today().slice(0, 4)}-01-01&endDate=${today()}`),
    ).toMatchObject({
      total: 3,
      byLevel: expect.any(Array),
      genders: { male: 0, female: 0 },
    });
    expect(await manager.refused('GET', 'tasks/statistics/?startDate=x')).toEqual([400, 'InvalidDateValue']);
  });
});

describe('administering with the old client', () => {
  it('makes, edits and deletes organisations, campaigns, categories and licences', async () => {
    const organisation = {
      name: 'Red',
      slug: 'red',
      description: 'Helps',
      url: 'https://example.org',
      type: 'FREE',
      subscriptionTier: null,
      managers: ['max'],
    };
    const made = (await admin.post('organisations/', organisation)).organisationId;
    const page = await admin.get(`organisations/${made}/`);
    expect(page).toMatchObject({ slug: 'red', type: 'FREE', managers: [{ username: 'ada' }, { username: 'max' }] });
    await admin.patch(`organisations/${made}/`, {
      ...organisation,
      name: 'Reds',
      type: 'DISCOUNTED',
      subscriptionTier: 2,
    });
    expect(await admin.get(`organisations/${made}/`)).toMatchObject({ name: 'Reds', type: 'DISCOUNTED' });
    await admin.delete(`organisations/${made}/`);
    expect(await admin.refused('DELETE', `organisations/${organisationId}/`)).toEqual([403, 'OrgHasProjects']);

    const { campaignId } = await manager.post('campaigns/', { name: 'Floods' });
    await manager.patch(`campaigns/${campaignId}/`, { name: 'Storms' });
    expect(await manager.get(`campaigns/${campaignId}/`)).toMatchObject({ id: campaignId, name: 'Storms' });
    await admin.post(`campaigns/${campaignId}/actions/message-contributors/`, { subject: 'Hello', message: 'All' });
    await manager.delete(`campaigns/${campaignId}/`);

    const interest = await manager.post('interests/', { name: 'Health' });
    await manager.patch(`interests/${interest.id}/`, { name: 'Roads' });
    expect(await manager.get(`interests/${interest.id}/`)).toMatchObject({ name: 'Roads' });
    await manager.delete(`interests/${interest.id}/`);

    const license = { name: 'Imagery', description: 'Of satellites', plainText: 'Only here' };
    const { licenseId } = await admin.post('licenses/', license);
    await admin.patch(`licenses/${licenseId}/`, { ...license, plainText: 'Anywhere' });
    expect((await admin.get('licenses/')).licenses).toMatchObject([{ licenseId, name: 'Imagery' }]);
    await admin.delete(`licenses/${licenseId}/`);
  });

  it('keeps badges and levels', async () => {
    const badge = await admin.post('badges/', {
      name: 'Builder',
      description: 'Many houses',
      imagePath: 'https://example.org/b.png',
      isInternal: false,
      isEnabled: true,
      requirements: JSON.stringify({ building: 100 }),
    });
    expect(JSON.parse(badge.requirements)).toEqual({ building: 100 });
    await admin.patch(`badges/${badge.id}/`, { ...badge, description: 'More houses' });
    const level = await admin.post('levels/', {
      name: 'EXPERT',
      approvalsRequired: 1,
      color: '#ff0000',
      requiredBadges: [{ id: badge.id }],
    });
    expect(await admin.get(`levels/${level.id}/`)).toMatchObject({
      requiredBadges: [{ id: badge.id, name: 'Builder' }],
    });
    await admin.patch(`levels/${level.id}/`, { ...level, name: 'MASTER', requiredBadges: [{ id: badge.id }] });
    expect((await admin.get('levels/')).levels.at(-1)).toMatchObject({ name: 'MASTER', ordering: level.ordering });
    expect((await admin.call('DELETE', `badges/${badge.id}/`)).status).toBe(409);
    await admin.delete(`levels/${level.id}/`);
    await admin.delete(`badges/${badge.id}/`);
    expect((await me.refused('POST', 'badges/', {}))[0]).toBe(403);
  });

  it('finds people and sets their role and level', async () => {
    const { users, pagination } = await admin.get('users/?page=1&perPage=20&username=ma&role=MAPPER&level=1');
    expect(pagination).toMatchObject({ total: 1 });
    expect(users).toMatchObject([
      { id: people.mapper.id, username: 'max', role: 'MAPPER', mappingLevel: expect.any(String), stats: {} },
    ]);
    await admin.get('users/?page=1&sort=changeset&sort_dir=desc');
    const { levels } = await admin.get('levels/');
    await admin.patch(`users/max/actions/set-level/${levels[1].name}/`);
    await admin.patch('users/max/actions/set-role/READ_ONLY/');
    expect(await me.get('users/queries/max/')).toMatchObject({ role: 'READ_ONLY', mappingLevel: levels[1].name });
    await admin.patch('users/max/actions/set-role/MAPPER/');
    await admin.patch('users/max/actions/approve-level');
    expect((await me.refused('PATCH', 'users/max/actions/set-role/ADMIN/'))[0]).toBe(403);
  });

  it('keeps partners and where they take part', async () => {
    const made = await admin.post('partners/', {
      name: 'Friends',
      primary_hashtag: '#friends',
      secondary_hashtag: '',
      permalink: 'friends',
      logo_url: '',
      link_meta: '',
      link_x: '',
      link_instagram: '',
      current_projects: String(p),
      mapswipe_group_id: '',
      name_1: 'Home',
      url_1: 'https://example.org',
    });
    const page = await oldClient(() => server).get('partners/friends/');
    expect(page).toMatchObject({ id: made.id, name: 'Friends', name_1: 'Home', current_projects: String(p) });
    await admin.put(`partners/${made.id}/`, { ...page, name: 'Good friends' });
    expect(await admin.get('partners/')).toMatchObject([{ name: 'Good friends', url_1: 'https://example.org' }]);

    const { partnershipId } = await admin.post('projects/partnerships/', {
      projectId: p,
      partnerId: made.id,
      startedOn: '2026-01-01T00:00:00.000Z',
      endedOn: null,
    });
    expect((await admin.get(`projects/${p}/partners/`)).partnerships).toMatchObject([
      { id: partnershipId, partnerId: made.id, endedOn: null },
    ]);
    await admin.patch(`projects/partnerships/${partnershipId}/`, { endedOn: '2099-01-01T00:00:00.000Z' });
    const found = await admin.get(`projects/?partnerId=${made.id}&partnershipFrom=2026-01-01&partnershipTo=2026-12-31`);
    expect(found.results).toHaveLength(1);
    await admin.delete(`projects/partnerships/${partnershipId}/`);
    await admin.delete(`partners/${made.id}/`);
  });

  it('changes the banner', async () => {
    await admin.patch('system/banner/', { message: 'We **move**', visible: true });
    expect(await me.get('system/banner/')).toEqual({ message: expect.stringContaining('<strong>move'), visible: true });
    await admin.patch('system/banner/', { message: 'We moved', visible: false });
    expect((await me.get('system/banner/')).visible).toBe(false);
  });
});
