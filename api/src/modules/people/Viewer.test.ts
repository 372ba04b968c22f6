import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server.stop());

const VIEWER = `{ viewer {
  person { osmId username role level { name } }
  organisationsManaged { name }
  viewerCanCreateOrganisation { allowed reason message }
  viewerCanCreateProject { allowed reason message }
} }`;

const organisation = (name: string, managers: number[] = []) =>
  server.database.prisma.organisation.create({
    data: { name, slug: name.toLowerCase(), managers: { create: managers.map((personId) => ({ personId })) } },
  });

describe('the viewer', () => {
  it('is null for a visitor', async () => {
    expect(await server.get(VIEWER)).toEqual({ viewer: null });
  });

  it('is the person themself, who is told what they may not do and what would change it', async () => {
    const ben = await server.person('ben');
    expect((await server.get(VIEWER, {}, ben.token)).viewer).toEqual({
      person: { osmId: ben.id, username: 'ben', role: 'MAPPER', level: { name: 'BEGINNER' } },
      organisationsManaged: [],
      viewerCanCreateOrganisation: {
        allowed: false,
        reason: 'NOT_ADMIN',
        message: expect.stringContaining('administrator'),
      },
      viewerCanCreateProject: { allowed: false, reason: 'NOT_MANAGER', message: expect.stringContaining('manager') },
    });
  });

  it('who manages an organisation has that one, and may create projects', async () => {
    const [mia, noa] = [await server.person('mia'), await server.person('noa')];
    await organisation('Rivers', [mia.id, noa.id]);
    await organisation('Bridges', [noa.id]);
    const { viewer } = await server.get(VIEWER, {}, mia.token);
    expect(viewer.organisationsManaged).toEqual([{ name: 'Rivers' }]);
    expect(viewer.viewerCanCreateProject).toEqual({ allowed: true, reason: null, message: null });
    expect(viewer.viewerCanCreateOrganisation.allowed).toBe(false);
    expect((await server.get(VIEWER, {}, noa.token)).viewer.organisationsManaged).toEqual([
      { name: 'Bridges' },
      { name: 'Rivers' },
    ]);
  });

  it('who is an administrator has all organisations, and may create both', async () => {
    const admin = await server.person('ada', 'ADMIN');
    await organisation('Alps');
    const { viewer } = await server.get(VIEWER, {}, admin.token);
    expect(viewer.organisationsManaged).toContainEqual({ name: 'Alps' });
    expect(viewer.organisationsManaged).toHaveLength(await server.database.prisma.organisation.count());
    expect([viewer.viewerCanCreateOrganisation.allowed, viewer.viewerCanCreateProject.allowed]).toEqual([true, true]);
  });

  it('who is blocked may create nothing, even as a manager', async () => {
    const blocked = await server.person('bo', 'READ_ONLY');
    await organisation('Dunes', [blocked.id]);
    const { viewer } = await server.get(VIEWER, {}, blocked.token);
    expect(viewer.viewerCanCreateProject).toMatchObject({ allowed: false, reason: 'USER_BLOCKED' });
    expect(viewer.viewerCanCreateOrganisation.allowed).toBe(false);
  });
});
