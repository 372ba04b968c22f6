import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../test/server.js';
import { boxOfTiles, publishedProject } from '../../test/world.js';
import { rowsBy } from './rows.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const admin = await server.person('admin', 'ADMIN');
  const project = await publishedProject(server, admin.token, {
    areaOfInterest: boxOfTiles(14, 2, 2),
    zoom: 14,
    name: 'Every kind of column',
  });
  // Lists of enums, dates, JSON and large numbers, as much as there are.
  await server.database.prisma.project.update({
    where: { id: project },
    data: {
      mappingTypes: ['ROADS', 'LAND_USE'],
      mappingEditors: ['ID', 'JOSM'],
      dueDate: new Date('2027-03-04T05:06:07.089Z'),
      countries: ['Nepal', 'India'],
      idPresets: ['building/house'],
      imagery: 'https://tiles.test/{z}',
    },
  });
  await server.database.prisma.team.create({ data: { organisationId: 1, name: 'Roofs' } });
  await server.database.prisma.projectProgress.update({
    where: { projectId: project },
    data: { eventPosition: 9_007_199_254_740n },
  });
  await server.database.prisma.person.update({
    where: { id: admin.id },
    data: { email: 'admin@mail.test', gender: 'SELF_DESCRIBE', deletedAt: new Date('2026-01-02T03:04:05.678Z') },
  });
});
afterAll(() => server?.stop());

it('whole rows that are read without Prisma are those that Prisma reads', async () => {
  const { database } = server;
  const { prisma } = database;
  const ids = [...(await prisma.person.findMany()), ...(await prisma.project.findMany())].map(({ id }) => id);
  const byId = <Row extends { id: number }>(rows: Row[]) => rows.sort((a, b) => a.id - b.id);
  const both = [
    [byId(await rowsBy(database, 'Person', 'id', ids)), byId(await prisma.person.findMany())],
    [byId(await rowsBy(database, 'Project', 'id', ids)), byId(await prisma.project.findMany())],
    [byId(await rowsBy(database, 'Organisation', 'id', [1, 2, 3])), byId(await prisma.organisation.findMany())],
    [byId(await rowsBy(database, 'Team', 'id', [1, 2, 3])), byId(await prisma.team.findMany())],
    [await rowsBy(database, 'ProjectProgress', 'projectId', ids), await prisma.projectProgress.findMany()],
    [await rowsBy(database, 'ProjectText', 'projectId', ids), await prisma.projectText.findMany()],
  ];
  for (const [ours, theirs] of both) {
    expect(theirs!.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  }
});
