import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('comments on tasks', () => {
  const w = tasksOfAProject();

  it('are kept in the history, read on their own, and told to those who watch', async () => {
    await w.map(1, w.mapper, 'MAPPED', 'with the result');
    const cursor = (await w.project('taskStates { cursor }')).taskStates.cursor;
    expect(await w.act('comment', { n: 1, comment: '  Is the school there?  ' }, w.other)).toMatchObject({
      task: { number: 1, status: 'MAPPED' },
    });
    const { task } = await w.project(
      'task(number: 1) { lastChangedBy { username } comments(first: 1) { totalCount pageInfo { endCursor hasNextPage } nodes { kind comment person { username } } } }',
    );
    expect(task).toMatchObject({
      lastChangedBy: { username: 'mapper' },
      comments: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        nodes: [{ kind: 'COMMENT', comment: 'Is the school there?', person: { username: 'other' } }],
      },
    });
    const next = await w.project(
      `task(number: 1) { comments(after: "${task.comments.pageInfo.endCursor}") { nodes { comment } } }`,
    );
    expect(next.task.comments.nodes).toEqual([{ comment: 'with the result' }]);
    const { rows } = await w.server.database.pool.query(
      'select kind, number, status from project_event where project_id = $1 and position > $2',
      [w.p, Number(cursor)],
    );
    expect(rows).toEqual([{ kind: 'COMMENTED', number: 1, status: 'MAPPED' }]);
  });

  it('do not disturb who works on the task', async () => {
    const { task } = await w.act('lock', { n: 2 }, w.mapper);
    await w.act('comment', { n: 2, comment: 'Hello' }, w.other);
    expect(await w.act('submit', { n: 2, version: task.lock.version, status: 'MAPPED' }, w.mapper)).toMatchObject({
      task: { status: 'MAPPED' },
    });
    expect((await w.history(2)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'STATE_CHANGE',
      'COMMENT',
      'LOCKED_FOR_MAPPING',
    ]);
  });

  it('are refused when there is nothing in them, or nothing they are about', async () => {
    for (const comment of ['', '  \n', 'x'.repeat(10_001), 'a\0b'])
      expect(await w.act('comment', { n: 1, comment }, w.mapper)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await w.act('comment', { n: 77, comment: 'x' }, w.mapper)).toMatchObject({ code: 'TASK_NOT_FOUND' });
    expect(await w.act('comment', { p: 0, n: 1, comment: 'x' }, w.mapper)).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
  });

  it('are for everybody who may see the project and is not blocked, and viewerCanComment says so', async () => {
    const can = async (who?: typeof w.mapper) =>
      (await w.project('task(number: 1) { viewerCanComment { allowed reason } }', who)).task.viewerCanComment;
    for (const who of [w.mapper, w.validator, w.admin]) {
      expect(await can(who)).toEqual({ allowed: true, reason: null });
      expect((await w.act('comment', { n: 1, comment: 'x' }, who)).__typename).toBe('CommentOnTaskPayload');
    }
    expect(await can()).toEqual({ allowed: false, reason: 'NOT_SIGNED_IN' });
    expect(await w.act('comment', { n: 1, comment: 'x' })).toMatchObject({ __typename: 'NotSignedIn' });
    expect(await can(w.blocked)).toEqual({ allowed: false, reason: 'USER_BLOCKED' });
    expect(await w.act('comment', { n: 1, comment: 'x' }, w.blocked)).toMatchObject({ reason: 'USER_BLOCKED' });
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { private: true } });
    expect(await w.act('comment', { n: 1, comment: 'x' }, w.other)).toMatchObject({ code: 'PROJECT_NOT_FOUND' });
  });
});
