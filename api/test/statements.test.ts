import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { counter, fewestStatements } from './watch.js';
import { ACTIONS, boxOfTiles, publishedProject } from './world.js';

/** What the project page asks for when it opens, and while one works on it. */
const PAGE = `query ($p: ID!) { viewer { person { username } locks { number } }
  project(id: $p) { number status name shortDescription description instructions private created lastUpdated dueDate areaOfInterest bbox priorityAreas areaM2
    author { username } organisation { name } tilesUrl gridVersion
    figures { totalTasks ready mapped validated invalidated badImagery lockedForMapping lockedForValidation percentMapped percentValidated }
    taskStates { cursor runs statuses locks { mapId number kind expiresAt holder { username } } }
    viewerCanMap { allowed } viewerCanValidate { allowed } viewerCanEdit { allowed } contributorCount } }`;
const LIST = `query ($p: ID!, $n: Int!) { project(id: $p) { tasks(first: $n, orderBy: LAST_CHANGE) { totalCount pageInfo { endCursor }
  nodes { number status lastChangedAt lastChangedBy { username } lock { expiresAt holder { username pictureUrl } } mappedBy { username } areaM2 bbox validatorRequest
    viewerCanMap { allowed } viewerCanValidate { allowed } history(first: 3) { totalCount nodes { kind status person { username } issues { count } } } } } } }`;
const ACTIVITY = `query ($p: ID!) { project(id: $p) { activity(first: 50) { nodes { kind status taskNumber person { username } } } contributors(first: 50) { mapped person { username } } } }`;

describe('the number of SQL statements', () => {
  let server: TestServer;
  let token: string;
  let small: number, large: number;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    small = await publishedProject(server, token, { areaOfInterest: boxOfTiles(15, 3, 3), zoom: 15 });
    large = await publishedProject(server, token, { areaOfInterest: boxOfTiles(15, 30, 30), zoom: 15 });
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => server.person(`mapper-${index}`)));
    for (const person of people) {
      for (const p of [small, large]) {
        const { result } = await server.get(ACTIONS.next, { p }, person.token);
        if (!result.task) continue;
        await server.get(
          ACTIONS.submit,
          { p, n: result.task.number, version: result.task.lock.version, status: 'MAPPED', comment: 'so' },
          person.token,
        );
      }
      await server.get(ACTIONS.next, { p: large }, person.token);
    }
  });
  afterAll(() => server?.stop());

  async function statements(operation: string, variables: object): Promise<number> {
    return fewestStatements(() => server.get(operation, variables, token));
  }

  it('of the project page does not grow with the number of tasks, and stays under 25', async () => {
    const few = await statements(PAGE, { p: small });
    const many = await statements(PAGE, { p: large });
    // Its author and the holders of its tasks come in one statement or in two.
    expect(many).toBeLessThanOrEqual(few + 1);
    expect(many).toBeLessThan(25);
  });

  it('of what the viewer may do in a project is three: the session, how they stand to it, and the project', async () => {
    const operation = `query ($p: ID!) { project(id: $p) { number viewerCanMap { allowed } viewerCanValidate { allowed } viewerCanEdit { allowed } } }`;
    expect(await statements(operation, { p: large })).toBe(3);
  });

  it('of a page of tasks does not grow with the page, and stays under 16', async () => {
    const few = await statements(LIST, { p: large, n: 5 });
    const many = await statements(LIST, { p: large, n: 100 });
    expect(many).toBe(few);
    expect(many).toBeLessThan(16);
  });

  it('of projects with their newest activity does not grow with the projects', async () => {
    const operation = `query ($first: Int!) { projects(first: $first) { nodes { number
      activity(first: 5) { totalCount nodes { kind taskNumber person { username } } } } } }`;
    const one = await statements(operation, { first: 1 });
    const two = await statements(operation, { first: 2 });
    expect(two).toBe(one);
  });

  it('of the activity and people lists stays under 10', async () => {
    expect(await statements(ACTIVITY, { p: large })).toBeLessThan(10);
  });

  it('of taking and finishing a task stays under 8 each', async () => {
    const { id } = await server.person('one');
    const person = { token: (await server.person('two')).token, id };
    for (let round = 0; round < 2; round++) {
      let before = counter.statements;
      const { result } = await server.get(ACTIONS.next, { p: large }, person.token);
      expect(counter.statements - before).toBeLessThan(8);
      before = counter.statements;
      await server.get(
        ACTIONS.submit,
        { p: large, n: result.task.number, version: result.task.lock.version, status: 'MAPPED' },
        person.token,
      );
      expect(counter.statements - before).toBeLessThan(8);
    }
  });
});
