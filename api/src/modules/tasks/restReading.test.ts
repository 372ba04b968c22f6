import { describe, expect, it } from 'vitest';
import type { Person } from '../../../test/tasksOf.js';
import { LASTED, said, tasksOverV2 } from '../../../test/tasksOverV2.js';

describe('reading tasks over REST v2', () => {
  const w = tasksOverV2();
  const { call, post, task, entries, mapOverV2: map, consistent } = w;

  it('shows a task without login, newest entry first, with its instructions filled in', async () => {
    await w.server.database.prisma.projectText.updateMany({
      where: { projectId: w.p },
      data: { perTaskInstructions: 'Tile **{x}**/{y} at {z}' },
    });
    expect(await task(1)).toEqual({
      taskId: 1,
      projectId: w.p,
      taskStatus: 'READY',
      lockHolder: null,
      taskHistory: [],
      taskAnnotation: [],
      perTaskInstructions: '<p>Tile <strong>8192</strong>/8192 at 14</p>',
      autoUnlockSeconds: 7200,
      lastUpdated: null,
      numberOfComments: null,
    });
    await post('lock-for-mapping/1', w.mapper);
    await post('stop-mapping/1', w.mapper, { comment: 'Clouds <script>x</script> **here**' });
    await post('lock-for-mapping/1', w.other);
    expect(await task(1)).toMatchObject({ taskStatus: 'LOCKED_FOR_MAPPING', lockHolder: 'other' });
    expect(await entries(1)).toEqual([
      ['LOCKED_FOR_MAPPING', null, 'other'],
      ['COMMENT', 'Clouds &lt;script&gt;x&lt;/script&gt; **here**', 'mapper'],
      ['LOCKED_FOR_MAPPING', LASTED, 'mapper'],
    ]);
    expect((await task(1)).lastUpdated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  it('has no task that there is not, and none of a project that is not to be read', async () => {
    expect((await call(`/projects/${w.p}/tasks/99/`)).body.error).toMatchObject({
      sub_code: 'TASK_NOT_FOUND',
      details: { project_id: w.p, task_id: 99 },
    });
    expect(said(await call(`/projects/999999/tasks/1/`))).toEqual([404, 'TASK_NOT_FOUND']);
    expect((await call(`/projects/${w.p}/tasks/x/`)).status).toBe(422);
    const paths = ['1/', '', 'queries/xml/', 'queries/gpx/', 'queries/mapped/'];
    await w.server.database.prisma.project.update({ where: { id: w.p }, data: { status: 'DRAFT' } });
    for (const path of paths) {
      expect(said(await call(`/projects/${w.p}/tasks/${path}`)), path).toEqual([403, 'PrivateProject']);
      expect(said(await call(`/projects/${w.p}/tasks/${path}`, w.mapper)), path).toEqual([403, 'ProjectNotFetched']);
      expect((await call(`/projects/${w.p}/tasks/${path}`, w.admin)).status, path).toBe(200);
    }
    await w.server.database.prisma.project.update({
      where: { id: w.p },
      data: { status: 'PUBLISHED', private: true },
    });
    for (const path of paths)
      expect(said(await call(`/projects/${w.p}/tasks/${path}`, w.mapper)), path).toEqual([403, 'PrivateProject']);
    for (const path of paths.slice(1))
      expect(said(await call(`/projects/999999/tasks/${path}`, w.mapper)), path).toEqual([404, 'PROJECT_NOT_FOUND']);
  });

  it('gives tasks as GeoJSON with an ETag that changes with them', async () => {
    const all = await call(`/projects/${w.p}/tasks/`);
    expect(all.body.features).toHaveLength(9);
    expect(all.body.features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'MultiPolygon' },
      properties: {
        ...{ taskId: 1, taskX: 8192, taskY: 8192, taskZoom: 14, taskIsSquare: true, taskStatus: 'READY' },
        ...{ lockedBy: null, mappedBy: null, validatedBy: null },
      },
    });
    const headers = { 'if-none-match': all.headers.get('etag')! };
    expect((await call(`/projects/${w.p}/tasks/`, undefined, { headers })).status).toBe(304);
    await map(2);
    await post('lock-for-mapping/1', w.mapper);
    const some = await call(`/projects/${w.p}/tasks/?tasks=2,1,99`, undefined, { headers });
    expect(some.body.features.map(({ properties }: { properties: object }) => properties)).toMatchObject([
      { taskId: 1, taskStatus: 'LOCKED_FOR_MAPPING', lockedBy: w.mapper.id },
      { taskId: 2, taskStatus: 'MAPPED', mappedBy: w.mapper.id },
    ]);
    expect((await call(`/projects/${w.p}/tasks/?tasks=99`)).body.features).toEqual([]);
    expect((await call(`/projects/${w.p}/tasks/?tasks=`)).body.features).toHaveLength(9);
    expect(said(await call(`/projects/${w.p}/tasks/?tasks=a`))).toEqual([400, 'InvalidData']);
    expect((await call(`/projects/${w.p}/tasks/?as_file=maybe`)).status).toBe(422);
    const { headers: file } = await call(`/projects/${w.p}/tasks/?as_file=true`);
    expect(file.get('content-type')).toBe('application/geo+json');
    expect(file.get('content-disposition')).toBe(`attachment; filename="${w.p}-tasks.geojson"`);
  });

  it('never gives tasks as they were before what happened to them', async () => {
    const kept = async () => {
      const { body } = await call(`/projects/${w.p}/tasks/`);
      expect((await call(`/projects/${w.p}/`)).body.tasks).toEqual(body);
      // Those that are asked for by their numbers are not kept.
      const numbers = body.features.map((feature: { properties: { taskId: number } }) => feature.properties.taskId);
      expect((await call(`/projects/${w.p}/tasks/?tasks=${numbers.join()},${Math.max(...numbers) + 1}`)).body).toEqual(
        body,
      );
    };
    const path = (action: string) => `/projects/${w.p}/tasks/actions/${action}/`;
    await kept();
    await post('lock-for-mapping/5', w.mapper);
    await kept();
    await post('stop-mapping/5', w.mapper, {});
    await kept();
    await map(5);
    await kept();
    await call(path('undo-last-action/5'), w.admin, { method: 'POST' });
    await kept();
    await post('lock-for-mapping/6', w.mapper);
    await kept();
    await post('split/6', w.mapper);
    await kept();
    await post('lock-for-mapping/7', w.mapper);
    await kept();
    // It runs out: nothing is written, and yet it is free.
    await w.server.database.pool.query(
      `update task set lock_since = now() - interval '2 hours', lock_expires_at = now() where project_id = $1 and number = 7`,
      [w.p],
    );
    await kept();
    await post('lock-for-mapping/8', w.other);
    await kept();
  });

  it('gives tasks as XML that editors load by themselves', async () => {
    const xml = async (query = '') => String((await call(`/projects/${w.p}/tasks/queries/xml/${query}`)).body);
    expect(await xml('?tasks=2')).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<osm version="0.6" upload="never" creator="HOT Tasking Manager">\n<way id="-2" action="modify" visible="true">(<nd ref="-[1-5]"\/>){5}<\/way>(<node action="modify" visible="true" id="-[1-5]" lon="[\d.]+" lat="[\d.]+"\/>){5}\n<\/osm>\n$/,
    );
    expect((await xml()).match(/<way /g)).toHaveLength(9);
    expect((await xml('?tasks=1,99')).match(/<way /g)).toHaveLength(1);
    const gpx = await call(`/projects/${w.p}/tasks/queries/gpx/?tasks=1,2&as_file=true`);
    expect(gpx.body.match(/<trkseg>(<trkpt [^>]+>){5}<\/trkseg>/g)).toHaveLength(2);
    expect(gpx.body.match(/<wpt /g)).toHaveLength(10);
    expect(gpx.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(gpx.headers.get('content-disposition')).toBe(`attachment; filename="HOT-project-${w.p}.gpx"`);
    for (const format of ['xml', 'gpx']) {
      const { headers } = await call(`/projects/${w.p}/tasks/queries/${format}/`);
      const again = () =>
        call(`/projects/${w.p}/tasks/queries/${format}/`, undefined, {
          headers: { 'if-none-match': headers.get('etag')! },
        });
      expect((await again()).status).toBe(304);
      await post('lock-for-mapping/1', w.mapper);
      expect((await again()).status).toBe(200);
      await post('stop-mapping/1', w.mapper, {});
      const none = await call(`/projects/${w.p}/tasks/queries/${format}/?tasks=98,99`);
      expect(none.body.error).toMatchObject({
        sub_code: 'TASKS_NOT_FOUND',
        details: { project_id: w.p, task_ids: [98, 99] },
      });
      expect(said(await call(`/projects/${w.p}/tasks/queries/${format}/?tasks=a`))).toEqual([400, 'InvalidData']);
    }
  });

  it('lists what waits for validation by its mappers', async () => {
    const mapped = () => call(`/projects/${w.p}/tasks/queries/mapped/`);
    expect((await mapped()).body).toEqual({ mappedTasks: [] });
    for (const n of [1, 2]) await map(n);
    await map(3, w.other);
    await post('lock-for-validation', w.validator, { taskIds: [2] });
    expect((await mapped()).body.mappedTasks).toMatchObject([
      { username: 'mapper', mappedTaskCount: 1, tasksMapped: [1], mappingLevel: 'BEGINNER' },
      { username: 'other', mappedTaskCount: 1, tasksMapped: [3] },
    ]);
  });

  it('deletes tasks for administrators, all that were named or none', async () => {
    const remove = (tasks: unknown, who: Person | undefined = w.admin) =>
      call(`/projects/${w.p}/tasks/`, who, { method: 'DELETE', body: { tasks } });
    await map(1);
    await post('lock-for-mapping/2', w.mapper);
    expect(said(await remove([1], w.mapper))).toEqual([403, 'OnlyAdminAccess']);
    expect(said(await remove('1'))).toEqual([400, 'InvalidData']);
    expect((await remove([1, 98, 99])).body.error).toMatchObject({
      sub_code: 'TASK_NOT_FOUND',
      details: { project_id: w.p, tasks: [98, 99] },
    });
    expect((await remove([1, 2])).body).toEqual({ Success: expect.any(String) });
    expect((await call(`/projects/${w.p}/tasks/`)).body.features).toHaveLength(7);
    expect(said(await call(`/projects/${w.p}/tasks/1/`))).toEqual([404, 'TASK_NOT_FOUND']);
    await post('lock-for-mapping/4', w.mapper);
    const parts = (await post('split/4', w.mapper)).body.tasks.map((each: { taskId: number }) => each.taskId);
    expect((await remove([parts[0]])).status).toBe(200);
    await consistent();
    expect(said(await remove([3, 5, 6, 7, 8, 9, ...parts.slice(1)]))).toEqual([400, 'InvalidData']);
    const unknown = await call('/projects/999999/tasks/', w.admin, { method: 'DELETE', body: { tasks: [1] } });
    expect(said(unknown)).toEqual([404, 'PROJECT_NOT_FOUND']);
  });

  it('tells managers which tiles lie in an area', async () => {
    const box = (west: number, east: number) => ({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, 0],
            [east, 0],
            [east, 0.02],
            [west, 0.02],
            [west, 0],
          ],
        ],
      ],
    });
    const feature = (geometry: object, x: number) => ({
      type: 'Feature',
      geometry,
      properties: { x, y: 1, zoom: 14, isSquare: true },
    });
    const body = {
      areaOfInterest: { type: 'FeatureCollection', features: [feature(box(0, 0.03), 0)] },
      grid: { type: 'FeatureCollection', features: [0, 1, 2].map((n) => feature(box(n / 50, (n + 1) / 50), n)) },
      clipToAoi: true,
    };
    const ask = (project: number, who: Person | undefined, sent: unknown = body) =>
      call(`/projects/${project}/tasks/queries/aoi/`, who, { method: 'PUT', body: sent });
    const { body: tiles } = await ask(w.p, w.admin);
    expect(tiles.features.map(({ properties }: { properties: object }) => properties)).toMatchObject([
      { x: 0, isSquare: true },
      { x: 1, isSquare: false },
    ]);
    expect((await ask(w.p, undefined)).status).toBe(403);
    expect(said(await ask(w.p, w.mapper))).toEqual([403, 'UserPermissionError']);
    expect(said(await ask(999999, w.admin))).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect((await ask(w.p, w.admin, { ...body, grid: undefined })).status).toBe(422);
    const empty = { ...body, areaOfInterest: { type: 'FeatureCollection', features: [] } };
    expect(said(await ask(w.p, w.admin, empty))).toEqual([400, 'MustHaveFeatures']);
  });
});
