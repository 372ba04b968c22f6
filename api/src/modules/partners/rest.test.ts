import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

let server: TestServer;
let admin: string;
let mapper: string;
let project: number;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  admin = (await server.person('ada', 'ADMIN')).token;
  mapper = (await server.person('max')).token;
  project = await publishedProject(server, admin, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
});
afterAll(() => server?.stop());

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const ask = (method: Method, path: string, body?: unknown, token: string | undefined = admin) =>
  v2(server, path, { method, body, ...(token && { token }) });
const visitor = '';
let next = 0;
const newPartner = async (more: object = {}) =>
  (await ask('POST', '/partners/', { name: `Partner ${++next}`, primary_hashtag: '#p', ...more })).body;

describe('partners over v2', () => {
  it('are made, read by number and page, changed and deleted', async () => {
    const made = await ask('POST', '/partners/', {
      name: 'Acme',
      primary_hashtag: '#acme',
      logo_url: 'https://acme.example/logo.png',
      link_x: '',
      permalink: 'acme',
      current_projects: ` ${project} ,`,
      mapswipe_group_id: 'g1',
      name_1: 'Site',
      url_1: 'https://acme.example/',
      name_2: 'Without an address',
      unknown: 'left alone',
    });
    const fields = {
      id: expect.any(Number),
      name: 'Acme',
      primary_hashtag: '#acme',
      secondary_hashtag: null,
      logo_url: 'https://acme.example/logo.png',
      link_meta: null,
      link_x: null,
      link_instagram: null,
      current_projects: String(project),
      permalink: 'acme',
      mapswipe_group_id: 'g1',
    };
    expect([made.status, made.body]).toEqual([
      200,
      { ...fields, website_links: '[{"name": "Site", "url": "https://acme.example/"}]' },
    ]);
    const path = `/partners/${made.body.id}/`;
    const flat = { ...fields, name_1: 'Site', url_1: 'https://acme.example/' };
    expect((await ask('GET', path)).body).toEqual(flat);
    expect((await ask('GET', '/partners/acme/', undefined, visitor)).body).toEqual(flat);
    expect((await ask('GET', '/partners/')).body).toContainEqual(flat);

    const changed = await ask('PUT', path, {
      secondary_hashtag: '#b',
      logo_url: null,
      name_1: 'New',
      url_1: 'https://n.example',
    });
    expect([changed.status, changed.body]).toEqual([
      200,
      {
        ...fields,
        secondary_hashtag: '#b',
        logo_url: null,
        website_links: [{ name: 'New', url: 'https://n.example' }],
      },
    ]);
    const kept = await ask('PUT', path, { current_projects: null, name_1: '' });
    expect(kept.body).toMatchObject({
      current_projects: null,
      website_links: [{ name: 'New' }],
      secondary_hashtag: '#b',
    });

    expect(await ask('DELETE', path)).toMatchObject({ status: 200, body: { Success: 'Partner deleted' } });
    for (const [method, body] of [['GET'], ['DELETE'], ['PUT', { name: 'x' }]] as const)
      expect(await ask(method, path, body)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PARTNER_NOT_FOUND', details: { partner_id: made.body.id } } },
      });
    expect(await ask('GET', '/partners/acme/')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PARTNER_NOT_FOUND', details: { permalink: 'acme' } } },
    });
  });

  it.each([
    [{}, { message: 'Data not provided' }],
    ['null', { message: 'Data not provided' }],
    [undefined, { message: 'Data not provided' }],
    [{ name: 'x' }, { message: 'Partner primary_hashtag is not provided' }],
    [{ primary_hashtag: 'x' }, { message: 'Partner name is not provided' }],
    [{ name: 7, primary_hashtag: 'x' }, { SubCode: 'InvalidData' }],
    [{ name: 'x', primary_hashtag: 'x', current_projects: 'one' }, { SubCode: 'InvalidData' }],
    [{ name: 'x', primary_hashtag: 'x', current_projects: '999999' }, { SubCode: 'InvalidData' }],
    [{ name: 'x', primary_hashtag: 'x', link_x: 'javascript:x' }, { SubCode: 'InvalidData' }],
    [{ name: 'x', primary_hashtag: 'x', permalink: '12' }, { SubCode: 'InvalidData' }],
  ])('are not made from %j', async (body, answer) => {
    expect(await ask('POST', '/partners/', body)).toMatchObject({ status: 400, body: answer });
  });

  it('have names and pages of their own', async () => {
    const { name, id } = await newPartner({ permalink: 'own' });
    const other = await newPartner();
    for (const twice of [{ name }, { permalink: 'own' }]) {
      const body = { name: 'Another', primary_hashtag: '#x', ...twice };
      expect(await ask('POST', '/partners/', body)).toMatchObject({ status: 409, body: { SubCode: 'NameExists' } });
      expect(await ask('PUT', `/partners/${other.id}/`, twice)).toMatchObject({ status: 409 });
    }
    expect((await ask('PUT', `/partners/${id}/`, { name })).status).toBe(200);
  });

  it('are for administrators, whatever is sent', async () => {
    const { id } = await newPartner();
    for (const [method, path, body] of [
      ['GET', '/partners/'],
      ['POST', '/partners/', 'null'],
      ['GET', `/partners/${id}/`],
      ['PUT', `/partners/${id}/`, {}],
      ['DELETE', `/partners/${id}/`],
    ] as const) {
      expect(await ask(method, path, body, mapper)).toMatchObject({
        status: 403,
        body: { SubCode: 'OnlyAdminAccess' },
      });
      expect((await ask(method, path, body, visitor)).status).toBe(403);
    }
  });

  it('do not tell of projects that the viewer may not see', async () => {
    const hidden = await publishedProject(server, admin, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
    await newPartner({ permalink: 'secretive', current_projects: `${hidden},${project}` });
    await server.database.prisma.project.update({ where: { id: hidden }, data: { private: true } });
    const told = async (token: string) =>
      (await ask('GET', '/partners/secretive/', undefined, token)).body.current_projects;
    expect([await told(visitor), await told(mapper), await told(admin)]).toEqual([
      String(project),
      String(project),
      `${hidden},${project}`,
    ]);
  });
});

describe('partnerships over v2', () => {
  let partnerId: number;
  beforeEach(async () => {
    await server.database.prisma.project.update({ where: { id: project }, data: { private: false } });
    partnerId = (await newPartner()).id;
  });
  const start = '2030-01-01T00:00:00Z';
  const end = '2030-02-01T00:00:00Z';
  const create = (body: object = {}, token?: string) =>
    ask('POST', '/projects/partnerships/', { projectId: project, partnerId, ...body }, token);

  it('are made, read, moved and taken away', async () => {
    const { status, body } = await create({ startedOn: '2030-01-01T02:00:00+02:00', endedOn: '2030-02-01' });
    expect([status, body]).toEqual([201, { Success: expect.any(String), partnershipId: expect.any(Number) }]);
    const path = `/projects/partnerships/${body.partnershipId}/`;
    const one = { id: body.partnershipId, projectId: project, partnerId, startedOn: start, endedOn: end };
    expect((await ask('GET', path, undefined, visitor)).body).toEqual(one);
    expect((await ask('GET', `/projects/${project}/partners/`, undefined, visitor)).body.partnerships).toContainEqual(
      one,
    );
    const moved = await ask('PATCH', path, { startedOn: '2030-01-05T00:00:00', endedOn: null });
    expect([moved.status, moved.body]).toEqual([
      200,
      { Success: expect.stringContaining(end), startedOn: '2030-01-05T00:00:00Z', endedOn: end },
    ]);
    expect((await ask('DELETE', path)).body).toEqual({ Success: `Partnership ID ${body.partnershipId} deleted` });
    for (const [method, sent] of [['GET'], ['DELETE'], ['PATCH', {}]] as const)
      expect(await ask(method, path, sent)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PARTNERSHIP_NOT_FOUND', details: { partnership_id: body.partnershipId } } },
      });
  });

  it('start now and stay open when nothing else is said', async () => {
    const { body } = await create();
    const read = (await ask('GET', `/projects/partnerships/${body.partnershipId}/`)).body;
    expect(Math.abs(Date.parse(read.startedOn) - Date.now())).toBeLessThan(60_000);
    expect(read.endedOn).toBeNull();
  });

  it('do not end before they start, nor overlap', async () => {
    const range = { status: 400, body: { error: { sub_code: 'INVALID_TIME_RANGE' } } };
    expect(await create({ startedOn: end, endedOn: start })).toMatchObject({
      ...range,
      body: { error: { details: { started_on: end, ended_on: start } } },
    });
    const { body } = await create({ startedOn: start, endedOn: end });
    expect(await create({ startedOn: start })).toMatchObject(range);
    const path = `/projects/partnerships/${body.partnershipId}/`;
    expect(await ask('PATCH', path, { endedOn: '2029-01-01T00:00:00Z' })).toMatchObject(range);
  });

  it.each([
    { startedOn: 'soon' },
    { startedOn: 7 },
    { partnerId: 'x' },
    { projectId: null },
    { endedOn: '2030-99-99' },
  ])('are not made from %j', async (body) => expect((await create(body)).status).toBe(422));

  it('are for managers of the project: 401 for everybody else', async () => {
    const { body } = await create({ startedOn: start });
    const path = `/projects/partnerships/${body.partnershipId}/`;
    for (const answer of [
      await create({ startedOn: start }, mapper),
      await ask('PATCH', path, {}, mapper),
      await ask('DELETE', path, undefined, mapper),
    ])
      expect(answer).toMatchObject({ status: 401, body: { SubCode: 'UserPermissionError' } });
    expect((await create({}, visitor)).status).toBe(403);
  });

  it('need a project and a partner that are there', async () => {
    expect(await create({ projectId: 999_999 })).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999_999 } } },
    });
    expect(await create({ partnerId: 999_999 })).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PARTNER_NOT_FOUND', details: { partner_id: 999_999 } } },
    });
    expect((await ask('GET', '/projects/999999/partners/')).body).toEqual({ partnerships: [] });
  });

  it('of private projects are not told to those the project is not for', async () => {
    const { body } = await create({ startedOn: start });
    await server.database.prisma.project.update({ where: { id: project }, data: { private: true } });
    for (const path of [`/projects/partnerships/${body.partnershipId}/`, `/projects/${project}/partners/`]) {
      for (const token of [visitor, mapper])
        expect(await ask('GET', path, undefined, token)).toMatchObject({
          status: 403,
          body: { SubCode: 'PrivateProject' },
        });
      expect((await ask('GET', path)).status).toBe(200);
    }
  });
});
