import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

describe('annotations of tasks', () => {
  const w = tasksOfAProject();
  const read = async () =>
    (await w.project('task(number: 1) { annotations { type source markdown properties } }')).task.annotations;

  it('are written by managers, replaced by type, and read by everybody', async () => {
    const written = { source: 'model 7', markdown: '**many** huts', properties: { huts: 12, sure: true } };
    const note = { taskNumber: 1, ...written };
    expect(
      (await w.act('annotate', { type: 'buildings', annotations: [note, { taskNumber: 2 }] }, w.admin)).tasks,
    ).toMatchObject([{ number: 1 }, { number: 2 }]);
    await w.act('annotate', { type: 'roads', annotations: [{ taskNumber: 1 }] }, w.admin);
    expect(await read()).toEqual([
      { type: 'buildings', ...written },
      { type: 'roads', source: null, markdown: null, properties: {} },
    ]);
    await w.act('annotate', { type: 'buildings', annotations: [{ taskNumber: 1, source: 'by hand' }] }, w.admin);
    expect((await read())[0]).toEqual({ type: 'buildings', source: 'by hand', markdown: null, properties: {} });
    expect((await w.project('task(number: 1) { annotations(type: "roads") { type } }')).task.annotations).toHaveLength(
      1,
    );
  });

  it('are refused as a whole when one of them is wrong', async () => {
    const annotate = (annotations: object[], type = 'x', who = w.admin) =>
      w.act('annotate', { type, annotations }, who);
    expect(await annotate([{ taskNumber: 1 }, { taskNumber: 77 }])).toMatchObject({ code: 'TASK_NOT_FOUND' });
    for (const annotations of [
      [],
      [{ taskNumber: 1 }, { taskNumber: 1 }],
      [{ taskNumber: 1, markdown: 'x'.repeat(10_001) }],
      [{ taskNumber: 1, properties: [1] }],
      [{ taskNumber: 1, properties: { a: '\0' } }],
      [{ taskNumber: 1, properties: { a: 'x'.repeat(20_001) } }],
    ])
      expect(await annotate(annotations)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await annotate([{ taskNumber: 1 }], ' ')).toMatchObject({ __typename: 'InvalidInput' });
    expect(await annotate([{ taskNumber: 1 }], 'x', w.mapper)).toMatchObject({ reason: 'NOT_MANAGER' });
    expect(await annotate([{ taskNumber: 1 }], 'x', w.blocked)).toMatchObject({ reason: 'USER_BLOCKED' });
    expect(await w.act('annotate', { type: 'x', annotations: [{ taskNumber: 1 }] })).toMatchObject({
      __typename: 'NotSignedIn',
    });
    expect(await read()).toEqual([]);
  });
});
