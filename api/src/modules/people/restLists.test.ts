import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';
import { counter } from '../../../test/watch.js';

describe('of people, v2 lists', () => {
  const world = tasksOfAProject({ OHSOME_STATS_TOPICS: 'building,highway' });
  const get = (path: string, who?: Person) => v2(world.server, path, { token: who?.token });
  const names = async (query: string, who = world.other) =>
    (await get(`/users/?${query}`, who)).body.users.map(({ username }: Person) => username);

  describe('everybody', () => {
    beforeAll(async () => {
      const { prisma } = world.server.database;
      const figures = (person: Person, building: number) =>
        prisma.personStatistics.create({ data: { personId: person.id, figures: { building, edits: 9 } } });
      await figures(world.mapper, 5);
      await figures(world.validator, 50);
      await prisma.person.update({ where: { id: world.admin.id }, data: { changesetCount: 7 } });
    });

    it('by name, in pages, with what is known of them', async () => {
      const first = await get('/users/?perPage=2', world.other);
      expect(first.body.pagination).toEqual({
        hasNext: true,
        hasPrev: false,
        nextNum: 2,
        page: 1,
        pages: 3,
        prevNum: null,
        perPage: 2,
        total: 5,
      });
      expect(first.body.users[0]).toEqual({
        id: world.admin.id,
        username: 'admin',
        role: 'ADMIN',
        mappingLevel: 'BEGINNER',
        pictureUrl: null,
        statsLastUpdated: null,
        stats: { changeset: 7 },
        requires_approval: null,
        user_has_voted: null,
      });
      expect(await names('perPage=2&page=3')).toEqual(['validator']);
      expect(await get('/users/?perPage=2&page=9', world.other)).toMatchObject({
        status: 200,
        body: { users: [], pagination: { page: 9, hasNext: false, prevNum: 8 } },
      });
      const all = await get('/users/?pagination=false&perPage=1', world.other);
      expect([all.body.pagination, all.body.users.length]).toEqual([null, 5]);
      expect(all.body.users[2]).toMatchObject({
        stats: { building: 5, changeset: 0 },
        statsLastUpdated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
      });
      expect(Object.keys(all.body.users[2].stats)).toEqual(['building', 'changeset']);
    });

    it('by a part of the name, by role and by level', async () => {
      expect(await names('username=%20AP')).toEqual(['mapper']);
      expect(await names('username=%25')).toEqual([]);
      expect(await names('role=ADMIN')).toEqual(['admin']);
      expect(await names('role=READ_ONLY')).toEqual(['blocked']);
      expect(await names('level=2')).toEqual(['validator']);
      expect((await names('level=INTERMEDIATE')).length).toBe(5);
    });

    it('by a figure, those without it last', async () => {
      const others = ['admin', 'other', 'blocked'];
      expect(await names('sort=building')).toEqual(['mapper', 'validator', ...others]);
      expect(await names('sort=building&sort_dir=DESC')).toEqual(['validator', 'mapper', ...others]);
      expect((await names('sort=changeset&sort_dir=desc'))[0]).toBe('admin');
    });

    it('who waits for votes first, with whether you voted', async () => {
      const { prisma } = world.server.database;
      await prisma.levelNomination.create({ data: { personId: world.other.id, levelId: 2 } });
      await prisma.levelVote.create({ data: { personId: world.other.id, levelId: 2, voterId: world.admin.id } });
      const of = async (who: Person) => (await get('/users/', who)).body.users[0];
      expect(await of(world.admin)).toMatchObject({ username: 'other', requires_approval: true, user_has_voted: true });
      expect(await of(world.mapper)).toMatchObject({ requires_approval: true, user_has_voted: null });
      await prisma.levelNomination.deleteMany();
    });

    it('nobody for visitors, and nobody for what is none', async () => {
      expect(await get('/users/')).toMatchObject({ status: 403, body: { detail: 'Not authenticated' } });
      for (const query of ['role=GOD', 'role=admin', 'sort_dir=asc;drop', 'sort=a%27b', 'sort=building&sort_dir=up'])
        expect(await get(`/users/?${query}`, world.admin)).toMatchObject({
          status: 400,
          body: { SubCode: 'InvalidData' },
        });
      for (const query of ['page=0', 'page=x', 'perPage=0', 'pagination=perhaps', 'username=a%00b'])
        expect((await get(`/users/?${query}`, world.admin)).status).toBe(422);
    });
  });

  it('names that begin so, who works on the project first', async () => {
    await world.map(1, world.validator);
    const filter = (path: string, who: Person | undefined = world.other) => get(`/users/queries/filter/${path}`, who);
    await world.server.person('Valentin');
    expect((await filter('VAL/')).body).toMatchObject({
      usernames: expect.arrayContaining(['Valentin', 'validator']),
      users: [],
      pagination: { total: 2, perPage: 20 },
    });
    expect((await filter(`val/?projectId=${world.p}`)).body.users).toEqual([
      { username: 'validator', projectId: world.p, isParticipant: true },
      { username: 'Valentin', projectId: world.p, isParticipant: false },
    ]);
    await world.server.database.prisma.project.update({ where: { id: world.p }, data: { private: true } });
    const hidden = (await filter(`val/?projectId=${world.p}`)).body.users;
    expect(hidden.map(({ isParticipant }: { isParticipant: boolean }) => isParticipant)).toEqual([false, false]);
    expect((await filter('val/?projectId=424242')).body.users).toHaveLength(2);
    for (const beginning of ['zzz', '%25', '_'])
      expect(await filter(`${beginning}/`)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'USER_NOT_FOUND' } },
      });
    expect((await filter('val/?page=5')).body).toMatchObject({ usernames: [], pagination: { total: 2 } });
    expect((await v2(world.server, '/users/queries/filter/val/')).status).toBe(403);
  });

  describe('tasks', () => {
    const tasks = async (query = '', who = world.mapper) =>
      (await get(`/users/${who.id}/tasks/${query}`, world.other)).body.tasks as { taskId: number; projectId: number }[];
    const numbers = async (query: string) =>
      (await tasks(`?project_id=${world.p}&${query}`)).map((each) => each.taskId);
    beforeEach(async () => {
      await world.map(1, world.mapper, 'MAPPED', 'done');
      await world.map(2, world.mapper, 'BADIMAGERY');
      await world.act('lock', { n: 3 }, world.mapper);
    });

    it('that you hold, and with their history', async () => {
      expect((await get('/users/queries/tasks/locked/', world.mapper)).body).toEqual({
        lockedTasks: [3],
        projectId: world.p,
        taskStatus: 'LOCKED_FOR_MAPPING',
      });
      expect((await get('/users/queries/tasks/locked/details/', world.mapper)).body).toMatchObject({
        tasks: [
          { taskId: 3, projectId: world.p, lockHolder: 'mapper', taskHistory: [{ action: 'LOCKED_FOR_MAPPING' }] },
        ],
      });
      expect((await get('/users/queries/tasks/locked/', world.other)).body).toEqual({
        lockedTasks: [],
        projectId: null,
        taskStatus: null,
      });
      expect(await get('/users/queries/tasks/locked/details/', world.other)).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'TASK_NOT_FOUND', details: {} } },
      });
      for (const path of ['locked/', 'locked/details/']) {
        expect((await get(`/users/queries/tasks/${path}`)).status).toBe(403);
      }
    });

    it('that somebody did anything on, the latest first, or as is asked', async () => {
      const [first, , third] = await tasks(`?project_id=${world.p}`);
      expect(first).toEqual({
        taskId: 3,
        projectId: world.p,
        taskStatus: 'LOCKED_FOR_MAPPING',
        lockHolder: 'mapper',
        taskHistory: [],
        taskAnnotation: null,
        perTaskInstructions: null,
        autoUnlockSeconds: 7200,
        lastUpdated: expect.stringMatching(/Z$/),
        numberOfComments: 0,
      });
      expect(third).toMatchObject({ taskId: 1, taskStatus: 'MAPPED', lockHolder: null, numberOfComments: 1 });
      expect(await numbers('sort_by=action_date')).toEqual([1, 2, 3]);
      expect(await numbers('sort_by=nonsense')).toEqual([3, 2, 1]);
      expect(await numbers('status=MAPPED')).toEqual([1]);
      expect(await numbers('status=NONE')).toEqual([]);
      expect(await numbers('page=2&page_size=2')).toEqual([1]);
      expect(await numbers('project_status=archived')).toEqual([]);
      expect((await numbers('project_status=PUBLISHED')).length).toBe(3);
      const projects = (await tasks('?sort_by=project_id')).map(({ projectId }) => projectId);
      expect(projects).toEqual([...projects].sort((a, b) => a - b));
    });

    it('between two days, under both names; what is no date finds nothing', async () => {
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect((await numbers(`start_date=2020-01-01&end_date=${tomorrow}`)).length).toBe(3);
      for (const query of [
        `start_date=${tomorrow}`,
        `min_action_date=${tomorrow}`,
        'max_action_date=2020-01-01T00:00:00',
      ])
        expect(await numbers(query)).toEqual([]);
      for (const wrong of ['soon', '+275760-09-13T00:00:00Z'])
        expect(
          await get(`/users/${world.mapper.id}/tasks/?start_date=${encodeURIComponent(wrong)}`, world.other),
        ).toMatchObject({ status: 200, body: { tasks: [], pagination: { total: 0 } } });
    });

    it('of projects that are open to whoever asks; 404 for nobody, 422 for what is none', async () => {
      await world.server.database.prisma.project.update({ where: { id: world.p }, data: { private: true } });
      expect(await numbers('')).toEqual([]);
      for (const id of [424242, -1, 99_999_999_999])
        expect(await get(`/users/${id}/tasks/`, world.other)).toMatchObject({
          status: 404,
          body: { error: { sub_code: 'USER_NOT_FOUND', details: { user_id: id } } },
        });
      for (const query of ['project_id=x', 'page=0', 'page_size=0', 'project_status=GONE'])
        expect((await get(`/users/${world.mapper.id}/tasks/?${query}`, world.other)).status).toBe(422);
      expect((await get(`/users/${world.mapper.id}/tasks/`)).status).toBe(403);
    });
  });

  it('your favourite projects whole, as long as you may see them', async () => {
    const { prisma } = world.server.database;
    expect((await get('/users/queries/favorites/', world.other)).body).toEqual({ favoritedProjects: [] });
    await prisma.projectFavourite.create({ data: { projectId: world.p, personId: world.other.id } });
    expect((await get('/users/queries/favorites/', world.other)).body.favoritedProjects).toMatchObject([
      { projectId: world.p, areaOfInterest: { type: 'MultiPolygon' }, tasks: null, projectInfo: null },
    ]);
    await prisma.project.update({ where: { id: world.p }, data: { private: true } });
    expect((await get('/users/queries/favorites/', world.other)).body).toEqual({ favoritedProjects: [] });
    expect((await get('/users/queries/favorites/')).status).toBe(403);
  });

  it('projects that suit a person, in which they did nothing yet', async () => {
    const recommended = async (who: Person) =>
      (await get(`/users/${who.username}/recommended-projects/`, world.other)).body;
    await world.server.database.prisma.project.update({ where: { id: world.p }, data: { difficulty: 'EASY' } });
    const { results, ...rest } = await recommended(world.other);
    expect(rest).toEqual({ mapResults: [], pagination: null });
    expect(results[0]).toMatchObject({ projectId: world.p, name: 'A project', status: 'PUBLISHED' });
    await world.map(1, world.other);
    expect(
      (await recommended(world.other)).results.map(({ projectId }: { projectId: number }) => projectId),
    ).not.toContain(world.p);
    expect((await get('/users/nobody/recommended-projects/', world.other)).status).toBe(404);
    expect((await get('/users/other/recommended-projects/')).status).toBe(403);
  });

  it('all interests with those of a person marked, and takes yours in place of those you had', async () => {
    const { prisma } = world.server.database;
    const { id: water } = await prisma.interest.create({ data: { name: 'water' } });
    const { id: roads } = await prisma.interest.create({ data: { name: 'roads' } });
    const choose = (body: unknown, who: Person | undefined = world.other) =>
      v2(world.server, '/users/me/actions/set-interests/', { method: 'POST', token: who?.token, body });
    const shown = (id: number, name: string, userSelected: boolean | null) => ({
      id,
      name,
      userSelected,
      countProjects: null,
      countUsers: null,
    });
    await choose({ interests: [water] });
    expect((await choose({ interests: [roads, roads] })).body).toEqual({ interests: [shown(roads, 'roads', null)] });
    expect((await get('/users/other/queries/interests/', world.mapper)).body).toEqual({
      interests: [shown(water, 'water', null), shown(roads, 'roads', true)],
    });
    expect(await choose({ interests: [999] })).toMatchObject({
      status: 404,
      body: { error: { sub_code: 'One or more interests not found', details: {} } },
    });
    for (const wrong of [{}, { interests: 'water' }, { interests: ['a'] }, { interests: null }]) {
      const { status, body } = await choose(wrong);
      expect([status, Object.keys(body)]).toEqual([400, ['Error']]);
    }
    expect((await choose({ interests: [] })).body).toEqual({ interests: [] });
    expect((await get('/users/nobody/queries/interests/', world.mapper)).status).toBe(404);
    expect((await get('/users/other/queries/interests/')).status).toBe(403);
    expect((await v2(world.server, '/users/me/actions/set-interests/', { method: 'POST', body: {} })).status).toBe(403);
  });

  it('what a person did, in figures, days, countries and interests', async () => {
    const { prisma } = world.server.database;
    const ola = await world.server.person('ola');
    await prisma.project.update({ where: { id: world.p }, data: { countries: ['Kenya'] } });
    const { id } = await prisma.interest.create({
      data: { name: 'Health', projects: { create: { projectId: world.p } } },
    });
    await world.map(1, ola);
    await world.validate(1, 'INVALIDATED');
    expect((await get('/users/ola/statistics/', world.other)).body).toEqual({
      totalTimeSpent: expect.any(Number),
      timeSpentMapping: expect.any(Number),
      timeSpentValidating: 0,
      projectsMapped: 1,
      countriesContributed: { countries: [{ name: 'Kenya', mapped: 1, validated: 0, total: 1 }], total: 1 },
      contributionsByDay: [{ date: `${new Date().toISOString().slice(0, 10)}T00:00:00`, count: 1 }],
      tasksMapped: 1,
      tasksValidated: 0,
      tasksInvalidated: 0,
      tasksInvalidatedByOthers: 1,
      tasksValidatedByOthers: 0,
      ContributionsByInterest: [{ id, name: 'Health', userSelected: null, countProjects: 1, countUsers: null }],
    });
    expect((await get(`/users/${ola.id}/statistics/interests/`, world.other)).body).toEqual({
      rates: [{ name: 'Health', rate: 1 }],
    });
    for (const nobody of [424242, -1, 99_999_999_999])
      expect((await get(`/users/${nobody}/statistics/interests/`, world.other)).body).toEqual({ rates: [] });
    expect((await get('/users/nobody/statistics/', world.other)).status).toBe(404);
    expect((await get('/users/ola/statistics/')).status).toBe(403);
    expect((await get(`/users/${ola.id}/statistics/interests/`)).status).toBe(403);
  });

  it('where no OpenStreetMap is set up, an account as it is known here', async () => {
    expect((await get('/users/mapper/openstreetmap/', world.other)).body).toEqual({
      accountCreated: expect.stringMatching(/^\d{4}-/),
      changesetCount: 0,
    });
    expect(await get('/users/statistics/ohsome/?userId=1&topics=building', world.other)).toMatchObject({
      status: 400,
      body: { SubCode: 'Error fetching data' },
    });
  });

  it('who came between two days', async () => {
    const all = (query: string, who: Person | undefined = world.other) => get(`/users/statistics/${query}`, who);
    const today = new Date().toISOString().slice(0, 10);
    const { body } = await all(`?startDate=${today}`);
    expect(body).toMatchObject({
      byLevel: [
        { name: 'BEGINNER', count: body.total - 1 },
        { name: 'INTERMEDIATE', count: 1 },
        { name: 'ADVANCED', count: 0 },
      ],
      emailVerified: 0,
      genders: { male: 0, female: 0, preferNotIdentify: 0, selfDescribe: 0 },
    });
    expect(body.total).toBeGreaterThan(5);
    expect((await all('?startDate=2020-01-01&endDate=2020-02-01')).body.total).toBe(0);
    for (const [query, SubCode] of [
      ['?startDate=2026-02-01&endDate=2026-01-01', 'InvalidDateRange'],
      ['?startDate=2020-01-01&endDate=2026-01-01', 'InvalidDateRange'],
      ['?startDate=soon', 'InvalidDateValue'],
      ['?startDate=2026-02-30', 'InvalidDateValue'],
      ['?startDate=2026-01-01&endDate=x', 'InvalidDateValue'],
    ])
      expect(await all(query!)).toMatchObject({ status: 400, body: { SubCode } });
    expect((await all('')).status).toBe(422);
    expect((await get(`/users/statistics/?startDate=${today}`)).status).toBe(403);
  });

  it('however many there are, with as many statements', async () => {
    const { prisma } = world.server.database;
    const second = (await prisma.project.findFirstOrThrow({ where: { id: { not: world.p } } })).id;
    await prisma.projectFavourite.create({ data: { projectId: world.p, personId: world.validator.id } });
    const statements = async (path: string) => {
      await get(path, world.validator);
      const before = counter.statements;
      await get(path, world.validator);
      return counter.statements - before;
    };
    const favourites = await statements('/users/queries/favorites/');
    await prisma.projectFavourite.create({ data: { projectId: second, personId: world.validator.id } });
    expect(await statements('/users/queries/favorites/')).toBe(favourites);
    expect(await statements('/users/?perPage=1')).toBe(await statements('/users/?perPage=10'));
    await world.map(1, world.validator);
    await world.map(2, world.validator);
    const tasks = `/users/${world.validator.id}/tasks/`;
    expect(await statements(`${tasks}?page_size=1`)).toBe(await statements(`${tasks}?page_size=10`));
  });
});
