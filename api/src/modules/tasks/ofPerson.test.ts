import { describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

describe('tasks of a person', () => {
  const w = tasksOfAProject();
  const ask = async (of: Person, field: string, as: Person | null = w.mapper) =>
    (await w.server.get(`query ($id: ID!) { person(id: $id) { ${field} } }`, { id: of.id }, as?.token)).person;
  const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
  const invalidated = async (of: Person, args = '', as?: Person | null, fields = 'isClosed task { number }') =>
    (await ask(of, `invalidatedTasks(${args || 'first: 20'}) { ${PAGE} nodes { ${fields} } }`, as)).invalidatedTasks;
  const tasks = async (of: Person, args = '', as?: Person | null) =>
    (await ask(of, `tasks(${args || 'first: 20'}) { ${PAGE} nodes { lastActionAt task { number status } } }`, as))
      .tasks;
  const numbers = (page: { nodes: { task: { number: number } }[] }) => page.nodes.map(({ task }) => task.number);

  /** 1 sent back and mapped anew, 2 sent back, 3 sent back and then good. */
  const sendBack = async () => {
    for (const n of [1, 2, 3]) await w.map(n, w.mapper);
    for (const n of [1, 2, 3]) await w.validate(n, 'INVALIDATED');
    await w.map(3, w.other);
    await w.validate(3, 'VALIDATED');
    await w.map(1, w.mapper);
  };
  /** The history is of all tests: only this one's project. */
  const here = (more = '') => `projectId: "${w.p}"${more}`;

  it('that were sent back: as mapper and as validator, open and settled', async () => {
    await sendBack();
    const page = await invalidated(w.mapper, here());
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(numbers(page)).toEqual([3, 2, 1]);
    expect(numbers(await invalidated(w.mapper, here(', isClosed: true')))).toEqual([3]);
    expect(numbers(await invalidated(w.mapper, here(', isClosed: false')))).toEqual([2, 1]);
    expect(numbers(await invalidated(w.validator, here()))).toEqual([]);
    expect(numbers(await invalidated(w.validator, here(', as: VALIDATOR, orderBy: FIRST_CHANGED')))).toEqual([1, 2, 3]);
    const who = 'isClosed mappedBy { username } invalidatedBy { username } validatedBy { username } historyEntryId';
    expect((await invalidated(w.mapper, here(', first: 1'), undefined, who)).nodes).toEqual([
      {
        isClosed: true,
        mappedBy: { username: 'mapper' },
        invalidatedBy: { username: 'validator' },
        validatedBy: { username: 'validator' },
        historyEntryId: expect.stringMatching(/^\d+$/),
      },
    ]);
  });

  it('go page by page in every order, over projects', async () => {
    const first = w.p;
    await sendBack();
    w.p = await publishedProject(w.server, w.admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
    await w.map(1, w.mapper);
    await w.validate(1, 'INVALIDATED');
    for (const order of ['LAST_CHANGED', 'FIRST_CHANGED', 'HIGHEST_PROJECT', 'LOWEST_PROJECT']) {
      const whole = await invalidated(w.mapper, `first: 100, orderBy: ${order}`, undefined, 'historyEntryId');
      const ids: string[] = [];
      for (let after = ''; ;) {
        const page = await invalidated(w.mapper, `first: 2, orderBy: ${order}${after}`, undefined, 'historyEntryId');
        ids.push(...page.nodes.map(({ historyEntryId }: { historyEntryId: string }) => historyEntryId));
        if (!page.pageInfo.hasNextPage) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      expect(ids, order).toEqual(whole.nodes.map(({ historyEntryId }: { historyEntryId: string }) => historyEntryId));
      expect(ids.length).toBe(whole.totalCount);
    }
    const projects = async (order: string) =>
      (
        await invalidated(w.mapper, `first: 100, orderBy: ${order}`, undefined, 'task { project { number } }')
      ).nodes.map(({ task }: { task: { project: { number: number } } }) => task.project.number);
    expect((await projects('HIGHEST_PROJECT'))[0]).toBe(w.p);
    expect((await projects('LOWEST_PROJECT')).indexOf(w.p)).toBeGreaterThan(
      (await projects('LOWEST_PROJECT')).indexOf(first),
    );
  });

  it('that they did anything on: by what they made of them, time, project and its status', async () => {
    await sendBack();
    await w.act('lock', { n: 5 }, w.mapper);
    await w.act('comment', { n: 7, comment: 'a river' }, w.mapper);
    const filter = (more = '') => `filter: { ${here(more)} }`;
    expect(numbers(await tasks(w.mapper, filter()))).toEqual([7, 5, 1, 3, 2]);
    expect(await tasks(w.validator, filter(', result: VALIDATED'))).toMatchObject({
      totalCount: 1,
      nodes: [{ task: { number: 3, status: 'VALIDATED' } }],
    });
    expect(numbers(await tasks(w.mapper, filter(', result: MAPPED')))).toEqual([1, 3, 2]);
    expect(numbers(await tasks(w.mapper, filter(', projectStatus: ARCHIVED')))).toEqual([]);
    expect(numbers(await tasks(w.mapper, filter(', to: "2020-01-01T00:00:00Z"')))).toEqual([]);
    expect((await tasks(w.mapper, filter(', from: "2020-01-01T00:00:00Z"'))).totalCount).toBe(5);
    const first = await tasks(w.mapper, `first: 2, orderBy: EARLIEST, ${filter()}`);
    const rest = await tasks(w.mapper, `orderBy: EARLIEST, after: "${first.pageInfo.endCursor}", ${filter()}`);
    expect([...numbers(first), ...numbers(rest)]).toEqual([2, 3, 1, 5, 7]);
  });

  it.each(['visitor', 'stranger', 'blocked', 'allowed', 'teamMember', 'organisationManager', 'author', 'admin'])(
    'of a private project, for a %s',
    async (who) => {
      await sendBack();
      const { prisma } = w.server.database;
      const asker =
        who === 'visitor'
          ? null
          : who === 'admin'
            ? w.admin
            : await w.server.person(`${who} of ${w.p}`, who === 'blocked' ? 'READ_ONLY' : 'MAPPER');
      const { organisationId } = await prisma.project.update({
        where: { id: w.p },
        data: { private: true, ...(who === 'author' && { authorId: asker!.id }) },
      });
      const at = { projectId: w.p, personId: asker?.id ?? 0 };
      if (who === 'allowed') await prisma.projectAllowedPerson.create({ data: at });
      if (who === 'organisationManager')
        await prisma.organisationManager.create({
          data: { organisationId: organisationId!, personId: asker!.id },
        });
      if (who === 'teamMember')
        await prisma.team.create({
          data: {
            organisationId: organisationId!,
            name: `Team of ${w.p}`,
            members: { create: { personId: asker!.id, active: true } },
            projects: { create: { projectId: w.p, role: 'MAPPER' } },
          },
        });
      const [back, all] = [
        await invalidated(w.mapper, here(), asker),
        await tasks(w.mapper, `filter: { ${here()} }`, asker),
      ];
      if (who === 'visitor') return expect([back, all]).toEqual([null, null]);
      const sees = !['stranger', 'blocked'].includes(who);
      expect([back.totalCount, back.nodes.length, all.totalCount, all.nodes.length]).toEqual(
        sees ? [3, 3, 3, 3] : [0, 0, 0, 0],
      );
    },
  );

  // Each list alone: two of them may have their tasks from one statement or from two, as it happens.
  it.each([
    'invalidatedTasks(first: 3) { totalCount nodes { task { number status } invalidatedBy { username } } }',
    'tasks(first: 3) { totalCount nodes { task { number status } } }',
  ])('of many people take as many statements as of one: %s', async (list) => {
    await sendBack();
    const statements = async (args: string) => {
      const query = `{ people(${args}) { nodes { username ${list} } } }`;
      await w.server.get(query, {}, w.mapper.token);
      const before = counter.statements;
      await w.server.get(query, {}, w.mapper.token);
      return counter.statements - before;
    };
    expect(await statements('first: 12')).toBe(await statements('filter: { search: "mapper" }'));
  });
});
