import { describe, expect, it } from 'vitest';
import { oldClient, type OldClient } from './oldClient.js';
import { tasksOfAProject, type Person } from './tasksOf.js';

// What the pages of the original's client call while people choose tasks, map, validate and talk about it.

const w = tasksOfAProject({}, { jobs: false });
const as = ({ token }: Person): OldClient => oldClient(() => w.server, token);
const P = (path: string) => `projects/${w.p}/${path}`;
const statusOf = async (who: OldClient, n: number) =>
  (await who.get(P('activities/latest/'))).activity.find(({ taskId }: { taskId: number }) => taskId === n).taskStatus;

/** What the page of choosing loads, and loads again every minute. */
async function choose(who: OldClient, personId: number) {
  const [tasks, latest, contributions, priority, { teams }] = [
    await who.get(P('tasks/')),
    await who.get(P('activities/latest/')),
    await who.get(P('contributions/')),
    await who.get(P('queries/priority-areas/')),
    await who.get(`teams/?omitMemberList=true&member=${personId}`),
  ];
  return { tasks, latest, contributions, priority, teams };
}
/** What the page of working loads; the task that it works on. */
async function openEditor(who: OldClient) {
  const { lockedTasks, projectId, taskStatus, tasks } = {
    ...(await who.get('users/queries/tasks/locked/')),
    ...(await who.get('users/queries/tasks/locked/details/')),
  };
  return { lockedTasks, projectId, taskStatus, tasks };
}

describe('a mapper with the old client', () => {
  it('chooses from tasks whose state comes from two calls, without a team or priority areas', async () => {
    const page = await choose(as(w.mapper), w.mapper.id);
    expect(page.tasks.features.map(({ properties }: { properties: object }) => properties)).toContainEqual(
      expect.objectContaining({ taskId: 5, taskStatus: 'READY', lockedBy: null, taskIsSquare: true, taskZoom: 14 }),
    );
    expect(page.latest.activity).toHaveLength(9);
    expect([page.priority, page.teams]).toEqual([[], []]);
    const summary = await as(w.mapper).get(P('queries/summary/'));
    expect(summary).toMatchObject({
      projectId: w.p,
      changesetComment: expect.any(String),
      mappingEditors: expect.arrayContaining(['ID']),
      validationEditors: expect.any(Array),
      mappingPermission: 'ANY',
      validationPermission: 'ANY',
      enforceRandomTaskSelection: false,
      allowedUsernames: [],
      teams: [],
      licenseId: null,
      osmchaFilterId: null,
      idPresets: [],
      imagery: null,
      rapidPowerUser: false,
      projectInfo: { instructions: expect.stringContaining('<p>'), name: 'A project' },
      aoiCentroid: { type: 'Point' },
    });
  });

  it('takes a task, opens the editor with its outline, asks for more time and submits it', async () => {
    const me = as(w.mapper);
    const taken = await me.post(P('tasks/actions/lock-for-mapping/5/'));
    expect(taken).toMatchObject({ taskId: 5, taskStatus: 'LOCKED_FOR_MAPPING', lockHolder: 'mapper' });
    const [overlaid] = (await me.get(P('activities/latest/'))).activity.filter(
      ({ taskId }: { taskId: number }) => taskId === 5,
    );
    expect(overlaid).toMatchObject({ taskStatus: 'LOCKED_FOR_MAPPING', actionBy: 'mapper' });
    const page = await openEditor(me);
    expect(page).toMatchObject({ lockedTasks: [5], projectId: w.p, taskStatus: 'LOCKED_FOR_MAPPING' });
    const [task] = page.tasks;
    // The timer: until when, of a moment that the browser can read.
    const end = Date.parse(task.lastUpdated) + task.autoUnlockSeconds * 1000;
    expect(end).toBeGreaterThan(Date.now() + 3_600_000);
    expect(task.taskHistory[0]).toMatchObject({ action: 'LOCKED_FOR_MAPPING', actionBy: 'mapper', actionText: null });

    const gpx = await me.call('GET', P('tasks/queries/gpx/?tasks=5'));
    expect([gpx.status, gpx.headers.get('content-type'), gpx.body]).toEqual([
      200,
      expect.stringContaining('xml'),
      expect.stringContaining('<trkpt'),
    ]);
    // An editor on this computer reads the outlines without a session.
    const xml = await oldClient(() => w.server).call('GET', P('tasks/queries/xml/?tasks=5'));
    expect(xml.body).toMatch(/<osm[^>]*upload="never"[\s\S]*<way[\s\S]*<node/);

    await me.post(P('tasks/actions/extend/'), { taskIds: [5] });
    const extended = (await openEditor(me)).tasks[0];
    expect(Date.parse(extended.lastUpdated)).toBeGreaterThanOrEqual(Date.parse(task.lastUpdated));
    const done = await me.post(P('tasks/actions/unlock-after-mapping/5/'), {
      status: 'MAPPED',
      comment: 'Done, @[other] #managers',
    });
    expect(done).toMatchObject({ taskStatus: 'MAPPED', lockHolder: null });
    const words = done.taskHistory.map(({ action, actionText }: { action: string; actionText: string }) =>
      action === 'LOCKED_FOR_MAPPING' ? action : `${action} ${actionText}`,
    );
    expect(words).toEqual(
      expect.arrayContaining(['STATE_CHANGE MAPPED', expect.stringMatching(/^COMMENT .*Done/), 'LOCKED_FOR_MAPPING']),
    );
    const { contributions } = await choose(me, w.mapper.id);
    expect(contributions.userContributions).toEqual([
      expect.objectContaining({ username: 'mapper', mapped: 1, mappedTasks: [5], validated: 0, validatedTasks: [] }),
    ]);
  });

  it('sees no editor without a task, and is led to the task that is held', async () => {
    const me = as(w.mapper);
    expect(await me.get('users/queries/tasks/locked/')).toMatchObject({ lockedTasks: [] });
    const nothing = await me.call('GET', 'users/queries/tasks/locked/details/');
    expect(nothing.status === 404 || nothing.body.tasks.length === 0).toBe(true);
    await me.post(P('tasks/actions/lock-for-mapping/1/'));
    expect(await me.refused('POST', P('tasks/actions/lock-for-mapping/2/'))).toEqual([403, 'UserAlreadyHasTaskLocked']);
    expect(await me.get('users/queries/tasks/locked/')).toMatchObject({ lockedTasks: [1], projectId: w.p });
    const other = as(w.other);
    expect((await other.refused('POST', P('tasks/actions/lock-for-mapping/1/')))[0]).toBe(403);
    expect(await other.refused('POST', P('tasks/actions/stop-mapping/1/'), { comment: '' })).toEqual([
      403,
      'TaskNotOwned',
    ]);
  });

  it('stops with a comment or without, marks bad imagery, takes that back, and splits', async () => {
    const me = as(w.mapper);
    await me.post(P('tasks/actions/lock-for-mapping/1/'));
    expect(await me.post(P('tasks/actions/stop-mapping/1/'), { comment: '' })).toMatchObject({ taskStatus: 'READY' });
    await me.post(P('tasks/actions/lock-for-mapping/1/'));
    await me.post(P('tasks/actions/stop-mapping/1/'), { comment: 'Only the north' });
    await me.post(P('tasks/actions/lock-for-mapping/1/'));
    await me.post(P('tasks/actions/unlock-after-mapping/1/'), { status: 'BADIMAGERY', comment: '' });
    expect(await statusOf(me, 1)).toBe('BADIMAGERY');
    expect(await me.post(P('tasks/actions/undo-last-action/1/'))).toMatchObject({ taskStatus: 'READY' });

    await me.post(P('tasks/actions/lock-for-mapping/1/'));
    const { tasks } = await me.post(P('tasks/actions/split/1/'));
    expect(tasks).toHaveLength(4);
    // The number of tasks differs, so that the page loads them again.
    const features = (await me.get(P('tasks/'))).features;
    expect(features).toHaveLength((await me.get(P('activities/latest/'))).activity.length);
    expect(features).toHaveLength(12);
    const fresh = tasks.find(({ taskStatus }: { taskStatus: string }) => taskStatus === 'READY') ?? tasks[0];
    expect((await me.get(P(`tasks/${fresh.taskId}/`))).taskHistory.length).toBeGreaterThan(0);
  });

  it('is shown a licence, accepts it and takes the task then', async () => {
    const { prisma } = w.server.database;
    const license = await prisma.license.create({
      data: { name: `Imagery ${w.p}`, description: 'For mapping.', plainText: 'Only here.' },
    });
    await prisma.project.update({ where: { id: w.p }, data: { licenseId: license.id } });
    const me = as(w.mapper);
    const { licenseId } = await me.get(P('queries/summary/'));
    expect(await me.refused('POST', P('tasks/actions/lock-for-mapping/1/'))).toEqual([409, 'UserLicenseError']);
    expect(await me.get(`licenses/${licenseId}/`)).toMatchObject({
      licenseId,
      name: license.name,
      description: expect.any(String),
      plainText: expect.any(String),
    });
    await me.post(`licenses/${licenseId}/actions/accept-for-me/`);
    await me.post(P('tasks/actions/lock-for-mapping/1/'));
  });

  it('cannot work when blocked, or on a project that is a draft', async () => {
    expect((await as(w.blocked).refused('POST', P('tasks/actions/lock-for-mapping/1/')))[0]).toBe(403);
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { status: 'DRAFT' } });
    expect(await as(w.mapper).refused('POST', P('tasks/actions/lock-for-mapping/1/'))).toEqual([
      403,
      'ProjectNotPublished',
    ]);
  });

  it('finds the own work: tasks by filter, projects touched, the figures of the profile', async () => {
    const me = as(w.mapper);
    await w.map(3, w.mapper);
    await w.map(4, w.mapper);
    await w.validate(4, 'INVALIDATED', 'Missing roofs');
    const mine = await me.get(
      `users/${w.mapper.id}/tasks/?status=MAPPED&project_id=${w.p}&project_status=PUBLISHED&sort_by=-action_date&page=1&min_action_date=2020-01-01&max_action_date=2099-01-01`,
    );
    expect(mine.pagination).toMatchObject({ page: 1, total: mine.tasks.length });
    expect(mine.tasks[0]).toMatchObject({ projectId: w.p, taskId: expect.any(Number), taskStatus: expect.any(String) });
    const archived = await me.get(`users/${w.mapper.id}/tasks/?project_status=ARCHIVED&project_id=${w.p}`);
    expect(archived.tasks).toEqual([]);
    const { mappedProjects } = await me.get('projects/queries/mapper/touched/');
    expect(mappedProjects).toContainEqual(
      expect.objectContaining({ projectId: w.p, name: 'A project', tasksMapped: expect.any(Number) }),
    );
    expect((await me.get('projects/?mappedByMe=true')).results).toContainEqual(
      expect.objectContaining({ projectId: w.p }),
    );
    const statistics = await me.get('users/mapper/statistics/');
    expect(statistics).toMatchObject({
      tasksMapped: expect.any(Number),
      tasksInvalidatedByOthers: expect.any(Number),
      projectsMapped: expect.any(Number),
      countriesContributed: { total: expect.any(Number), countries: expect.any(Array) },
      contributionsByDay: expect.any(Array),
      timeSpentMapping: expect.any(Number),
    });
    expect((await me.get(`users/${w.mapper.id}/statistics/interests/`)).rates).toEqual([]);
    expect(statistics.contributionsByDay[0]).toMatchObject({ date: expect.any(String), count: expect.any(Number) });
  });
});

describe('a validator with the old client', () => {
  const taskIds = [1, 2, 3, 4];

  it('takes several tasks, judges each, and finds the rest in the list', async () => {
    const me = as(w.validator);
    for (const n of taskIds) await w.map(n, w.mapper);
    const { tasks } = await me.post(P('tasks/actions/lock-for-validation/'), { taskIds });
    expect(tasks.map(({ taskId, taskStatus }: { taskId: number; taskStatus: string }) => [taskId, taskStatus])).toEqual(
      taskIds.map((n) => [n, 'LOCKED_FOR_VALIDATION']),
    );
    const page = await openEditor(me);
    expect(page.tasks.map(({ taskId }: { taskId: number }) => taskId).sort()).toEqual(taskIds);
    await me.post(P('tasks/actions/extend/'), { taskIds });
    const { body } = await me.call('GET', P('tasks/queries/gpx/?tasks=1,2,3,4'));
    expect(body.match(/<trkseg/g)).toHaveLength(4);
    const judged = await me.post(P('tasks/actions/unlock-after-validation/'), {
      validatedTasks: [
        { taskId: 1, status: 'VALIDATED', comment: 'Well done' },
        { taskId: 2, status: 'VALIDATED', comment: '' },
        { taskId: 3, status: 'INVALIDATED', comment: 'Roads are missing' },
        { taskId: 4, status: 'INVALIDATED', comment: '' },
      ],
    });
    expect(judged.tasks.map(({ taskStatus }: { taskStatus: string }) => taskStatus)).toEqual([
      'VALIDATED',
      'VALIDATED',
      'INVALIDATED',
      'INVALIDATED',
    ]);
    expect(await me.post(P('tasks/actions/undo-last-action/2/'))).toMatchObject({ taskStatus: 'MAPPED' });
    const { userContributions } = await me.get(P('contributions/'));
    expect(userContributions).toContainEqual(
      expect.objectContaining({ username: 'validator', validated: 1, validatedTasks: [1] }),
    );
    // The mapper reads of it under the bell.
    const mapper = as(w.mapper);
    const { userMessages } = await mapper.get(`notifications/?messageType=8,4,5&project=${w.p}&pageSize=10&page=1`);
    expect(userMessages.map(({ messageType }: { messageType: string }) => messageType)).toEqual(
      expect.arrayContaining(['VALIDATION_NOTIFICATION', 'INVALIDATION_NOTIFICATION']),
    );
    expect((await mapper.get(P('tasks/3/'))).taskHistory).toContainEqual(
      expect.objectContaining({ action: 'STATE_CHANGE', actionText: 'INVALIDATED', actionBy: 'validator' }),
    );
  });

  it('stops without a verdict', async () => {
    const me = as(w.validator);
    await w.map(1, w.mapper);
    await me.post(P('tasks/actions/lock-for-validation/'), { taskIds: [1] });
    const { tasks } = await me.post(P('tasks/actions/stop-validation/'), { resetTasks: [{ taskId: 1, comment: '' }] });
    expect(tasks[0]).toMatchObject({ taskId: 1, taskStatus: 'MAPPED', lockHolder: null });
  });

  it('reads why a task cannot be taken', async () => {
    const me = as(w.validator);
    const lock = (...numbers: number[]) =>
      me.refused('POST', P('tasks/actions/lock-for-validation/'), { taskIds: numbers });
    await w.map(1, w.validator);
    expect(await lock(1)).toEqual([403, 'CannotValidateMappedTask']);
    expect((await lock(2))[0]).toBe(403);
    const beginner = await as(w.mapper).refused('POST', P('tasks/actions/lock-for-validation/'), { taskIds: [1] });
    expect(beginner[0]).toBe(403);
  });
});

describe('talk about a project with the old client', () => {
  it('goes on under the project and on its tasks, with names that are found while one writes', async () => {
    const me = as(w.mapper);
    const { users, usernames } = await me.get(`users/queries/filter/oth/?projectId=${w.p}&page=1`);
    expect(users ?? usernames).toEqual(expect.anything());
    expect(usernames).toContain('other');
    for (let n = 1; n <= 6; n++) await me.post(P('comments/'), { message: `Hello @[other], **${n}**` });
    const first = await oldClient(() => w.server).get(P('comments/?perPage=5&page=1'));
    expect(first.chat).toHaveLength(5);
    expect(first.chat[0]).toMatchObject({
      id: expect.any(Number),
      username: 'mapper',
      pictureUrl: null,
      timestamp: expect.any(String),
      message: expect.stringContaining('<strong>6</strong>'),
    });
    expect(Number.isNaN(Date.parse(first.chat[0].timestamp))).toBe(false);
    expect(first.pagination).toMatchObject({ pages: 2, total: 6, hasNext: true });
    await me.delete(P(`comments/${first.chat[0].id}/`));
    expect((await as(w.other).refused('DELETE', P(`comments/${first.chat[1].id}/`)))[1]).toBe('DeletePermissionError');
    await as(w.admin).delete(P(`comments/${first.chat[1].id}/`));
    expect((await me.get(P('comments/?perPage=5&page=1'))).chat).toHaveLength(4);

    const task = await me.post(P('comments/tasks/7/'), { comment: 'Is this a road, @[other]?' });
    expect(task.taskHistory[0]).toMatchObject({ action: 'COMMENT', actionBy: 'mapper' });
    expect(task.taskHistory[0].actionText).toContain('Is this a road');
    const { newMessages, unread } = await as(w.other).get('notifications/queries/own/count-unread/');
    expect([newMessages, unread > 0]).toEqual([true, true]);
  });

  it('keeps favourites', async () => {
    const me = as(w.other);
    expect(await me.get(P('favorite/'))).toEqual({ favorited: false });
    await me.post(P('favorite/'));
    expect(await me.get(P('favorite/'))).toEqual({ favorited: true });
    expect((await me.get('projects/?favoritedByMe=true')).results).toMatchObject([{ projectId: w.p }]);
    await me.delete(P('favorite/'));
    expect(await me.get(P('favorite/'))).toEqual({ favorited: false });
  });
});
