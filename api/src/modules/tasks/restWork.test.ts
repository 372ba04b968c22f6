import { describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { contributionsByDayInV2 } from './contributions.js';

const PARTS = ['activities/', 'activities/latest/', 'contributions/'];
const FIGURES = ['contributions/queries/day/', 'statistics/', 'statistics/queries/mapper/'];

describe('the work on a project read over v2', () => {
  const w = tasksOfAProject();
  const get = (path: string, who?: Person) => v2(w.server, `/projects/${w.p}/${path}`, { token: who?.token });
  const seconds = (duration: number) =>
    w.server.database.pool.query(
      'update task_history set duration_seconds = $2 where project_id = $1 and duration_seconds is not null',
      [w.p, duration],
    );

  it('is what happened, newest first, ten to a page, without comments', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) await w.map(n, w.mapper, 'MAPPED', 'done');
    await seconds(3_661.5);
    await w.act('lock', { n: 7 }, w.other);
    const { body } = await get('activities/');
    expect(body.pagination).toEqual({
      hasNext: true,
      hasPrev: false,
      nextNum: 2,
      page: 1,
      pages: 2,
      prevNum: null,
      perPage: 10,
      total: 13,
    });
    expect(body.activity).toHaveLength(10);
    expect(body.activity[0]).toEqual({
      historyId: expect.any(Number),
      taskId: 7,
      action: 'LOCKED_FOR_MAPPING',
      actionText: null,
      actionDate: expect.stringMatching(/Z$/),
      actionBy: 'other',
      pictureUrl: null,
      issues: null,
    });
    expect(body.activity[1]).toMatchObject({ taskId: 6, action: 'STATE_CHANGE', actionText: 'MAPPED' });
    expect(body.activity[2]).toMatchObject({ taskId: 6, action: 'LOCKED_FOR_MAPPING', actionText: '01:01:01.500000' });
    const second = (await get('activities/?page=2')).body;
    expect(second.pagination).toMatchObject({ hasNext: false, prevNum: 1, page: 2 });
    expect(second.activity).toHaveLength(3);
    const beyond = (await get('activities/?page=2147483647')).body;
    expect([beyond.activity, beyond.pagination.total]).toEqual([[], 13]);
    for (const page of ['0', '-1', 'x', '1.5']) expect((await get(`activities/?page=${page}`)).status).toBe(422);
  });

  it('gives the parts of a split the history of the task they came from, and that task no more', async () => {
    await w.map(1, w.mapper);
    await w.validate(1, 'INVALIDATED', 'Look again');
    await w.act('lock', { n: 1 }, w.mapper);
    await w.act('split', { n: 1 }, w.mapper);
    const { body } = await get('activities/');
    // Each of four parts: mapped and invalidated with their locks, split, and ready again.
    expect(body.pagination.total).toBe(4 * 6);
    const last = body.activity
      .slice(0, 4)
      .map((row: { taskId: number; actionText: string }) => [row.taskId, row.actionText]);
    expect(last).toEqual([[13, 'READY'], [13, 'SPLIT'], [12, 'READY'], [12, 'SPLIT']]); // prettier-ignore
    const latest = (await get('activities/latest/')).body.activity.map(({ taskId }: { taskId: number }) => taskId);
    expect(latest).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('is the last of every task', async () => {
    await w.map(1, w.mapper);
    await w.act('comment', { n: 1, comment: 'later' }, w.other);
    await w.act('lock', { n: 2 }, w.other);
    const { activity } = (await get('activities/latest/')).body;
    expect(activity).toHaveLength(9);
    expect(activity.slice(0, 3)).toEqual([
      { taskId: 1, taskStatus: 'MAPPED', actionDate: expect.stringMatching(/Z$/), actionBy: 'mapper' },
      { taskId: 2, taskStatus: 'LOCKED_FOR_MAPPING', actionDate: expect.stringMatching(/Z$/), actionBy: 'other' },
      { taskId: 3, taskStatus: 'READY', actionDate: null, actionBy: null },
    ]);
  });

  it('is who did it: everybody who ever held a task, with what stands as theirs', async () => {
    for (const n of [1, 2]) await w.map(n, w.mapper);
    await w.map(3, w.mapper, 'BADIMAGERY');
    await w.validate(2, 'VALIDATED');
    await w.act('lock', { n: 4 }, w.other);
    await w.act('comment', { n: 1, comment: 'Hello' }, w.admin);
    const { userContributions } = (await get('contributions/')).body;
    expect(userContributions).toEqual([
      {
        username: 'mapper',
        mappingLevel: 'BEGINNER',
        pictureUrl: null,
        mapped: 2,
        validated: 0,
        badImagery: 1,
        total: 3,
        mappedTasks: [1, 2],
        validatedTasks: [],
        badImageryTasks: [3],
        name: null,
        dateRegistered: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
      expect.objectContaining({ username: 'validator', mappingLevel: 'INTERMEDIATE', total: 1, validatedTasks: [2] }),
      expect.objectContaining({ username: 'other', total: 0, mappedTasks: [] }),
    ]);
  });

  it('is day by day', async () => {
    for (const n of [1, 2]) await w.map(n, w.mapper);
    await w.validate(2, 'VALIDATED');
    await w.server.database.pool.query(
      `update task_history set at = at - interval '1 day' where project_id = $1 and status = 'MAPPED'`,
      [w.p],
    );
    const { stats } = (await get('contributions/queries/day/')).body;
    expect(stats).toEqual([
      { date: expect.any(String), mapped: 2, validated: 0, cumulative_mapped: 2, cumulative_validated: 0, total_tasks: 9 },
      { date: expect.any(String), mapped: 0, validated: 1, cumulative_mapped: 2, cumulative_validated: 1, total_tasks: 9 },
    ]); // prettier-ignore
    expect(stats[0].date < stats[1].date).toBe(true);
  });

  it('is numbers, with the time spent and left', async () => {
    const empty = (await get('statistics/')).body;
    expect(empty).toMatchObject({
      projectId: w.p,
      totalTasks: 9,
      totalMappers: 0,
      totalTimeSpent: 0,
      averageMappingTime: 0,
    });
    expect(empty['projectArea(in sq.km)']).toBeGreaterThan(1);
    expect(empty.aoiCentroid.type).toBe('Point');
    await w.map(1, w.mapper);
    await w.server.database.prisma.projectComment.create({
      data: { projectId: w.p, personId: w.other.id, markdown: 'Hi' },
    });
    await seconds(3);
    await w.act('lock', { n: 2 }, w.other);
    expect((await get('statistics/')).body).toMatchObject({
      totalMappers: 1,
      totalComments: 1,
      totalMappingTime: 3,
      totalValidationTime: 0,
      totalTimeSpent: 3,
      averageMappingTime: 3,
      percentMapped: 11,
      timeToFinishMapping: 24,
      timeToFinishValidating: 0,
    });
    expect((await get('statistics/queries/mapper/')).body).toEqual({
      timeSpentMapping: 3,
      timeSpentValidating: 0,
      totalTimeSpent: 3,
    });
    expect((await get('statistics/queries/other/')).body.totalTimeSpent).toBe(0);
    expect(await get('statistics/queries/nobody/')).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'USER_NOT_FOUND', details: { username: 'nobody' } } },
    });
  });

  it('is not told again to who has it', async () => {
    for (const path of ['activities/latest/', 'contributions/']) {
      const url = `${w.server.url}/api/v2/projects/${w.p}/${path}`;
      const etag = (await fetch(url)).headers.get('etag')!;
      expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });

  it('is never that from before a change, of its tasks or of who worked on them', async () => {
    const paths = [...PARTS, 'activities/?page=2', 'contributions/queries/day/'];
    const { prisma, pool } = w.server.database;
    const person = await w.server.person('of-many-names');
    const named = (data: object) => prisma.person.update({ where: { id: person.id }, data });
    const changes: [string, () => Promise<unknown>][] = [
      ['mapped', () => w.map(1, person)],
      ['mapped by another', () => w.map(2, w.mapper)],
      ['validated', () => w.validate(1, 'VALIDATED')],
      ['taken', () => w.act('lock', { n: 3 }, person)],
      ['split', () => w.act('split', { n: 3 }, person)],
      ['undone', () => w.act('undo', { n: 2 }, w.admin)],
      ['renamed', () => named({ username: 'another-name' })],
      ['pictured', () => named({ pictureUrl: 'https://example.org/face.png' })],
      ['of another level', () => named({ levelId: 3 })],
      ['whose level is called so', () => prisma.mappingLevel.update({ where: { id: 3 }, data: { name: 'EXPERT' } })],
      ['deleted', () => pool.query('select anonymise_person($1)', [person.id])],
    ];
    const answers = () => Promise.all(paths.map(async (path) => (await get(path)).body));
    let before = await answers();
    for (const [change, make] of changes) {
      await make();
      const after = await answers();
      expect(after, change).not.toEqual(before);
      await pool.query('update people_version set version = version + 1'); // now nothing that was kept is found
      expect(after, change).toEqual(await answers());
      before = after;
    }
    await prisma.mappingLevel.update({ where: { id: 3 }, data: { name: 'ADVANCED' } });
  });

  it.each([...PARTS, ...FIGURES])('at %s is told only to who may see the project', async (path) => {
    const { prisma } = w.server.database;
    await prisma.project.update({
      where: { id: w.p },
      data: { private: true, allowedPeople: { create: { personId: w.other.id } } },
    });
    for (const who of [undefined, w.mapper])
      expect(await get(path, who)).toMatchObject({ status: 403, body: { SubCode: 'PrivateProject' } });
    for (const who of [w.other, w.admin]) expect((await get(path, who)).status).toBe(200);
    await prisma.project.update({ where: { id: w.p }, data: { private: false, status: 'DRAFT' } });
    const toVisitors = PARTS.includes(path) ? 'PrivateProject' : 'ProjectNotFetched';
    expect(await get(path)).toMatchObject({ status: 403, body: { SubCode: toVisitors } });
    expect(await get(path, w.mapper)).toMatchObject({ status: 403, body: { SubCode: 'ProjectNotFetched' } });
    expect((await get(path, w.admin)).status).toBe(200);
    expect(await v2(w.server, `/projects/999999/${path}`)).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'PROJECT_NOT_FOUND', details: { project_id: 999_999 } } },
    });
    expect((await v2(w.server, `/projects/x/${path}`)).status).toBe(422);
  });
});

describe('days of work as v2 counts them', () => {
  const days = (...changes: [number, string, string][]) =>
    contributionsByDayInV2(changes.map(([task, status, day]) => ({ task, status, day }))).map(
      ({ mapped, validated, mappedInAll, validatedInAll }) => [mapped, validated, mappedInAll, validatedInAll],
    );

  it('count a task once while it counts', () => {
    expect(days([1, 'MAPPED', 'a'], [2, 'MAPPED', 'a'], [1, 'MAPPED', 'b'])).toEqual([[2, 0, 2, 0], [0, 0, 2, 0]]); // prettier-ignore
  });

  it('count a validated task as mapped too', () => {
    expect(days([1, 'VALIDATED', 'a'], [1, 'MAPPED', 'a'])).toEqual([[1, 1, 1, 1]]);
  });

  it('take back what is invalidated, each time, on that day never below nothing', () => {
    expect(days([1, 'VALIDATED', 'a'], [1, 'INVALIDATED', 'b'])).toEqual([[1, 1, 1, 1], [0, 0, 0, 0]]); // prettier-ignore
    expect(days([1, 'MAPPED', 'a'], [2, 'MAPPED', 'a'], [1, 'INVALIDATED', 'a'])).toEqual([[1, 0, 1, 0]]);
    expect(days([1, 'INVALIDATED', 'a'], [1, 'MAPPED', 'b'], [1, 'INVALIDATED', 'c'])).toEqual([[0, 0, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]]); // prettier-ignore
  });

  it('go by the time of day', () => {
    expect(days([1, 'INVALIDATED', 'a'], [1, 'MAPPED', 'a'], [1, 'VALIDATED', 'a'])).toEqual([[1, 1, 1, 1]]);
  });

  it('know nothing of what was undone or reset', () => {
    expect(days([1, 'MAPPED', 'a'], [1, 'READY', 'b'], [2, 'BADIMAGERY', 'c'])).toEqual([[1, 0, 1, 0]]);
  });
});
