import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { ACTIONS, boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
let server: TestServer;
let admin: Person;
let author: Person;
let manager: Person;
let mapper: Person;
let organisationId: string;
let p: number;

beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = await server.person('ada', 'ADMIN');
  author = await server.person('art');
  manager = await server.person('mia');
  mapper = await server.person('max');
  organisationId = await newOrganisation(server, admin.token);
  await server.database.prisma.organisationManager.create({
    data: { organisationId: Number(organisationId), personId: manager.id },
  });
});
afterAll(() => server?.stop());
beforeEach(async () => {
  p = await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14, organisationId });
  await server.database.prisma.project.update({ where: { id: p }, data: { authorId: author.id } });
});

const call = (method: 'GET' | 'POST' | 'DELETE', path: string, person?: Person, body?: unknown) =>
  v2(server, path, { method, token: person?.token, body });
const act = (action: string, person?: Person, body?: unknown, id = p) =>
  call('POST', `/projects/${id}/actions/${action}/`, person, body);
const refusal = (status: number, SubCode: string) => ({ status, body: { SubCode } });
const noProject = { status: 404, body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999 } } } };

describe('what is done to a whole project over v2', () => {
  it('it is deleted by those who manage it and an organisation, while nobody has worked in it', async () => {
    const path = `/projects/${p}/`;
    expect((await call('DELETE', path)).status).toBe(403);
    expect(await call('DELETE', path, mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect(await call('DELETE', path, author)).toMatchObject(refusal(403, 'DeletePermissionError'));
    expect(await call('DELETE', '/projects/999/', admin)).toMatchObject(noProject);
    const { result } = await server.get(ACTIONS.lock, { p, n: 1 }, mapper.token);
    await server.get(ACTIONS.submit, { p, n: 1, version: result.task.lock.version, status: 'MAPPED' }, mapper.token);
    expect(await call('DELETE', path, manager)).toMatchObject(refusal(403, 'HasMappedTasks'));
    await server.database.pool.query(`update task set status = 'READY', mapped_by = null where project_id = $1`, [p]);
    expect(await call('DELETE', path, manager)).toMatchObject({ status: 200, body: { Success: 'Project deleted' } });
    expect((await call('DELETE', path, manager)).status).toBe(404);
  });

  it('it is given to somebody who may have it, by those who may give it', async () => {
    const to = (username: unknown, person?: Person, id = p) => act('transfer-ownership', person, { username }, id);
    expect((await to('ada')).status).toBe(403);
    for (const body of [{}, { username: 7 }, { username: '' }])
      expect(await act('transfer-ownership', author, body)).toMatchObject(refusal(400, 'InvalidData'));
    expect((await act('transfer-ownership', author, null)).status).toBe(422);
    expect(await to('nobody', author)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'USER_NOT_FOUND', details: { username: 'nobody' } } },
    });
    expect(await to('ada', admin, 999)).toMatchObject(noProject);
    expect(await to('art', mapper)).toMatchObject({ status: 200 }); // theirs already
    expect(await to('ada', mapper)).toMatchObject(refusal(403, 'TransferPermissionError'));
    expect(await to('max', author)).toMatchObject(refusal(403, 'InvalidNewOwner'));
    expect(await to('mia', author)).toMatchObject({ status: 200, body: { Success: 'Project Transferred' } });
    const { prisma } = server.database;
    expect(await prisma.project.findUnique({ where: { id: p } })).toMatchObject({ authorId: manager.id });
    await prisma.project.update({ where: { id: p }, data: { status: 'DRAFT' } });
    expect(await to('ada', mapper)).toMatchObject(refusal(403, 'TransferPermissionError'));
  });

  it('it comes onto the first page once, and goes once', async () => {
    expect((await act('feature')).status).toBe(403);
    expect(await act('feature', mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect(await act('feature', admin, undefined, 999)).toMatchObject(noProject);
    expect(await act('remove-feature', manager)).toMatchObject(refusal(403, 'NotFeatured'));
    expect(await act('feature', manager)).toMatchObject({ status: 200, body: { Success: true } });
    expect(await act('feature', author)).toMatchObject(refusal(403, 'AlreadyFeatured'));
    expect(await act('remove-feature', mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect(await act('remove-feature', author)).toMatchObject({ status: 200, body: { Success: true } });
    expect(await act('remove-feature', admin, undefined, 999)).toMatchObject(noProject);
  });

  it('its interests are replaced', async () => {
    const { prisma } = server.database;
    const [hiking, rivers] = await Promise.all(
      ['hiking', 'rivers'].map((name) => prisma.interest.upsert({ where: { name }, create: { name }, update: {} })),
    );
    const set = (interests: unknown, person?: Person, id = p) => act('set-interests', person, { interests }, id);
    expect((await set([hiking!.id], author)).body).toEqual({
      interests: [{ id: hiking!.id, name: 'hiking', userSelected: null, countProjects: null, countUsers: null }],
    });
    expect((await set([rivers!.id, rivers!.id], manager)).body.interests).toHaveLength(1);
    expect(await prisma.projectInterest.findMany({ where: { projectId: p } })).toMatchObject([
      { interestId: rivers!.id },
    ]);
    expect((await set([], manager)).body).toEqual({ interests: [] });
    expect((await set([hiking!.id])).status).toBe(403);
    expect(await set([hiking!.id], mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect(await set([hiking!.id], admin, 999)).toMatchObject(noProject);
    expect(await set([999], author)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'INTEREST_NOT_FOUND', details: { interest_id: 999 } } },
    });
    for (const interests of [undefined, 'hiking', [1.5], [null]])
      expect((await set(interests, author)).status).toBe(422);
  });

  it('a person keeps it among their favourites', async () => {
    const path = `/projects/${p}/favorite/`;
    const favourite = async () => (await call('GET', path, mapper)).body;
    expect(await favourite()).toEqual({ favorited: false });
    expect(await call('DELETE', path, mapper)).toMatchObject(refusal(400, 'NotFeatured'));
    for (let times = 0; times < 2; times++)
      expect(await call('POST', path, mapper)).toMatchObject({ status: 201, body: { project_id: p } });
    expect(await favourite()).toEqual({ favorited: true });
    expect((await call('GET', path, author)).body).toEqual({ favorited: false });
    expect(await call('DELETE', path, mapper)).toMatchObject({ status: 200, body: { project_id: p } });
    expect(await favourite()).toEqual({ favorited: false });
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      expect((await call(method, path)).status).toBe(403);
      expect(await call(method, '/projects/999/favorite/', mapper)).toMatchObject(noProject);
    }
    await server.database.prisma.project.update({ where: { id: p }, data: { private: true } });
    expect(await call('POST', path, mapper)).toMatchObject(refusal(403, 'PrivateProject'));
  });

  it('those who worked in it are written to', async () => {
    const { prisma } = server.database;
    await prisma.projectContributor.create({ data: { projectId: p, personId: mapper.id } });
    const message = { subject: 'Thank you', message: '**Well** done' };
    const send = (person?: Person, body: unknown = message, id = p) => act('message-contributors', person, body, id);
    expect(await send(author)).toMatchObject({ status: 200, body: { Success: 'Messages started' } });
    const got = await prisma.message.findMany({ where: { projectId: p, type: 'BROADCAST' } });
    expect(got).toMatchObject([{ receiverId: mapper.id, senderId: author.id, subject: 'Thank you' }]);
    for (const body of [{}, { subject: 'x' }, { ...message, message: ' ' }, null])
      expect(await send(mapper, body, 999)).toMatchObject(refusal(400, 'InvalidData'));
    expect(await send(admin, message, 999)).toMatchObject(noProject);
    expect(await send(mapper)).toMatchObject(refusal(403, 'UserPermissionError'));
    expect((await send()).status).toBe(403);
  });
});
