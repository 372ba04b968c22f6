import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProgram, type Program } from './program.js';
import { startServer, type TestServer } from './server.js';
import { ACTIONS, askerOf, boxOfTiles, publishedProject } from './world.js';

const PEOPLE = 64;
const ROUNDS = 200;

// The program runs as a process of its own and is reached over HTTP, each person on connections of their own.
describe('contention', () => {
  let base: TestServer;
  let program: Program;
  let ask: ReturnType<typeof askerOf>;
  let people: { id: number; username: string; token: string }[];
  let adminToken: string;

  beforeAll(async () => {
    base = await startServer({}, { jobs: false });
    program = await startProgram({ DATABASE_URL: base.databaseUrl });
    ask = askerOf(program.url);
    adminToken = (await base.person('manager', 'ADMIN')).token;
    people = await Promise.all(Array.from({ length: 200 }, (_, index) => base.person(`racer-${index}`)));
  });
  afterAll(async () => {
    await program?.stop();
    await base?.stop();
  });

  it(`gives a task that ${PEOPLE} people claim at the same moment to exactly one of them, ${ROUNDS} rounds over, and tells the others who has it`, async () => {
    const p = await publishedProject(ask, adminToken, { areaOfInterest: boxOfTiles(14, 10, 10), zoom: 14 });
    for (let round = 0; round < ROUNDS; round++) {
      const n = 1 + (round % 100);
      const answers = await Promise.all(
        people.slice(0, PEOPLE).map(async ({ token, username }) => ({
          username,
          token,
          ...(await ask.get(ACTIONS.lock, { p, n }, token)).result,
        })),
      );
      const winners = answers.filter(({ __typename }) => __typename === 'LockTaskForMappingPayload');
      expect(winners).toHaveLength(1);
      const [winner] = winners;
      expect(winner.task.lock.holder.username).toBe(winner.username);
      for (const other of answers) {
        if (other === winner) continue;
        expect(other).toMatchObject({
          __typename: 'TaskAlreadyLocked',
          holder: { username: winner.username },
          expiresAt: winner.task.lock.expiresAt,
        });
      }
      const { result } = await ask.get(ACTIONS.stop, { p, n }, winner.token);
      expect(result.__typename).toBe('StopMappingPayload');
    }
  }, 400_000);

  it('gives 200 people who each ask for the next task in a 10,000-task project 200 different tasks', async () => {
    const p = await publishedProject(ask, adminToken, { areaOfInterest: boxOfTiles(17, 100, 100), zoom: 17 });
    for (const near of [null, 5050]) {
      const answers = await Promise.all(
        people.map(async ({ token }) => (await ask.get(ACTIONS.next, { p, near }, token)).result),
      );
      for (const answer of answers) expect(answer.__typename).toBe('LockNextTaskPayload');
      const numbers = answers.map(({ task }) => task.number as number);
      expect(new Set(numbers).size).toBe(200);
      await Promise.all(people.map(({ token }, index) => ask.get(ACTIONS.stop, { p, n: numbers[index] }, token)));
    }
  }, 120_000);

  it('lets one person who claims 20 tasks at once in as many windows hold one, and names it to the other windows', async () => {
    const p = await publishedProject(ask, adminToken, { areaOfInterest: boxOfTiles(14, 5, 5), zoom: 14 });
    const { token } = people[0]!;
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from(
          { length: 20 },
          async (_, index) => (await ask.get(ACTIONS.lock, { p, n: index + 1 }, token)).result,
        ),
      );
      const won = answers.filter(({ __typename }) => __typename === 'LockTaskForMappingPayload');
      expect(won).toHaveLength(1);
      for (const answer of answers) {
        if (answer === won[0]) continue;
        expect(answer).toMatchObject({
          __typename: 'AlreadyHoldsLock',
          heldTask: { number: won[0].task.number, project: { number: p } },
        });
      }
      await ask.get(ACTIONS.stop, { p, n: won[0].task.number }, token);
    }
  }, 60_000);

  it('takes a submit that is sent ten times at once once', async () => {
    const p = await publishedProject(ask, adminToken, { areaOfInterest: boxOfTiles(14, 5, 5), zoom: 14 });
    const { token, id } = people[1]!;
    for (let n = 1; n <= 20; n++) {
      const { result } = await ask.get(ACTIONS.lock, { p, n }, token);
      const submit = { p, n, version: result.task.lock.version, status: 'MAPPED', comment: 'all of it' };
      const answers = await Promise.all(
        Array.from({ length: 10 }, async () => (await ask.get(ACTIONS.submit, submit, token)).result),
      );
      expect(answers.filter(({ __typename }) => __typename === 'SubmitMappingPayload')).toHaveLength(1);
    }
    expect(await base.database.prisma.taskHistory.count({ where: { projectId: p, kind: 'STATE_CHANGE' } })).toBe(20);
    expect((await base.database.prisma.person.findUniqueOrThrow({ where: { id } })).tasksMapped).toBe(20);
  }, 60_000);
});
