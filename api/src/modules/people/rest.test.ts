import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { countEditsOf } from '../statistics/jobs.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer, outside: Server;
let admin: Person, ann: Person, bob: Person;
/** Changesets that OpenStreetMap tells of, by OSM id; who is not there is gone. */
const changesets = new Map<number, number>();
let ohsomeFails = false;
const askedOhsome: URL[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    const url = new URL(request.url!, 'http://outside');
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const id = Number(/^\/api\/0\.6\/user\/(\d+)\.json$/.exec(url.pathname)?.[1]);
    if (id) {
      const count = changesets.get(id);
      return count === undefined
        ? send(410, {})
        : send(200, { user: { id, account_created: '2015-01-01T00:00:00Z', changesets: { count } } });
    }
    if (url.pathname === '/oauth2/token')
      return send(200, { access_token: 'newcomer', token_type: 'Bearer', scope: 'read_prefs', created_at: 1 });
    if (url.pathname === '/api/0.6/user/details.json')
      return send(200, { user: { id: 77, display_name: 'newcomer', changesets: { count: changesets.get(77) } } });
    askedOhsome.push(url);
    if (ohsomeFails) return send(400, {});
    return send(200, { result: { changesets: 1, topics: { building: { value: 120, added: 120 } } }, metadata: {} });
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  server = await startServer(
    {
      OSM_SERVER_URL: address,
      TM_CLIENT_ID: 'x',
      OHSOME_STATS_API_URL: `${address}/ohsome`,
      TM_DEFAULT_CHANGESET_COMMENT: '#grid',
    },
    { jobs: false },
  );
  [admin, ann, bob] = [
    await server.person('admin', 'ADMIN'),
    await server.person('ann'),
    await server.person('bob'),
  ] as const;
  changesets.set(ann.id, 12);
});
afterAll(async () => {
  await server?.stop();
  outside?.close();
});

const get = (path: string, who?: Person) => v2(server, path, { token: who?.token });
const patch = (path: string, who?: Person, body?: unknown) =>
  v2(server, path, { method: 'PATCH', token: who?.token, body });
const set = (who: Person, settings: object) => patch('/users/me/actions/set-user/', who, { id: who.id, ...settings });

describe('a person', () => {
  it('is shown by name and by id, with mail and gender for themself alone', async () => {
    await set(ann, { emailAddress: 'Ann@example.org', gender: 'FEMALE', name: 'Ann' });
    const own = await get('/users/queries/ann/', ann);
    expect(own.body).toMatchObject({
      id: ann.id,
      role: 'MAPPER',
      mappingLevel: 'BEGINNER',
      level_ordering: 1,
      projectsMapped: null,
      emailAddress: 'ann@example.org',
      isEmailVerified: false,
      gender: 'FEMALE',
      name: 'Ann',
    });
    for (const who of [bob, admin])
      expect((await get(`/users/${ann.id}/`, who)).body).toEqual({
        ...own.body,
        emailAddress: null,
        isEmailVerified: null,
        gender: null,
      });
  });

  it('who is not there is a 404 with what was looked for; visitors are told to sign in', async () => {
    expect(await get('/users/queries/Ann/', bob)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'USER_NOT_FOUND', details: { username: 'Ann' } } },
    });
    for (const id of [424242, 99_999_999_999])
      expect(await get(`/users/${id}/`, bob)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'USER_NOT_FOUND', details: { user_id: id } } },
      });
    expect((await get('/users/nobody-knows/', bob)).status).toBe(422);
    expect((await get(`/users/${ann.id}/`)).status).toBe(403);
    expect((await get('/users/queries/ann/')).status).toBe(403);
  });
});

describe('settings', () => {
  it('write what is sent, empty texts by "", and leave what is null', async () => {
    const cat = await server.person('cat');
    expect((await set(cat, { name: 'Cat', city: 'Accra', isExpert: true, defaultEditor: 'JOSM' })).body).toEqual({
      verificationEmailSent: false,
    });
    expect((await set(cat, { city: '', name: null, username: 'admin', emailAddress: '' })).status).toBe(200);
    expect((await get('/users/queries/cat/', cat)).body).toMatchObject({
      name: 'Cat',
      city: null,
      isExpert: true,
      defaultEditor: 'JOSM',
      emailAddress: null,
    });
    expect((await set(cat, { emailAddress: 'Cat@example.org' })).body).toEqual({ verificationEmailSent: true });
    expect((await set(cat, { emailAddress: 'cat@Example.org' })).body).toEqual({ verificationEmailSent: false });
  });

  it('keep every switch as it was set, and leave the others', async () => {
    const dan = await server.person('dan');
    const SWITCHES = {
      mentionsNotifications: true,
      questionsAndCommentsNotifications: false,
      projectsNotifications: true,
      tasksNotifications: true,
      taskValidationNotification: true,
      taskInvalidationNotification: true,
      taskCommentsNotifications: false,
      teamsAnnouncementNotifications: true,
    };
    expect((await get(`/users/${dan.id}/`, dan)).body).toMatchObject(SWITCHES);
    for (const [name, value] of Object.entries(SWITCHES)) {
      await set(dan, { [name]: !value });
      expect((await get(`/users/${dan.id}/`, dan)).body).toMatchObject({ ...SWITCHES, [name]: !value });
      await set(dan, { [name]: value });
    }
    expect((await get(`/users/${dan.id}/`, dan)).body).toMatchObject(SWITCHES);
  });

  it('a switch that stands so already leaves finer choices alone', async () => {
    const eve = await server.person('eve');
    const choice = { personId: eve.id, type: 'VALIDATION_NOTIFICATION', inApp: true, byMail: false } as const;
    await server.database.prisma.notificationPreference.create({ data: choice });
    await set(eve, { taskValidationNotification: true });
    expect(await server.database.prisma.notificationPreference.findMany({ where: { personId: eve.id } })).toMatchObject(
      [choice],
    );
  });

  it('own words for a gender go with another gender, and only then', async () => {
    await set(bob, { gender: 'SELF_DESCRIBE', selfDescriptionGender: 'mapper' });
    await set(bob, { city: 'Lima' });
    expect((await get(`/users/${bob.id}/`, bob)).body).toMatchObject({ selfDescriptionGender: 'mapper' });
    expect((await set(bob, { gender: 'MALE', selfDescriptionGender: 'mapper' })).status).toBe(200);
    expect((await get(`/users/${bob.id}/`, bob)).body).toMatchObject({ gender: 'MALE', selfDescriptionGender: null });
  });

  it('are refused for another person, in wrong types, and without signing in', async () => {
    for (const id of [ann.id, undefined])
      expect(await set(bob, { id, name: 'No' })).toMatchObject({ status: 401, body: { SubCode: 'UnableToAuth' } });
    for (const wrong of [
      { mentionsNotifications: 'perhaps' },
      { gender: 'KING' },
      { name: 7 },
      { city: 'a\0b' },
      { emailAddress: 'nowhere' },
      { name: 'x'.repeat(300) },
    ])
      expect(await set(bob, wrong)).toMatchObject({ status: 400, body: { SubCode: 'InvalidData' } });
    for (const none of [undefined, [], 7, 'words'])
      expect((await patch('/users/me/actions/set-user/', bob, none)).status).toBe(422);
    expect((await patch('/users/me/actions/set-user/', undefined, { id: 1 })).status).toBe(403);
  });
});

describe('a mail address', () => {
  it('is verified again only where there is one', async () => {
    const fay = await server.person('fay');
    expect(await patch('/users/me/actions/verify-email/', fay)).toMatchObject({
      status: 400,
      body: { SubCode: 'EmailNotSet' },
    });
    await set(fay, { emailAddress: 'fay@example.org' });
    expect(await patch('/users/me/actions/verify-email/', fay)).toMatchObject({
      status: 200,
      body: { Success: expect.any(String) },
    });
    await server.database.prisma.person.update({ where: { id: fay.id }, data: { emailVerified: true } });
    expect((await patch('/users/me/actions/verify-email/', fay)).status).toBe(200);
    expect((await patch('/users/me/actions/verify-email/')).status).toBe(403);
  });

  it('can be left without an account, once', async () => {
    const register = (body: unknown) => v2(server, '/users/actions/register/', { method: 'POST', body });
    const first = await register({ email: 'New@example.org' });
    expect(first).toMatchObject({ status: 200, body: { email: 'New@example.org', success: true } });
    expect((await register({ email: 'new@example.org' })).body.id).toBe(first.body.id);
    const taken = await register({ email: 'ANN@example.org' });
    expect(taken.status).toBe(400);
    expect(Object.keys(taken.body)).toEqual(['Error']);
    expect((await register({})).status).toBe(422);
    expect((await register({ email: 'nowhere' })).status).toBe(422);
  });
});

describe('what administrators change', () => {
  const ROUTES = [
    '/users/bob/actions/set-role/MAPPER/',
    '/users/bob/actions/set-level/BEGINNER/',
    '/users/bob/actions/set-expert-mode/true/',
    '/users/bob/actions/update-stats',
    '/users/bob/actions/approve-level',
  ];
  it('nobody else changes, and nobody who is not there is changed', async () => {
    for (const path of ROUTES) {
      expect(await patch(path, ann)).toMatchObject({ status: 403, body: { error: { sub_code: 'UNKNOWN_ERROR' } } });
      expect(await patch(path)).toMatchObject({ status: 403, body: { detail: 'Not authenticated' } });
      expect(await patch(path.replace('/bob/', '/nobody/'), admin)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'USER_NOT_FOUND' } },
      });
      expect((await patch(path, admin)).status).toBe(200);
    }
  });

  it('roles, in any case; unknown ones are refused first, and the last administrator stays', async () => {
    expect((await patch('/users/bob/actions/set-role/read_only/', admin)).body).toEqual({
      Success: expect.any(String),
    });
    expect((await get(`/users/${bob.id}/`, ann)).body.role).toBe('READ_ONLY');
    await patch('/users/bob/actions/set-role/MAPPER/', admin);
    expect(await patch('/users/nobody/actions/set-role/KING/', admin)).toMatchObject({
      status: 403,
      body: { SubCode: 'UnknownAddRole' },
    });
    expect(await patch('/users/admin/actions/set-role/MAPPER/', admin)).toMatchObject({
      status: 403,
      body: { SubCode: 'NeedAdminRole' },
    });
  });

  it('the expert mode of the person named, not their own', async () => {
    await patch('/users/bob/actions/set-expert-mode/true/', admin);
    expect((await get(`/users/${bob.id}/`, ann)).body.isExpert).toBe(true);
    expect((await get(`/users/${admin.id}/`, ann)).body.isExpert).toBe(false);
    await patch('/users/bob/actions/set-expert-mode/True/', admin);
    expect((await get(`/users/${bob.id}/`, ann)).body.isExpert).toBe(false);
  });

  it('levels by their exact name', async () => {
    const gil = await server.person('gil');
    await patch('/users/gil/actions/set-level/ADVANCED/', admin);
    expect((await get(`/users/${gil.id}/`, ann)).body).toMatchObject({ mappingLevel: 'ADVANCED', level_ordering: 3 });
    expect(await patch('/users/nobody/actions/set-level/GURU/', admin)).toMatchObject({
      status: 400,
      body: { SubCode: 'UnknownUserRole' },
    });
  });
});

describe('levels are reached', () => {
  it('one at a look or a count, each with its congratulations, and by votes where they are wanted', async () => {
    const { prisma } = server.database;
    const hal = await server.person('hal');
    changesets.set(hal.id, 5_000);
    const level = async () => (await get(`/users/${hal.id}/`, ann)).body.mappingLevel as string;
    const congratulations = () => prisma.message.count({ where: { receiverId: hal.id } });
    expect((await patch('/users/hal/actions/update-stats', admin)).body).toBe(null);
    expect([await level(), await congratulations()]).toEqual(['INTERMEDIATE', 1]);
    expect((await get('/users/queries/hal/', ann)).body.mappingLevel).toBe('INTERMEDIATE');
    expect([await level(), await congratulations()]).toEqual(['ADVANCED', 2]);

    const badge = await prisma.badge.create({ data: { name: 'Builder', requirements: { building: 100 } } });
    await prisma.mappingLevel.create({
      data: { name: 'EXPERT', ordering: 4, approvalsRequired: 1, badges: { create: { badgeId: badge.id } } },
    });
    await get('/users/queries/hal/', ann);
    expect(await level()).toBe('ADVANCED');
    const listed = async () => (await get('/users/?username=hal', admin)).body.users[0];
    expect(await listed()).toMatchObject({ requires_approval: true, user_has_voted: null });
    await prisma.person.update({ where: { id: hal.id }, data: { role: 'ADMIN' } });
    expect(await patch('/users/hal/actions/approve-level', hal)).toMatchObject({
      status: 400,
      body: { SubCode: 'PermisisonError' },
    });
    expect(await patch('/users/hal/actions/approve-level', admin)).toMatchObject({ status: 200, body: null });
    expect([await level(), await congratulations()]).toEqual(['EXPERT', 3]);
    expect((await get(`/users/statistics/nextlevel/?userId=${hal.id}`, ann)).body).toBe(null);
    await prisma.person.update({ where: { id: hal.id }, data: { role: 'MAPPER' } });
  });

  it('not by the sign-in of old clients, for which the figures are counted in the background', async () => {
    changesets.set(77, 300);
    const redirect = encodeURIComponent('http://127.0.0.1:1/authorized');
    const { body } = await get(`/system/authentication/callback/?code=x&redirect_uri=${redirect}`);
    const newcomer = { id: 77, username: 'newcomer', token: body.session_token as string };
    const level = async () => (await get('/users/77/', newcomer)).body.mappingLevel as string;
    expect(await level()).toBe('BEGINNER');
    const waiting = () =>
      server.database.pool.query(`select key from graphile_worker.jobs where key = 'count-edits-of 77'`);
    expect((await waiting()).rows).toHaveLength(1);
    await get('/users/queries/newcomer/', ann);
    expect((await waiting()).rows).toHaveLength(1);
    expect(await level()).toBe('INTERMEDIATE');

    changesets.set(77, 301);
    await countEditsOf.run(server.services, { person: 77 });
    const [listed] = (await get('/users/?username=newcomer', ann)).body.users;
    expect(listed).toMatchObject({ stats: { building: 120, changeset: 301 }, statsLastUpdated: expect.any(String) });
    await server.database.pool.query(`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`);
    await get('/users/queries/newcomer/', ann);
    expect((await waiting()).rows).toHaveLength(0);
  });

  it('how far it is to the next one is told', async () => {
    await patch('/users/ann/actions/update-stats', admin);
    expect((await get(`/users/statistics/nextlevel/?userId=${ann.id}`, bob)).body).toEqual({
      nextLevel: 'INTERMEDIATE',
      aggregatedProgress: 12,
      aggregatedGoal: 250,
      metrics: ['changeset'],
    });
    for (const query of ['', '?userId=424242', '?userId=99999999999'])
      expect((await get(`/users/statistics/nextlevel/${query}`, bob)).status).toBe(404);
    expect((await get('/users/statistics/nextlevel/')).status).toBe(403);
  });
});

describe('what others know of a person', () => {
  it('OpenStreetMap, if it knows the account', async () => {
    expect((await get('/users/ann/openstreetmap/', bob)).body).toEqual({
      accountCreated: '2015-01-01T00:00:00Z',
      changesetCount: 12,
    });
    const gone = await get('/users/bob/openstreetmap/', ann);
    expect(gone.status).toBe(502);
    expect(Object.keys(gone.body)).toEqual(['Error']);
    expect((await get('/users/nobody/openstreetmap/', ann)).status).toBe(404);
    expect((await get('/users/ann/openstreetmap/')).status).toBe(403);
  });

  it('ohsome Now, in its own words; nothing of it is kept', async () => {
    const before = await server.database.prisma.personStatistics.findMany({ where: { personId: ann.id } });
    const path = `/users/statistics/ohsome/?userId=${ann.id}&topics=building,highway`;
    expect((await get(`${path}&startdate=2026-01-01`, ann)).body).toMatchObject({
      result: { topics: { building: { added: 120 } } },
      metadata: {},
    });
    expect(Object.fromEntries(askedOhsome.at(-1)!.searchParams)).toEqual({
      hashtag: 'grid-*',
      userId: String(ann.id),
      topics: 'building,highway',
      startdate: '2026-01-01',
    });
    await get(`${path}&hashtag=mine`, ann);
    expect(askedOhsome.at(-1)!.searchParams.get('hashtag')).toBe('mine');
    expect(await server.database.prisma.personStatistics.findMany({ where: { personId: ann.id } })).toEqual(before);
    expect(await get(`${path}&enddate=soon`, ann)).toMatchObject({
      status: 400,
      body: { error: { sub_code: 'UNKNOWN_ERROR' } },
    });
    expect((await get(`/users/statistics/ohsome/?userId=${ann.id}`, ann)).status).toBe(422);
    expect((await get(path)).status).toBe(403);
    ohsomeFails = true;
    for (let times = 0; times < 4; times++)
      expect(await get(path, ann)).toMatchObject({ status: 400, body: { SubCode: 'Error fetching data' } });
    ohsomeFails = false;
    expect((await get(path, ann)).status).toBe(200);
  });
});

describe('an account', () => {
  const remove = (id: number | string, who?: Person) =>
    v2(server, `/users/${id}/`, { method: 'DELETE', token: who?.token });
  it('is deleted by its owner or an administrator, and stays under another name', async () => {
    const [ian, joy] = [await server.person('ian'), await server.person('joy')];
    await set(ian, { name: 'Ian', tasksNotifications: false });
    expect(await remove(ian.id, joy)).toMatchObject({ status: 401, body: { SubCode: 'UserPermissionError' } });
    expect((await remove(ian.id)).status).toBe(403);
    expect(await remove(ian.id, ian)).toMatchObject({
      status: 200,
      body: { username: `user_${ian.id}`, name: null, isEmailVerified: false, tasksNotifications: true },
    });
    expect((await get(`/users/${ian.id}/`, ian)).status).toBe(401);
    expect((await get('/users/queries/ian/', admin)).status).toBe(404);
    expect((await get(`/users/queries/user_${ian.id}/`, admin)).body).toMatchObject({ id: ian.id });
    expect((await remove(ian.id, admin)).status).toBe(404);
    expect((await remove(joy.id, admin)).body).toMatchObject({ username: `user_${joy.id}`, isEmailVerified: null });
    expect((await remove(424242, admin)).status).toBe(404);
    expect((await remove(99_999_999_999, admin)).status).toBe(404);
    expect(await remove(admin.id, admin)).toMatchObject({ status: 403, body: { SubCode: 'NeedAdminRole' } });
  });
});
