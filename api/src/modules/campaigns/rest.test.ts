import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsAs, v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, type Who } from '../../../test/standings.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

let server: TestServer;
let world: Awaited<ReturnType<typeof organisationWithPeople>>;
let project: number;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
  world = await organisationWithPeople(server);
  project = await publishedProject(server, world.token('admin')!, {
    areaOfInterest: boxOfTiles(14, 2, 1),
    organisationId: String(world.organisation),
  });
});
afterAll(() => server?.stop());

const { call, tried } = callsAs(
  () => server,
  (who: Who) => world.token(who),
);
const newCampaign = async (name = `Campaign ${Math.random()}`) =>
  (await call('manager', 'POST', '/campaigns/', { name })).body.campaignId as number;

describe('campaigns over v2', () => {
  it('are made by managers of an organisation, with their organisations, and read by everyone', async () => {
    const input = {
      name: 'Floods',
      description: 'Along the *rivers*',
      url: 'https://floods.example.org',
      organisations: [world.organisation],
    };
    const { status, body } = await call('manager', 'POST', '/campaigns/', input);
    expect([status, body]).toEqual([201, { campaignId: expect.any(Number) }]);
    const id = body.campaignId;
    expect((await v2(server, `/campaigns/${id}/`)).body).toEqual({
      id,
      name: 'Floods',
      description: 'Along the *rivers*',
      url: 'https://floods.example.org',
      logo: null,
      organisations: null,
    });
    expect((await v2(server, '/campaigns/')).body).toEqual({ campaigns: [{ id, name: 'Floods' }] });
    expect((await v2(server, `/organisations/${world.organisation}/campaigns/`)).body).toEqual({
      campaigns: [{ id, name: 'Floods' }],
    });
    expect(await tried('otherManager', 'POST', '/campaigns/', { name: 'Floods' })).toEqual([409, 'NameExists']);
  });

  it('are not made by others, without a name, or for organisations of others', async () => {
    const made = async (who: Who, body: unknown) => await tried(who, 'POST', '/campaigns/', body);
    expect(await made('visitor', { name: 'A' })).toEqual([403, 'Not authenticated']);
    expect(await made('stranger', { name: 'A' })).toEqual([403, 'UserNotPermitted']);
    expect(await made('blockedManager', { name: 'A' })).toEqual([403, 'ReadOnly']);
    expect((await made('manager', { name: ' ' }))[0]).toBe(422);
    expect((await made('manager', {}))[0]).toBe(422);
    expect(await made('manager', { name: 'A', organisations: [world.other] })).toEqual([403, 'UserNotPermitted']);
    expect(await made('admin', { name: 'A', organisations: [9_999] })).toEqual([404, 'ORGANISATION_NOT_FOUND']);
    expect(await made('manager', { name: 'A', url: 'javascript:alert(1)' })).toEqual([400, 'InvalidData']);
  });

  it('keep what a change does not name; forms send empty addresses', async () => {
    const id = await newCampaign('Roads');
    const change = async (who: Who, body: unknown, campaign = id) =>
      await tried(who, 'PATCH', `/campaigns/${campaign}/`, body);
    expect(await change('manager', { url: 'https://roads.example.org', id: 5 })).toEqual([200]);
    expect(await change('manager', {})).toEqual([200]);
    expect((await v2(server, `/campaigns/${id}/`)).body).toMatchObject({
      name: 'Roads',
      url: 'https://roads.example.org',
    });
    await change('manager', { url: '' });
    expect((await v2(server, `/campaigns/${id}/`)).body.url).toBe(null);
    await newCampaign('Bridges');
    expect(await change('manager', { name: 'Bridges' })).toEqual([409, 'NameExists']);
    expect(await change('manager', { name: 'X' }, 9_999)).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
    expect(await change('stranger', { name: 'X' })).toEqual([403, 'UserNotPermitted']);
    expect((await call('visitor', 'GET', '/campaigns/9999/')).body.error.details).toEqual({ campaign_id: 9999 });
  });

  it('take organisations and projects in, and let them go', async () => {
    for (const [path, taken, without, by, denied] of [
      [
        `/organisations/${world.organisation}`,
        'CampaignAlreadyAssigned',
        'ORGANISATION_CAMPAIGN_NOT_FOUND',
        'manager',
        'UserNotPermitted',
      ],
      [
        `/projects/${project}`,
        'CampaignAssignmentError',
        'PROJECT_CAMPAIGN_NOT_FOUND',
        'manager',
        'UserPermissionError',
      ],
    ] as const) {
      const id = await newCampaign();
      const link = async (method: 'POST' | 'DELETE', who: Who = by, campaign = id) =>
        await tried(who, method, `${path}/campaigns/${campaign}/`);
      expect(await link('POST', 'stranger')).toEqual([403, denied]);
      expect(await link('POST', 'otherManager')).toEqual([403, denied]);
      expect(await link('POST', 'visitor')).toEqual([403, 'Not authenticated']);
      expect(await link('POST')).toEqual([200]);
      expect(await link('POST')).toEqual([400, taken]);
      expect((await v2(server, `${path}/campaigns/`)).body.campaigns).toContainEqual({ id, name: expect.any(String) });
      expect(await link('DELETE', 'stranger')).toEqual([403, denied]);
      expect(await link('DELETE')).toEqual([200]);
      expect(await link('DELETE')).toEqual([404, without]);
      expect(await link('POST', by, 9_999)).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
      expect(await link('DELETE', by, 9_999)).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
    }
    const id = await newCampaign();
    expect(await tried('manager', 'POST', `/organisations/9999/campaigns/${id}/`)).toEqual([403, 'UserNotPermitted']);
    expect(await tried('admin', 'POST', `/organisations/9999/campaigns/${id}/`)).toEqual([
      404,
      'ORGANISATION_NOT_FOUND',
    ]);
    expect(await tried('visitor', 'GET', '/organisations/9999/campaigns/')).toEqual([404, 'ORGANISATION_NOT_FOUND']);
    expect(await tried('admin', 'POST', `/projects/9999/campaigns/${id}/`)).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(await tried('visitor', 'GET', '/projects/9999/campaigns/')).toEqual([404, 'PROJECT_NOT_FOUND']);
  });

  it('of a draft are for those who manage it', async () => {
    await server.database.prisma.project.update({ where: { id: project }, data: { status: 'DRAFT' } });
    expect(await tried('stranger', 'GET', `/projects/${project}/campaigns/`)).toEqual([403, 'ProjectNotFetched']);
    expect(await tried('manager', 'GET', `/projects/${project}/campaigns/`)).toEqual([200]);
    await server.database.prisma.project.update({ where: { id: project }, data: { status: 'PUBLISHED' } });
  });

  it('go, with what took part in them', async () => {
    const id = await newCampaign();
    await call('manager', 'POST', `/projects/${project}/campaigns/${id}/`);
    await call('manager', 'POST', `/organisations/${world.organisation}/campaigns/${id}/`);
    expect(await tried('stranger', 'DELETE', `/campaigns/${id}/`)).toEqual([403, 'UserNotPermitted']);
    expect(await tried('otherManager', 'DELETE', `/campaigns/${id}/`)).toEqual([200]);
    expect(await tried('otherManager', 'DELETE', `/campaigns/${id}/`)).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
  });

  it('have administrators write to all who work for them', async () => {
    const id = await newCampaign();
    const write = async (who: Who, body: unknown, campaign = id) =>
      await tried(who, 'POST', `/campaigns/${campaign}/actions/message-contributors/`, body);
    const message = { subject: 'Thank you', message: 'All of it is **done**.' };
    expect(await write('admin', message)).toEqual([200]);
    expect(await write('admin', { ...message, subject: ' ' })).toEqual([400, 'InvalidData']);
    expect(await write('admin', {})).toEqual([400, 'InvalidData']);
    expect(await write('admin', message, 9_999)).toEqual([404, 'CAMPAIGN_NOT_FOUND']);
    expect(await write('manager', message)).toEqual([403, 'UNKNOWN_ERROR']);
  });
});
