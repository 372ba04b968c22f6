import { describe, expect, it } from 'vitest';
import { statement } from '../../database/database.js';
import { tasksOfAProject } from '../../../test/tasksOf.js';

const INCONSISTENCIES = statement(import.meta.url, 'sql/inconsistencies');

describe('splits', () => {
  const w = tasksOfAProject();
  const sound = async () => expect(await w.server.database.query(INCONSISTENCIES, [[w.p]])).toEqual([]);
  const split = async (n = 1) => {
    await w.act('lock', { n }, w.mapper);
    const { tasks } = await w.act('split', { n }, w.mapper);
    return tasks.map(({ number }: { number: number }) => number) as number[];
  };

  it('can be undone: the task is what it was, with its history, and live followers hear of it', async () => {
    await w.map(1, w.mapper);
    await w.validate(1, 'INVALIDATED', 'roofs are missing');
    const { gridVersion } = await w.project('gridVersion');
    const parts = await split();
    expect((await w.project(`task(number: ${parts[0]}) { isPart status }`)).task).toEqual({
      isPart: true,
      status: 'READY',
    });
    expect(await w.act('undoSplit', { n: parts[2] }, w.mapper)).toMatchObject({
      task: { number: 1, status: 'INVALIDATED' },
      project: { gridVersion: gridVersion + 2, figures: { totalTasks: 9 } },
    });
    expect((await w.project('task(number: 1) { validatorRequest }')).task.validatorRequest).toBe('roofs are missing');
    expect((await w.history(1)).slice(0, 3)).toMatchObject([
      { kind: 'STATE_CHANGE', status: 'INVALIDATED', undo: true },
      { kind: 'STATE_CHANGE', status: 'SPLIT' },
      { kind: 'LOCKED_FOR_MAPPING' },
    ]);
    const { rows } = await w.server.database.pool.query(
      'select kind from project_event where project_id = $1 order by position desc limit 5',
      [w.p],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['REJOINED', 'REMOVED', 'REMOVED', 'REMOVED', 'REMOVED']);
    expect(await w.act('lock', { n: parts[0] }, w.mapper)).toMatchObject({ code: 'TASK_NOT_FOUND' });
    await sound();
    expect(await w.act('undo', { n: 1 }, w.validator)).toMatchObject({ task: { status: 'MAPPED' } });
    await w.validate(1, 'INVALIDATED');
    expect(await split()).toEqual([14, 15, 16, 17]);
    await sound();
  });

  it('stay while somebody works on a part, and when work was done unless a manager gives it up', async () => {
    const [first, second] = await split();
    await w.act('lock', { n: second }, w.other);
    expect(await w.act('undoSplit', { n: first }, w.mapper)).toMatchObject({ __typename: 'TaskAlreadyLocked' });
    await w.act('stop', { n: second }, w.other);
    await w.map(second!, w.other);
    expect(await w.act('undoSplit', { n: first }, w.mapper)).toMatchObject({
      __typename: 'PartChanged',
      taskNumber: second,
    });
    expect(await w.act('undoSplit', { n: first, discard: true }, w.mapper)).toMatchObject({ reason: 'NOT_MANAGER' });
    expect(await w.act('undoSplit', { n: first, discard: true }, w.admin)).toMatchObject({
      task: { number: 1, status: 'READY' },
    });
    expect((await w.project('figures { mapped ready }')).figures).toEqual({ mapped: 0, ready: 9 });
    await sound();
  });

  it('are undone from the innermost outwards', async () => {
    const [first, second] = await split();
    const [inner] = await split(first);
    expect(await w.act('undoSplit', { n: second }, w.mapper)).toMatchObject({
      __typename: 'PartChanged',
      taskNumber: first,
    });
    expect(await w.act('undoSplit', { n: inner }, w.mapper)).toMatchObject({ task: { number: first } });
    await sound();
    expect((await w.act('undoSplit', { n: second }, w.mapper)).__typename).toBe('PartChanged');
    expect(await w.act('undoSplit', { n: second, discard: true }, w.admin)).toMatchObject({ task: { number: 1 } });
    await sound();
  });

  it('are undone by who made them and by validators, and only where there was one', async () => {
    const [first] = await split();
    expect(await w.act('undoSplit', { n: first })).toMatchObject({ __typename: 'NotSignedIn' });
    expect(await w.act('undoSplit', { n: first }, w.other)).toMatchObject({ reason: 'NOT_AUTHOR' });
    expect(await w.act('undoSplit', { n: first }, w.blocked)).toMatchObject({ reason: 'USER_BLOCKED' });
    expect(await w.act('undoSplit', { n: 2 }, w.mapper)).toMatchObject({ code: 'NOT_FROM_SPLIT' });
    expect(await w.act('undoSplit', { n: 77 }, w.mapper)).toMatchObject({ code: 'TASK_NOT_FOUND' });
    expect((await w.act('undoSplit', { n: first }, w.validator)).__typename).toBe('UndoSplitPayload');
  });

  it('can be made by a validator, whose parts keep the status and the mapper, as nobody’s new work', async () => {
    await w.map(1, w.mapper);
    await w.act('lockMany', { n: [1, 1] }, w.validator);
    const can = 'task(number: 1) { viewerCanSplit { allowed } }';
    expect((await w.project(can, w.validator)).task.viewerCanSplit).toEqual({ allowed: true });
    expect((await w.project(can, w.other)).task.viewerCanSplit).toEqual({ allowed: false });
    const { tasks } = await w.act('split', { n: 1 }, w.validator);
    expect(tasks).toMatchObject([
      { status: 'MAPPED' },
      { status: 'MAPPED' },
      { status: 'MAPPED' },
      { status: 'MAPPED' },
    ]);
    expect((await w.project('figures { totalTasks mapped }')).figures).toEqual({ totalTasks: 12, mapped: 4 });
    await sound();
    const n = tasks[1].number;
    expect(await w.validate(n, 'INVALIDATED')).toMatchObject({ tasks: [{ status: 'INVALIDATED' }] });
    await sound();
    expect(await w.act('undo', { n }, w.validator)).toMatchObject({
      task: { status: 'MAPPED', mappedBy: { username: 'mapper' } },
    });
    expect(await w.act('undoSplit', { n, discard: true }, w.admin)).toMatchObject({
      task: { number: 1, status: 'MAPPED', mappedBy: { username: 'mapper' } },
    });
    await sound();
  });
});
