import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIORITIES, projectsOfFacts, type Facts } from '../../../test/projectFacts.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/watch.js';
import { ACTIONS, boxOfTiles, newOrganisation, publishedProject } from '../../../test/world.js';

describe('lists of projects', () => {
  let server: TestServer;
  let token: string;
  const made: number[] = [];
  const numbers = (list: { number: number }[]) => list.map(({ number }) => number);

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    const organisationId = await newOrganisation(server, token);
    for (const settings of [
      { mappingTypes: ['ROADS', 'BUILDINGS'], difficulty: 'EASY' },
      { mappingTypes: ['ROADS', 'BUILDINGS'], difficulty: 'EASY' },
      { mappingTypes: ['ROADS'], difficulty: 'EASY' },
      { mappingTypes: ['OTHER'], difficulty: 'CHALLENGING' },
      { mappingTypes: ['ROADS', 'BUILDINGS'], difficulty: 'EASY' }, // hidden below
      { mappingTypes: ['ROADS', 'BUILDINGS'], difficulty: 'EASY' }, // done below
    ])
      made.push(
        await publishedProject(server, token, {
          organisationId,
          areaOfInterest: boxOfTiles(14, 2, 2),
          zoom: 14,
          ...settings,
        }),
      );
    const take = async (p: number, n: number) => {
      await server.get(ACTIONS.lock, { p, n }, token);
      await server.get(ACTIONS.stop, { p, n }, token);
    };
    // Twice in the second, once in the fourth and the first; then in those that nobody is to see.
    for (const index of [1, 1, 3, 0, 4, 4, 4]) await take(made[index]!, 1);
    await server.database.prisma.project.update({ where: { id: made[4] }, data: { private: true } });
    await server.database.pool.query(
      'update project_progress set tasks_validated = total_tasks where project_id = $1',
      [made[5]],
    );
  });
  afterAll(() => server?.stop());

  it('popular: by how often people took tasks', async () => {
    const { popularProjects } = await server.get('{ popularProjects { number } }');
    expect(numbers(popularProjects)).toEqual([made[1], made[3], made[0]]);
    expect(numbers((await server.get('{ popularProjects(first: 1) { number } }')).popularProjects)).toEqual([made[1]]);
  });

  it('recently active: by the latest work or comment', async () => {
    const read = async (args = '') =>
      numbers((await server.get(`{ list: recentlyActiveProjects${args} { number } }`)).list);
    expect(await read()).toEqual([made[0], made[3], made[1]]);
    await server.get(
      `mutation { postProjectComment(input: { projectId: "${made[2]}", markdown: "Hello" }) { __typename } }`,
      {},
      token,
    );
    expect(await read('(first: 2)')).toEqual([made[2], made[0]]);
    await server.database.pool.query(`update task_history set at = now() - interval '3 hours'`);
    expect(await read('(hours: 2)')).toEqual([made[2]]);
    expect(await read('(hours: 4)')).toHaveLength(4);
  });

  it('similar: the most alike first, never itself, one that is done or hidden', async () => {
    const { project } = await server.get(`{ project(id: ${made[0]}) { similar { number } } }`);
    expect(numbers(project.similar)).toEqual([made[1], made[2], made[3]]);
  });

  it('similar to many cost no more than to one', async () => {
    const statements = async (first: number) => {
      const query = `{ projects(first: ${first}) { nodes { similar(first: 3) { number name } } } }`;
      await server.get(query);
      const before = counter.statements;
      await server.get(query);
      return counter.statements - before;
    };
    expect(await statements(5)).toBeLessThanOrEqual(await statements(1));
  });

  it('refuse lengths that they do not have', async () => {
    for (const query of [
      'popularProjects(first: 0)',
      'popularProjects(first: 51)',
      'recentlyActiveProjects(hours: 25)',
      'recentlyActiveProjects(hours: 0)',
      `project(id: ${made[0]}) { similar(first: 13)`,
    ]) {
      const { errors } = await server.ask(`{ ${query} { number } } ${query.includes('similar') ? '}' : ''}`);
      expect(errors?.[0]?.extensions, query).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('recommended projects', () => {
  const world = projectsOfFacts();
  const { people, expected } = world;
  const DIFFICULTY_OF_LEVEL: Record<number, string> = { 1: 'EASY', 2: 'MODERATE', 3: 'CHALLENGING' };
  const PRIORITIES_IN_ORDER: string[] = [...PRIORITIES];

  it('are new to the person and open to them: of their campaigns first, then as difficult as their level is high', async () => {
    let found = 0;
    for (const who of people.slice(1)) {
      const own = new Set(world.facts.filter((p) => p.author === who.index || p.contributors.includes(who.index)));
      const campaigns = new Set([...own].flatMap((p) => p.campaigns));
      const visible = new Set(expected({}, 'NEWEST', who));
      const rank = (p: Facts) => [
        p.campaigns.some((id) => campaigns.has(id)) ? 0 : 1,
        -p.interests.filter((id) => world.INTERESTS[who.name]?.includes(id)).length,
        PRIORITIES_IN_ORDER.indexOf(p.priority),
        -p.id,
      ];
      const wanted = world.facts
        .filter((p) => visible.has(p.id) && !own.has(p) && p.validated + p.bad < 7)
        .filter((p) => rank(p)[0] === 0 || p.difficulty === DIFFICULTY_OF_LEVEL[who.level])
        .sort((a, b) => {
          const at = rank(a).findIndex((value, index) => value !== rank(b)[index]);
          return rank(a)[at]! - rank(b)[at]!;
        })
        .map(({ id }) => id);
      const read = async (args = '') =>
        (await world.server.get(`{ viewer { recommendedProjects${args} { number } } }`, {}, who.token)).viewer
          .recommendedProjects;
      expect(
        (await read('(first: 50)')).map(({ number }: { number: number }) => number),
        who.name,
      ).toEqual(wanted);
      expect(await read('(first: 2)')).toHaveLength(Math.min(2, wanted.length));
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(10);
    const { errors } = await world.server.ask(
      '{ viewer { recommendedProjects(first: 51) { number } } }',
      {},
      people[1]!.token,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('cost as many statements for many as for one', async () => {
    const statements = async (first: number) => {
      const before = counter.statements;
      await world.server.get(
        `{ viewer { recommendedProjects(first: ${first}) { number name } } }`,
        {},
        people[2]!.token,
      );
      return counter.statements - before;
    };
    expect(await statements(20)).toBe(await statements(1));
  });
});
