import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, boxOfTiles, freeEverybody, publishedProject } from './world.js';

export type Person = Awaited<ReturnType<TestServer['person']>>;

/**
 * A server with people of every kind, and before each test a fresh project of nine tasks (3 × 3 squares of zoom 14,
 * numbered by column from the south-west). Call it at the top of a describe; `env` and `options` are those of the server.
 */
export function tasksOfAProject(env: Record<string, string> = {}, options: { jobs?: boolean } = {}) {
  const world = {} as {
    server: TestServer;
    p: number;
    admin: Person;
    mapper: Person;
    other: Person;
    validator: Person;
    blocked: Person;
  };

  beforeAll(async () => {
    const server = (world.server = await startServer(env, options));
    world.admin = await server.person('admin', 'ADMIN');
    world.mapper = await server.person('mapper');
    world.other = await server.person('other');
    world.validator = await server.person('validator');
    world.blocked = await server.person('blocked', 'READ_ONLY');
    await server.database.prisma.person.update({ where: { id: world.validator.id }, data: { levelId: 2 } });
    await server.database.prisma.mappingIssueCategory.create({ data: { id: 1, name: 'Missing building' } });
    await server.database.prisma.mappingIssueCategory.create({ data: { id: 2, name: 'Out of use', archived: true } });
  });
  afterAll(() => world.server?.stop());
  beforeEach(async () => {
    await freeEverybody(world.server);
    world.p = await publishedProject(world.server, world.admin.token, {
      areaOfInterest: boxOfTiles(14, 3, 3),
      zoom: 14,
    });
  });

  const act = async (action: keyof typeof ACTIONS, variables: object, who?: Person) =>
    (await world.server.get(ACTIONS[action], { p: world.p, ...variables }, who?.token)).result;
  const project = async (fields: string, who?: Person) =>
    (await world.server.get(`query ($p: ID!) { project(id: $p) { ${fields} } }`, { p: world.p }, who?.token)).project;
  return Object.assign(world, {
    act,
    project,
    /** Takes a task and submits it. */
    async map(n: number, who: Person, status = 'MAPPED', comment?: string) {
      const { task } = await act('lock', { n }, who);
      return act('submit', { n, version: task.lock.version, status, comment }, who);
    },
    /** Takes a task for validation and gives a verdict. */
    async validate(n: number, status: string, comment?: string, who = world.validator) {
      const { tasks } = await act('lockMany', { n: [n] }, who);
      return act(
        'validate',
        { results: [{ taskNumber: n, lockVersion: tasks[0].lock.version, status, comment }] },
        who,
      );
    },
    async history(n: number) {
      const entries = 'nodes { kind status comment durationSeconds undo person { username } }';
      return (await project(`task(number: ${n}) { history { ${entries} } }`)).task.history.nodes;
    },
  });
}
