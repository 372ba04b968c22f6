import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const KINDS = ['published', 'private', 'draft'] as const;
const NAMES = [
  'tasks.geojson',
  'tasks.gpx',
  'tasks.osm',
  'tasks.csv',
  'tasks.fgb',
  'history.csv',
  'history.geojson',
  'contributors.csv',
  'area.geojson',
];

/** Who sees more than published projects, the team being one of mappers. */
const SEES: Partial<Record<Who, readonly string[]>> = {
  member: ['published', 'private'],
  teamManager: ['published', 'private'],
  manager: KINDS,
  blockedManager: KINDS,
  admin: KINDS,
};

describe('who gets the exports of a project', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  const projects = {} as Record<(typeof KINDS)[number], number>;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
    const teamId = await world.team('mappers', 'PUBLIC');
    for (const kind of KINDS) {
      projects[kind] = await publishedProject(server, world.people.admin.token, {
        areaOfInterest: boxOfTiles(14, 2, 2),
        zoom: 14,
        organisationId: String(world.organisation),
      });
      await server.database.prisma.project.update({
        where: { id: projects[kind] },
        data: {
          private: kind === 'private',
          ...(kind === 'draft' && { status: 'DRAFT' }),
          teams: { create: { teamId, role: 'MAPPER' } },
        },
      });
    }
  });
  afterAll(() => server?.stop());

  describe.each(STANDINGS)('%s', (who) => {
    it.each(KINDS)('of a %s project, as GraphQL shows it', async (kind) => {
      const token = world.token(who);
      const headers = token ? { authorization: `Bearer ${token}` } : undefined;
      const sees = (SEES[who] ?? ['published']).includes(kind);
      const { project } = await server.get(
        `{ project(id: ${projects[kind]}) { exports { contents format url description } } }`,
        {},
        token,
      );
      expect(project === null).toBe(!sees);
      for (const name of NAMES) {
        const response = await fetch(`${server.url}/exports/projects/${projects[kind]}/${name}`, { headers });
        const body = await response.text();
        expect([name, response.status]).toEqual([name, sees ? 200 : 404]);
        const open = kind === 'published' ? 'no-cache' : 'private, no-cache';
        if (sees) expect(response.headers.get('cache-control')).toBe(open);
        else expect(JSON.parse(body).error.message).toBe('There is no such project, or it is not open to you.');
      }
    });
  });

  it('by the cookie of the web UI as well', async () => {
    const cookie = `taskgrid_session=${world.people.manager.token}`;
    const response = await fetch(`${server.url}/exports/projects/${projects.draft}/tasks.csv`, { headers: { cookie } });
    expect([response.status, (await response.text()).split('\r\n').length]).toEqual([200, 6]);
  });

  it('listed by GraphQL are all there', async () => {
    const { project } = await server.get(
      `{ project(id: ${projects.published}) { exports { contents format url description } } }`,
    );
    expect(project.exports.map(({ url }: { url: string }) => url.split('/').at(-1)).sort()).toEqual([...NAMES].sort());
    for (const { url } of project.exports) expect((await fetch(server.url + url)).status).toBe(200);
    expect(project.exports).toContainEqual({
      contents: 'TASKS',
      format: 'OSM_XML',
      url: `/exports/projects/${projects.published}/tasks.osm`,
      description: 'The outlines of the tasks as a layer for JOSM.',
    });
  });
});
