import { describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const ORDERS = ['TOTAL', 'MAPPED', 'VALIDATED', 'BAD_IMAGERY', 'LAST_SEEN', 'NEWEST', 'USERNAME'];

describe('contributors of a project', () => {
  const w = tasksOfAProject();
  const list = async (args = '', fields = 'person { username } mapped validated badImagery total') =>
    (
      await w.project(
        `contributions${args && `(${args})`} { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } }`,
      )
    ).contributions;
  const work = async () => {
    for (const n of [1, 2, 3]) await w.map(n, w.mapper);
    await w.map(4, w.mapper, 'BADIMAGERY');
    for (const n of [5, 6]) await w.map(n, w.other);
    for (const n of [1, 2, 5]) await w.validate(n, 'VALIDATED');
    await w.validate(3, 'INVALIDATED');
  };

  it('have what stands of their work, its tasks, and names, levels and dates', async () => {
    await work();
    expect(await list()).toEqual({
      totalCount: 3,
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      nodes: [
        { person: { username: 'mapper' }, mapped: 2, validated: 0, badImagery: 1, total: 3 },
        { person: { username: 'validator' }, mapped: 0, validated: 3, badImagery: 0, total: 3 },
        { person: { username: 'other' }, mapped: 2, validated: 0, badImagery: 0, total: 2 },
      ],
    });
    const fields = `person { username name level { name } registeredAt } firstSeen lastSeen tasks { mapped validated badImagery }`;
    const [mapper, validator] = (await list('first: 2', fields)).nodes;
    expect(mapper).toMatchObject({
      person: { username: 'mapper', name: null, level: { name: 'BEGINNER' }, registeredAt: expect.any(String) },
      tasks: { mapped: [1, 2], validated: [], badImagery: [4] },
    });
    expect(validator.tasks).toEqual({ mapped: [], validated: [1, 2, 5], badImagery: [] });
    expect(Date.parse(mapper.firstSeen)).toBeLessThanOrEqual(Date.parse(mapper.lastSeen));
    const { contributors, contributorCount } = await w.project(
      'contributorCount contributors(first: 1) { person { username } badImagery }',
    );
    expect([contributorCount, contributors]).toEqual([3, [{ person: { username: 'mapper' }, badImagery: 1 }]]);
  });

  it('are listed in every order, page by page, without one twice or missing', async () => {
    await work();
    for (const order of ORDERS) {
      const whole = (await list(`orderBy: ${order}`)).nodes;
      const names: string[] = [];
      let after: string | null = null;
      do {
        const page = await list(`first: 1, orderBy: ${order}${after ? `, after: "${after}"` : ''}`);
        names.push(page.nodes[0].person.username);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(names, order).toEqual(whole.map((each: { person: Person }) => each.person.username));
      expect(new Set(names).size, order).toBe(3);
    }
    const first = async (order: string) => (await list(`first: 1, orderBy: ${order}`)).nodes[0].person.username;
    expect([
      await first('VALIDATED'),
      await first('NEWEST'),
      await first('USERNAME'),
      await first('LAST_SEEN'),
    ]).toEqual(['validator', 'validator', 'mapper', 'validator']);
    expect((await list('search: "THE"')).nodes).toMatchObject([{ person: { username: 'other' } }]);
    expect(await list('search: "%"')).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('are counted and listed by level, and counted by how long they have been here', async () => {
    await work();
    const year = new Date(Date.now() - 400 * 86_400_000);
    await w.server.database.prisma.person.update({ where: { id: w.other.id }, data: { registeredAt: year } });
    const { contributorGroups } = await w.project(
      'contributorGroups { byLevel { levelNumber count } byExperience { months count } }',
    );
    expect(contributorGroups).toEqual({
      byLevel: [
        { levelNumber: 1, count: 2 },
        { levelNumber: 2, count: 1 },
      ],
      byExperience: [
        { months: 0, count: 2 },
        { months: 12, count: 1 },
      ],
    });
    expect(await list('levelNumber: 2', 'person { username }')).toMatchObject({
      totalCount: 1,
      nodes: [{ person: { username: 'validator' } }],
    });
    expect(await list('levelNumber: 3')).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('refuse cursors that are none of theirs', async () => {
    await work();
    const named = (await list('orderBy: USERNAME, first: 1')).pageInfo.endCursor;
    const forged = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const after of [named, 'x', '', forged([1]), forged([1, 'a']), forged([1, 1e12]), forged([1.5, 1])]) {
      const { errors } = await w.server.ask(
        `query ($p: ID!, $after: String) { project(id: $p) { contributions(after: $after) { nodes { total } } } }`,
        { p: w.p, after },
      );
      expect(errors?.[0]?.extensions?.code, after).toBe('BAD_USER_INPUT');
    }
  });

  it('have their time in the project, validations at the same time once, extended and ended locks too', async () => {
    await work();
    const { prisma } = w.server.database;
    const { id } = await prisma.task.findFirstOrThrow({ where: { projectId: w.p } });
    await prisma.taskHistory.deleteMany({ where: { projectId: w.p, durationSeconds: { not: null } } });
    const lock = (kind: string, minute: number, minutes: number, personId: number) => ({
      projectId: w.p,
      taskId: id,
      personId,
      at: new Date(Date.UTC(2026, 0, 1, 10, minute)),
      kind: kind as 'LOCKED_FOR_MAPPING',
      durationSeconds: minutes * 60,
    });
    await prisma.taskHistory.createMany({
      data: [
        lock('LOCKED_FOR_MAPPING', 0, 2, w.mapper.id),
        lock('EXTENDED_FOR_MAPPING', 2, 3, w.mapper.id),
        lock('AUTO_UNLOCKED_FOR_MAPPING', 9, 4, w.mapper.id),
        lock('LOCKED_FOR_VALIDATION', 20, 5, w.validator.id),
        lock('LOCKED_FOR_VALIDATION', 20, 7, w.validator.id),
        lock('AUTO_UNLOCKED_FOR_VALIDATION', 40, 1, w.validator.id),
      ],
    });
    const time = 'person { username } time { mapping validating total }';
    expect((await list('orderBy: USERNAME', time)).nodes).toEqual([
      { person: { username: 'mapper' }, time: { mapping: 540, validating: 0, total: 540 } },
      { person: { username: 'other' }, time: { mapping: 0, validating: 0, total: 0 } },
      { person: { username: 'validator' }, time: { mapping: 0, validating: 480, total: 480 } },
    ]);
    const one = async (personId: number | string) =>
      (await w.project(`contributor(personId: "${personId}") { mapped time { total } }`)).contributor;
    expect(await one(w.mapper.id)).toEqual({ mapped: 2, time: { total: 540 } });
    expect([await one(w.blocked.id), await one('no id')]).toEqual([null, null]);
  });

  it('take as many statements for many projects and people as for one', async () => {
    await work();
    const one = w.p;
    w.p = await publishedProject(w.server, w.admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
    await w.map(1, w.mapper);
    const statements = async (ids: number[], first: number) => {
      const fields = `contributions(first: ${first}) { totalCount nodes { person { username } time { total } tasks { mapped } } }`;
      const query = `{ ${ids.map((id) => `p${id}: project(id: ${id}) { ${fields} }`).join(' ')} }`;
      await w.server.get(query);
      const before = counter.statements;
      await w.server.get(query);
      return counter.statements - before - 2 * ids.length; // each project is looked up
    };
    expect(await statements([one], 100)).toBe(await statements([one], 1));
    expect(await statements([one, w.p], 100)).toBeLessThanOrEqual(await statements([one], 1));
  });
});
