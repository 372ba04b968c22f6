import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { recomputeAllLevels } from './jobs.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { jobs: false });
});
afterAll(() => server?.stop());

const run = () => recomputeAllLevels.run(server.services, {});
const levelOf = async (id: number) => {
  const { level } = await server.database.prisma.person.findUniqueOrThrow({ where: { id }, include: { level: true } });
  return level.name;
};
const messages = (receiverId: number) => server.database.prisma.message.count({ where: { receiverId } });

it('raises everybody whose figures suffice, and congratulates each once, however often and wherever it is run', async () => {
  const { prisma } = server.database;
  const people = [];
  // More than one batch, of which the last one is not full.
  for (let number = 0; number < 230; number++) people.push({ id: 50_000 + number, username: `mapper ${number}` });
  await prisma.person.createMany({ data: people.map((person, number) => ({ ...person, changesetCount: number * 2 })) });
  await prisma.person.update({ where: { id: 50_229 }, data: { deletedAt: new Date() } });

  const rose = (text: string) => Number(/(\d+) reached/.exec(text)![1]);
  const results = await Promise.all([run(), run()]);
  // 250 changesets for the second level, 500 for the third: people 125 to 228.
  expect(results.map(rose).reduce((sum, number) => sum + number)).toBe(104);
  expect(results[0]).toContain('Looked at 229 people');
  expect(rose(await run())).toBe(0);

  expect(await levelOf(50_124)).toBe('BEGINNER');
  expect(await levelOf(50_125)).toBe('INTERMEDIATE');
  expect(await levelOf(50_228)).toBe('INTERMEDIATE');
  expect(await levelOf(50_229)).toBe('BEGINNER'); // there is nobody any more to congratulate
  expect(await messages(50_124)).toBe(0);
  expect(await prisma.message.count({ where: { receiverId: { gte: 50_125, lte: 50_228 } } })).toBe(104);
  expect(await messages(50_125)).toBe(1);
});

it('counts figures from outside, and takes no level away', async () => {
  const { prisma } = server.database;
  const badge = await prisma.badge.create({ data: { name: 'Builder', requirements: { building: 1000 } } });
  const person = await server.person('builder');
  await run();
  expect(await prisma.personBadge.count({ where: { badgeId: badge.id } })).toBe(0);
  await prisma.personStatistics.create({ data: { personId: person.id, figures: { building: 1000 } } });
  await run();
  expect(await prisma.personBadge.count({ where: { badgeId: badge.id, personId: person.id } })).toBe(1);

  await prisma.person.update({ where: { id: 50_125 }, data: { changesetCount: 0 } });
  await run();
  expect(await levelOf(50_125)).toBe('INTERMEDIATE');
});
