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

  it('are listed for the whole project, of one type or all, page by page', async () => {
    const annotate = (type: string, ...numbers: number[]) =>
      w.act('annotate', { type, annotations: numbers.map((taskNumber) => ({ taskNumber })) }, w.admin);
    await annotate('buildings', 2, 1);
    await annotate('roads', 3);
    const page = async (args: string) =>
      (
        await w.project(
          `annotations${args} { totalCount pageInfo { hasNextPage endCursor } nodes { taskNumber type } }`,
        )
      ).annotations;
    const all = await page('');
    expect(all.totalCount).toBe(3);
    expect(all.nodes).toEqual(
      expect.arrayContaining([
        { taskNumber: 1, type: 'buildings' },
        { taskNumber: 2, type: 'buildings' },
        { taskNumber: 3, type: 'roads' },
      ]),
    );
    const first = await page('(first: 2)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await page(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await page('(type: "roads")')).toMatchObject({ totalCount: 1, nodes: [{ taskNumber: 3 }] });
    expect((await page('(type: "none")')).totalCount).toBe(0);
    const { errors } = await w.server.ask(
      `{ project(id: ${w.p}) { annotations(after: "x") { totalCount nodes { type } } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
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
