import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('the activity of a project', () => {
  const w = tasksOfAProject();
  const read = async (filter: object | null = null, first = 100) =>
    (
      await w.server.get(
        `query ($p: ID!, $filter: ActivityFilter, $first: Int) { project(id: $p) { activity(filter: $filter, first: $first) {
          totalCount pageInfo { hasNextPage endCursor } nodes { kind status taskNumber person { osmId } } } } }`,
        { p: w.p, filter, first },
      )
    ).project.activity;
  const kinds = async (filter: object | null = null) => {
    const { totalCount, nodes } = await read(filter);
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ kind, taskNumber }: { kind: string; taskNumber: number }) => `${kind} ${taskNumber}`);
  };

  it('is all that happened but comments, or what a filter asks for, counted the same', async () => {
    await w.map(1, w.mapper, 'MAPPED', 'Done.');
    await w.map(2, w.other, 'BADIMAGERY');
    await w.act('lock', { n: 3 }, w.mapper);
    expect(await kinds()).toEqual([
      'LOCKED_FOR_MAPPING 3', // still in force
      'STATE_CHANGE 2',
      'LOCKED_FOR_MAPPING 2',
      'STATE_CHANGE 1',
      'LOCKED_FOR_MAPPING 1',
    ]);
    expect(await kinds({ kinds: ['STATE_CHANGE', 'COMMENT'], taskNumber: 1 })).toEqual(
      expect.arrayContaining(['STATE_CHANGE 1', 'COMMENT 1']),
    );
    expect(await kinds({ personId: String(w.other.id) })).toEqual(['STATE_CHANGE 2', 'LOCKED_FOR_MAPPING 2']);
    expect(await kinds({ personId: '999999' })).toEqual([]);
    expect(await kinds({ kinds: [] })).toEqual([]);
    expect(await kinds({ taskNumber: 3 })).toEqual(['LOCKED_FOR_MAPPING 3']);
  });

  it('is of a time: from a moment on, and before one', async () => {
    await w.map(1, w.mapper);
    await w.server.database.pool.query(`update task_history set at = '2026-01-01' where project_id = $1`, [w.p]);
    await w.map(2, w.mapper);
    expect(await kinds({ from: '2026-01-01T00:00:00Z' })).toHaveLength(4);
    expect(await kinds({ from: '2026-01-02T00:00:00Z' })).toEqual(['STATE_CHANGE 2', 'LOCKED_FOR_MAPPING 2']);
    expect(await kinds({ to: '2026-01-02T00:00:00Z' })).toEqual(['STATE_CHANGE 1', 'LOCKED_FOR_MAPPING 1']);
    expect(await kinds({ to: '2026-01-01T00:00:00Z' })).toEqual([]);
    expect(await kinds({ from: '0001-01-01T00:00:00+14:00', to: '9999-12-31T23:59:59-12:00' })).toHaveLength(4);
    const { pageInfo, totalCount } = await read({ kinds: ['STATE_CHANGE'] }, 1);
    expect([pageInfo.hasNextPage, totalCount]).toEqual([true, 2]);
  });
});
