import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

let server: TestServer;
let github: Server;
let asked = 0;
let release: unknown = { tag_name: 'v1.2.0', published_at: '2026-11-01T08:00:00Z' };
let admin: string;
let mapper: string;
beforeAll(async () => {
  github = createServer((_request, response) => {
    asked++;
    response.end(JSON.stringify(release));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => github.once('listening', done));
  const { port } = github.address() as AddressInfo;
  server = await startServer(
    { RELEASES_URL: `http://127.0.0.1:${port}/latest`, TM_ORG_NAME: 'Maps & more' },
    { jobs: false },
  );
  admin = (await server.person('ada', 'ADMIN')).token;
  mapper = (await server.person('max')).token;
});
afterAll(async () => {
  github.close();
  await server?.stop();
});

describe('the banner over v2', () => {
  it('greets while nobody wrote one', async () => {
    expect((await v2(server, '/system/banner/')).body).toEqual({
      message: '<p>Welcome to Maps &amp; more</p>',
      visible: true,
    });
  });

  it('is written in Markdown or HTML by administrators, and is HTML', async () => {
    const write = (body: unknown, token?: string) => v2(server, '/system/banner/', { method: 'PATCH', body, token });
    for (const [message, html] of [
      ['### Come **along**', '<h3>Come <strong>along</strong></h3>'],
      ['<p>Come <a href="https://a.org">along</a></p>', '<p>Come <a href="https://a.org" rel="nofollow">along</a></p>'],
      ['', ''],
    ]) {
      const expected = { message: html, visible: false };
      expect(await write({ message, visible: false }, admin)).toMatchObject({ status: 200, body: expected });
      expect((await v2(server, '/system/banner/')).body).toEqual(expected);
    }
    expect((await write({ message: 'x' }, admin)).body).toEqual({ message: '<p>x</p>', visible: true });
    expect((await write({ message: 'x' })).status).toBe(403);
    expect(await write({ message: 'x', visible: true }, mapper)).toMatchObject({
      status: 403,
      body: { SubCode: 'OnlyAdminAccess' },
    });
    expect(await write({ message: 'x', visible: 'OK' }, mapper)).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'bool_parsing', loc: ['body', 'visible'] }] },
    });
    for (const body of [{}, { message: 'x'.repeat(256) }, { message: null }, undefined, 'x'])
      expect((await write(body, admin)).status, JSON.stringify(body)).toBe(422);
  });
});

describe('the system over v2', () => {
  it('lists languages', async () => {
    const { body } = await v2(server, '/system/languages/');
    expect(Object.keys(body)).toEqual(['mapperLevelIntermediate', 'mapperLevelAdvanced', 'supportedLanguages']);
    expect(body).toMatchObject({ mapperLevelIntermediate: 250, mapperLevelAdvanced: 500 });
    expect(body.supportedLanguages).toHaveLength(26);
    expect(body.supportedLanguages).toContainEqual({ code: 'pt_BR', language: 'Português (Brasil)' });
    expect(await server.get('{ instance { languages } }')).toEqual({ instance: { languages: null } });
  });

  it('lists the languages that the operators chose, here and over GraphQL', async () => {
    const chosen = await startServer({ TM_SUPPORTED_LANGUAGES_CODES: 'en, pt_BR,sw' }, { jobs: false });
    try {
      expect((await v2(chosen, '/system/languages/')).body.supportedLanguages).toEqual([
        { code: 'en', language: 'English' },
        { code: 'pt_BR', language: 'português (Brasil)' },
        { code: 'sw', language: 'Kiswahili' },
      ]);
      expect(await chosen.get('{ instance { languages } }')).toEqual({
        instance: { languages: ['en', 'pt_BR', 'sw'] },
      });
    } finally {
      await chosen.stop();
    }
    for (const [codes, names] of [
      ['en,de', 'English'],
      [undefined, 'English'],
      ['no language', undefined],
    ])
      await expect(
        startServer({
          ...(codes && { TM_SUPPORTED_LANGUAGES_CODES: codes }),
          ...(names && { TM_SUPPORTED_LANGUAGES: names }),
        }),
      ).rejects.toThrow('TM_SUPPORTED_LANGUAGES_CODES');
  });

  it('learns which release is the newest, asking once', async () => {
    expect((await v2(server, '/system/heartbeat/')).body.release).toBeNull();
    for (let n = 0; n < 3; n++)
      expect(await v2(server, '/system/release/', { method: 'POST' })).toMatchObject({
        status: 200,
        body: { release_version: 'v1.2.0', published_at: '2026-11-01 08:00:00' },
      });
    expect(asked).toBe(1);
    expect((await v2(server, '/system/heartbeat/')).body.release).toEqual({
      version: 'v1.2.0',
      published_at: '2026-11-01T08:00:00',
    });
  });

  it('says so when it cannot learn it', async () => {
    release = { message: 'Not Found' };
    const other = await startServer(
      { RELEASES_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}/` },
      { jobs: false },
    );
    try {
      expect(await v2(other, '/system/release/', { method: 'POST' })).toMatchObject({
        status: 502,
        body: { SubCode: 'GithubFetchError' },
      });
    } finally {
      await other.stop();
    }
  });

  it('has its figures, and the countries of what everybody sees', async () => {
    const ada = { ...(await server.person('eve', 'ADMIN')) };
    const { prisma } = server.database;
    const [open, draft, hidden] = [1, 2, 3].map(() =>
      publishedProject(server, ada.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 }),
    );
    await prisma.project.update({ where: { id: await open! }, data: { countries: ['Kenya', 'Uganda'] } });
    await prisma.project.update({
      where: { id: await draft! },
      data: { status: 'DRAFT', isOpen: false, countries: ['Chad'] },
    });
    await prisma.project.update({ where: { id: await hidden! }, data: { private: true, countries: ['Mali'] } });
    expect((await v2(server, '/countries/')).body).toEqual({ tags: ['Kenya', 'Uganda'] });

    const campaign = await prisma.campaign.create({ data: { name: 'Roads' } });
    await prisma.campaignProject.create({ data: { campaignId: campaign.id, projectId: await open! } });
    await prisma.task.updateMany({ where: { projectId: await open!, number: 1 }, data: { status: 'MAPPED' } });
    await prisma.projectProgress.update({ where: { projectId: await open! }, data: { tasksMapped: 1 } });
    const short = { mappersOnline: 0, tasksMapped: 1, totalMappers: 3, totalProjects: 3, averageCompletionTime: null };
    expect((await v2(server, '/system/statistics/')).body).toEqual(short);
    expect((await v2(server, '/system/statistics/?abbreviated=true')).body).toEqual(short);
    const { body } = await v2(server, '/system/statistics/?abbreviated=false');
    expect(body).toMatchObject({
      ...short,
      tasksValidated: 0,
      totalValidators: 0,
      totalValidatedArea: 0,
      totalCampaigns: 1,
      totalOrganisations: 3,
      campaigns: [
        { campaign: 'Roads', projectsCreated: 1 },
        { campaign: 'Unassociated', projectsCreated: 1 },
      ],
      organisations: [{ projectsCreated: 1 }, { projectsCreated: 1 }],
    });
    expect(body.totalMappedArea).toBeCloseTo(body.totalArea / 8, 4);
    expect((await v2(server, '/system/statistics/?abbreviated=perhaps')).status).toBe(422);
  });

  it('describes itself', async () => {
    const { status, body } = await v2(server, '/system/docs/json/');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths).toHaveProperty(['/api/v2/system/docs/json/', 'get']);
    expect(await (await fetch(`${server.url}/api/openapi.json`)).json()).toEqual(body);
  });
});
