import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';
import { type ACTIONS, boxOfTiles, publishedProject } from '../../../test/world.js';

describe('tasks', () => {
  const w = tasksOfAProject();

  describe('who may', () => {
    it('refuses every action to visitors', async () => {
      const one = { n: 1 };
      const each: [keyof typeof ACTIONS, object][] = [
        ['lock', one],
        ['next', {}],
        ['stop', one],
        ['submit', { ...one, version: 1, status: 'MAPPED' }],
        ['lockMany', { n: [1] }],
        ['stopMany', { tasks: [{ taskNumber: 1 }] }],
        ['validate', { results: [{ taskNumber: 1, lockVersion: 1, status: 'VALIDATED' }] }],
        ['extend', { n: [1] }],
        ['undo', one],
        ['split', one],
      ];
      for (const [action, variables] of each)
        expect(await w.act(action, variables), action).toMatchObject({
          __typename: 'NotSignedIn',
          code: 'NOT_SIGNED_IN',
        });
    });

    it('refuses taking and undoing tasks to blocked people, but lets them finish what they hold', async () => {
      await w.map(2, w.mapper);
      for (const [action, variables] of [
        ['lock', { n: 1 }],
        ['next', {}],
        ['lockMany', { n: [2] }],
        ['undo', { n: 2 }],
      ] as const) {
        expect(await w.act(action, variables, w.blocked), action).toMatchObject({
          __typename: 'NotPermitted',
          reason: 'USER_BLOCKED',
        });
      }
      const { task } = await w.act('lock', { n: 1 }, w.other);
      await w.server.database.prisma.person.update({ where: { id: w.other.id }, data: { role: 'READ_ONLY' } });
      expect(await w.act('submit', { n: 1, version: task.lock.version, status: 'MAPPED' }, w.other)).toMatchObject({
        task: { status: 'MAPPED' },
      });
      await w.server.database.prisma.person.update({ where: { id: w.other.id }, data: { role: 'MAPPER' } });
    });

    it('asks for the level of a w.validator, and says so before the click', async () => {
      await w.map(1, w.mapper);
      expect(await w.act('lockMany', { n: [1] }, w.other)).toMatchObject({
        __typename: 'NotPermitted',
        reason: 'USER_NOT_CORRECT_MAPPING_LEVEL',
      });
      const permission = 'viewerCanValidate { allowed reason } viewerCanMap { allowed reason }';
      expect((await w.project(`task(number: 1) { ${permission} }`, w.other)).task.viewerCanValidate).toEqual({
        allowed: false,
        reason: 'USER_NOT_CORRECT_MAPPING_LEVEL',
      });
      expect((await w.project(`task(number: 1) { ${permission} }`, w.validator)).task).toEqual({
        viewerCanValidate: { allowed: true, reason: null },
        viewerCanMap: { allowed: false, reason: 'TASK_NOT_IN_STATE' },
      });
      expect((await w.project(`task(number: 1) { ${permission} }`)).task.viewerCanMap).toEqual({
        allowed: false,
        reason: 'NOT_SIGNED_IN',
      });
    });

    it('keeps a private project and its tasks from strangers, on every way to them', async () => {
      const id = (await w.project('task(number: 1) { id }')).task.id;
      await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
      const address = `${w.server.url}/tiles/projects/${w.p}/10/512/511.mvt`;
      for (const stranger of [undefined, w.other, w.blocked]) {
        expect(await w.project('number', stranger)).toBeNull();
        expect(
          (await w.server.get('query ($id: ID!) { node(id: $id) { id } }', { id }, stranger?.token)).node,
        ).toBeNull();
        const headers: Record<string, string> = stranger ? { authorization: `Bearer ${stranger.token}` } : {};
        expect((await fetch(address, { headers })).status).toBe(404);
      }
      expect(await w.act('lock', { n: 1 }, w.other)).toMatchObject({
        __typename: 'NotPermitted',
        reason: 'USER_NOT_ON_ALLOWED_LIST',
      });
      await w.server.database.prisma.projectAllowedPerson.create({ data: { projectId: w.p, personId: w.other.id } });
      expect((await w.act('lock', { n: 1 }, w.other)).__typename).toBe('LockTaskForMappingPayload');
      expect(
        (await fetch(address, { headers: { authorization: `Bearer ${w.other.token}` } })).headers.get('cache-control'),
      ).not.toContain('public');
    });

    it('names the reason when the licence is not accepted, and asks managers too', async () => {
      const license = await w.server.database.prisma.license.create({ data: { name: `Imagery ${w.p}` } });
      await w.server.database.prisma.project.update({ where: { id: w.p }, data: { licenseId: license.id } });
      for (const who of [w.mapper, w.admin])
        expect(await w.act('lock', { n: 1 }, who)).toMatchObject({ reason: 'USER_NOT_ACCEPTED_LICENSE' });
      await w.server.database.prisma.licenseAcceptance.create({
        data: { licenseId: license.id, personId: w.mapper.id },
      });
      expect((await w.act('lock', { n: 1 }, w.mapper)).__typename).toBe('LockTaskForMappingPayload');
    });

    it('keeps one work at a time over all projects', async () => {
      await w.act('lock', { n: 1 }, w.mapper);
      const here = w.p;
      w.p = await publishedProject(w.server, w.admin.token, { areaOfInterest: boxOfTiles(14, 2, 2), zoom: 14 });
      expect(await w.act('lock', { n: 1 }, w.mapper)).toMatchObject({
        __typename: 'AlreadyHoldsLock',
        heldTask: { number: 1, project: { number: here } },
      });
      expect(
        (await w.server.get('{ viewer { locks { number project { number } } } }', {}, w.mapper.token)).viewer.locks,
      ).toEqual([{ number: 1, project: { number: here } }]);
    });
  });

  describe('lists', () => {
    it('pages through tasks by number and by last change, with filters and a total', async () => {
      await w.map(7, w.mapper);
      await w.map(3, w.other);
      const list = async (args: string) =>
        (await w.project(`tasks(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { number } }`)).tasks;
      const first = await list('first: 4');
      expect(first).toMatchObject({
        totalCount: 9,
        pageInfo: { hasNextPage: true },
        nodes: [1, 2, 3, 4].map((number) => ({ number })),
      });
      expect(await list(`first: 100, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
        pageInfo: { hasNextPage: false },
        nodes: [5, 6, 7, 8, 9].map((number) => ({ number })),
      });
      const newest = await list('first: 1, orderBy: LAST_CHANGE');
      expect(newest.nodes).toEqual([{ number: 3 }]);
      const rest = await list(`first: 100, orderBy: LAST_CHANGE, after: "${newest.pageInfo.endCursor}"`);
      expect(rest.nodes.map(({ number }: { number: number }) => number)).toEqual([7, 1, 2, 4, 5, 6, 8, 9]);
      expect((await list('filter: { statuses: [MAPPED] }')).totalCount).toBe(2);
      expect((await list('filter: { search: "appe" }')).nodes).toEqual([{ number: 7 }]);
      expect((await list('filter: { search: "8" }')).nodes).toEqual([{ number: 8 }]);
      expect((await list('filter: { search: "100%_" }')).nodes).toEqual([]);
    });

    it('narrows to what is to be mapped first, or to the rest', async () => {
      w.p = await publishedProject(w.server, w.admin.token, {
        areaOfInterest: boxOfTiles(14, 3, 3),
        zoom: 14,
        priorityAreas: boxOfTiles(14, 1, 2), // tasks 1 and 2
      });
      const numbers = async (filter: string) =>
        (await w.project(`tasks(first: 100, filter: { ${filter} }) { totalCount nodes { number } }`)).tasks;
      expect(await numbers('inPriorityArea: true')).toEqual({ totalCount: 2, nodes: [{ number: 1 }, { number: 2 }] });
      expect((await numbers('inPriorityArea: false')).totalCount).toBe(7);
      expect((await numbers('inPriorityArea: true, search: "2"')).nodes).toEqual([{ number: 2 }]);
    });

    it('refuses a page that is no page with a sentence', async () => {
      for (const args of ['first: 0', 'first: 101', 'after: "x"', 'last: 3']) {
        const { errors } = await w.server.ask(
          `query ($p: ID!) { project(id: $p) { tasks(${args}) { nodes { number } } } }`,
          { p: w.p },
        );
        expect(errors?.[0], args).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      }
    });
  });
});
