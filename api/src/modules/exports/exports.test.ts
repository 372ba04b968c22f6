import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import osmtogeojson from 'osmtogeojson';
import { beforeEach, describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../../test/tasksOf.js';

interface Feature {
  id: number;
  geometry: { type: string; coordinates: number[][][][] };
  properties: Record<string, unknown>;
}

/** Names that break what is careless: formulas, markup, right to left, beyond the basic plane. */
const NAMES = {
  formula: '=HYPERLINK("http://x","y")',
  markup: `O'Neil & <b>"sons"</b>, ltd`,
  arabic: 'مُساهم\u200F',
  emoji: '👩🏽‍🚀 -1+1',
};

describe('exports of a project', () => {
  const w = tasksOfAProject();
  const get = (path: string, init?: RequestInit) => fetch(`${w.server.url}/exports/projects/${w.p}/${path}`, init);
  const text = async (path: string) => {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const csv = async (path: string): Promise<Record<string, string>[]> => parse(await text(path), { columns: true });
  const features = async (path: string) => (JSON.parse(await text(path)) as { features: Feature[] }).features;
  const xml = async (path: string) =>
    new DOMParser({ onError: (_level, message) => expect.fail(message) }).parseFromString(await text(path), 'text/xml');

  beforeEach(async () => {
    const { database } = w.server;
    await database.prisma.person.update({ where: { id: w.mapper.id }, data: { username: NAMES.formula } });
    await database.prisma.person.update({ where: { id: w.other.id }, data: { username: NAMES.arabic } });
    await database.prisma.projectText.updateMany({ where: { projectId: w.p }, data: { name: NAMES.markup } });
    // Task 5 gets a hole, task 6 two parts.
    await database.pool.query(
      `update task_geometry g set geometry = case t.number
         when 5 then st_multi(st_difference(g.geometry, st_buffer(st_transform(g.label_3857, 4326), 0.001, 2)))
         else st_multi(st_difference(g.geometry, st_setsrid(st_makeenvelope(-180, st_y(st_centroid(g.geometry)) - 0.001, 180, st_y(st_centroid(g.geometry)) + 0.001), 4326))) end
       from task t where t.id = g.task_id and t.project_id = $1 and t.number in (5, 6)`,
      [w.p],
    );
    await w.map(1, w.mapper, 'MAPPED', '@SUM(1)\n"so", I say; שלום');
    await w.map(2, w.other, 'BADIMAGERY');
    await w.validate(1, 'INVALIDATED', NAMES.emoji);
  });

  it('of tasks as GeoJSON: all of them, by number, as they are seen', async () => {
    await w.act('lock', { n: 3 }, w.other);
    const tasks = await features('tasks.geojson');
    expect(tasks.map(({ properties }) => properties.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(tasks[0]!.properties).toMatchObject({
      status: 'INVALIDATED',
      lockedBy: null,
      lastChangedBy: 'validator',
      zoom: 14,
      isSquare: true,
      parentNumber: null,
    });
    expect(tasks[1]!.properties).toMatchObject({ status: 'BADIMAGERY', mappedBy: NAMES.arabic });
    expect(tasks[2]!.properties).toMatchObject({ status: 'LOCKED_FOR_MAPPING', lockedBy: NAMES.arabic });
    const areas = await w.project('tasks { nodes { number areaM2 } }');
    expect(tasks.map(({ properties }) => properties.areaM2)).toEqual(
      areas.tasks.nodes.map(({ areaM2 }: { areaM2: number }) => Number(areaM2.toFixed(1))),
    );
    expect(tasks.map(({ geometry }) => geometry.coordinates.map((rings) => rings.length))).toEqual(
      tasks.map(({ id }) => (id === 5 ? [2] : id === 6 ? [1, 1] : [1])),
    );
    for (const { geometry } of tasks) for (const [outline] of geometry.coordinates) expect(turn(outline!)).toBe(1);
  });

  it('of chosen tasks, by number and by status, in every format', async () => {
    const numbers = async (query: string) => (await csv(`tasks.csv${query}`)).map(({ task }) => Number(task));
    expect(await numbers('?tasks=9,2,400')).toEqual([2, 9]);
    expect(await numbers('?status=INVALIDATED,BADIMAGERY')).toEqual([1, 2]);
    expect(await numbers('?tasks=2,3&status=READY')).toEqual([3]);
    expect(await numbers('?tasks=400')).toEqual([]);
    expect(await numbers('?tasks=')).toHaveLength(9);
    expect((await features('tasks.geojson?tasks=9,2')).map(({ id }) => id)).toEqual([2, 9]);
    expect(await features('tasks.geojson?tasks=400')).toEqual([]);
    expect((await xml('tasks.gpx?tasks=9,2')).getElementsByTagName('trk')).toHaveLength(2);
    expect((await xml('tasks.osm?status=BADIMAGERY')).getElementsByTagName('way')).toHaveLength(1);
    expect((await flatGeobuf('tasks.fgb?tasks=9,2')).map(({ properties }) => properties.number)).toEqual([2, 9]);
    expect(await flatGeobuf('tasks.fgb?tasks=400')).toEqual([]);
    expect((await xml('tasks.osm?tasks=400')).documentElement!.localName).toBe('osm');
  });

  it('as CSV keeps every name and comment, and no cell is a formula', async () => {
    const tasks = await csv('tasks.csv');
    expect(tasks).toHaveLength(9);
    expect(tasks[1]).toMatchObject({ project: String(w.p), task: '2', status: 'BADIMAGERY', mapped_by: NAMES.arabic });
    const history = await csv('history.csv');
    expect(history.map(({ task, kind, status }) => `${task} ${kind} ${status}`.trim())).toEqual([
      '1 LOCKED_FOR_MAPPING',
      '1 COMMENT',
      '1 STATE_CHANGE MAPPED',
      '2 LOCKED_FOR_MAPPING',
      '2 STATE_CHANGE BADIMAGERY',
      '1 LOCKED_FOR_VALIDATION',
      '1 COMMENT',
      '1 STATE_CHANGE INVALIDATED',
    ]);
    expect(history[1]!.comment).toBe(`'@SUM(1)\n"so", I say; שלום`);
    expect(history[1]!.person).toBe(`'${NAMES.formula}`);
    expect(history[6]!.comment).toBe(NAMES.emoji);
    expect(Number(history[0]!.duration_s)).toBeGreaterThanOrEqual(0);
    expect((await csv('history.csv?tasks=2')).map(({ task }) => task)).toEqual(['2', '2']);
    const people = await csv('contributors.csv');
    expect(people.map(({ person, mapped, bad_imagery }) => [person, mapped, bad_imagery])).toContainEqual([
      NAMES.arabic,
      '0',
      '1',
    ]);
    expect(people.map(({ person }) => person)).toContain(`'${NAMES.formula}`);
  });

  it('as GPX keep to the structure of GPX 1.1', async () => {
    const gpx = (await xml('tasks.gpx')).documentElement!;
    expect([gpx.localName, gpx.namespaceURI, gpx.getAttribute('version')]).toEqual([
      'gpx',
      'http://www.topografix.com/GPX/1/1',
      '1.1',
    ]);
    const children = (element: Element) => Array.from(element.childNodes).filter(isElement);
    expect(children(gpx as never).map(({ localName }) => localName)).toEqual([
      'metadata',
      ...Array<string>(9).fill('wpt'),
      ...Array<string>(9).fill('trk'),
    ]);
    const [metadata] = children(gpx as never);
    expect(children(metadata!).map(({ localName, textContent }) => [localName, textContent])).toEqual([
      ['name', NAMES.markup],
      ['desc', `Tasks of project ${w.p}`],
      ['time', expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)],
    ]);
    for (const track of Array.from(gpx.getElementsByTagName('trk'))) {
      const names = children(track as never).map(({ localName }) => localName);
      expect(names).toEqual(['name', 'type', 'trkseg', ...(names.length > 3 ? ['trkseg'] : [])]);
    }
    for (const point of ['wpt', 'trkpt'].flatMap((name) => Array.from(gpx.getElementsByTagName(name)))) {
      const [lat, lon] = ['lat', 'lon'].map((name) => Number(point.getAttribute(name)));
      expect(Math.abs(lat!) <= 90 && lon! >= -180 && lon! < 180).toBe(true);
    }
    expect(gpx.getElementsByTagName('trkseg')).toHaveLength(11);
  });

  it('as OSM XML: new nodes, closed ways, and multipolygons where there are holes or parts', async () => {
    const document = await xml('tasks.osm');
    const all = (name: string) => Array.from(document.getElementsByTagName(name));
    const ids = ['node', 'way', 'relation'].map((name) => all(name).map((each) => Number(each.getAttribute('id'))));
    expect(ids.flat().every((id) => id < 0)).toBe(true);
    for (const each of ids) expect(new Set(each).size).toBe(each.length);
    expect(ids.map((each) => each.length).slice(1)).toEqual([11, 2]);
    for (const way of all('way')) {
      const refs = Array.from(way.getElementsByTagName('nd')).map((nd) => Number(nd.getAttribute('ref')));
      expect(refs[0]).toBe(refs.at(-1));
      expect(refs.every((ref) => ids[0]!.includes(ref))).toBe(true);
    }
    expect(document.documentElement!.getAttribute('upload')).toBe('never');
    // Read by a program that others wrote, the areas are those of GeoJSON.
    const read = osmtogeojson(document as never, { uninterestingTags: () => false, polygonFeatures: () => true });
    const made = read.features.filter(({ properties }) => properties!.task !== undefined);
    const tasks = await features('tasks.geojson');
    expect(made.map(({ properties }) => Number(properties!.task)).sort()).toEqual(tasks.map(({ id }) => id));
    for (const { geometry, properties } of made) {
      const { geometry: wanted } = tasks[Number(properties!.task) - 1]!;
      const parts =
        geometry.type === 'Polygon' ? [geometry.coordinates] : (geometry as never as Feature['geometry']).coordinates;
      expect(cornersOf(parts)).toEqual(cornersOf(wanted.coordinates));
    }
  });

  const flatGeobuf = async (path: string) => {
    const found: Feature[] = [];
    const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
    for await (const feature of deserialize(bytes)) found.push(feature as never);
    return found;
  };

  it('as FlatGeobuf has the geometries of GeoJSON', async () => {
    const tasks = await features('tasks.geojson');
    const found = await flatGeobuf('tasks.fgb');
    expect(found.map(({ properties }) => properties.number)).toEqual(tasks.map(({ id }) => id));
    expect(found[1]!.properties).toMatchObject({
      status: 'BADIMAGERY',
      mapped_by: NAMES.arabic,
      locked_by: '',
      is_square: true,
    });
    found.forEach(({ geometry }, index) =>
      expect(cornersOf(geometry.coordinates)).toEqual(cornersOf(tasks[index]!.geometry.coordinates)),
    );
  });

  it('of the area and the history as GeoJSON', async () => {
    const area = JSON.parse(await text('area.geojson'));
    expect(area).toMatchObject({ type: 'Feature', id: w.p, properties: { project: w.p, name: NAMES.markup } });
    expect(area.geometry.type).toBe('MultiPolygon');
    const history = await features('history.geojson');
    expect(history).toHaveLength(8);
    expect(history[6]).toMatchObject({
      geometry: { type: 'Point' },
      properties: { taskNumber: 1, kind: 'COMMENT', person: 'validator', comment: NAMES.emoji, durationSeconds: null },
    });
  });

  it('shows a split task as its parts', async () => {
    await w.act('lock', { n: 4 }, w.mapper);
    await w.act('split', { n: 4 }, w.mapper);
    const tasks = await csv('tasks.csv');
    expect(tasks.map(({ task }) => Number(task))).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(tasks.at(-1)).toMatchObject({ parent: '4', zoom: '15' });
  });

  it('are downloads, compressed, that another site may read', async () => {
    const types = {
      'tasks.geojson': 'application/geo+json',
      'tasks.gpx': 'application/gpx+xml',
      'tasks.osm': 'application/vnd.openstreetmap.data+xml',
      'tasks.csv': 'text/csv; charset=utf-8',
      'tasks.fgb': 'application/flatgeobuf',
      'history.csv': 'text/csv; charset=utf-8',
      'history.geojson': 'application/geo+json',
      'contributors.csv': 'text/csv; charset=utf-8',
      'area.geojson': 'application/geo+json',
    };
    for (const [path, type] of Object.entries(types)) {
      for (const encoding of ['gzip', 'br', 'identity']) {
        const response = await get(path, { headers: { 'accept-encoding': encoding } });
        expect(response.headers.get('content-type')).toBe(type);
        expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
        expect(response.headers.get('content-disposition')).toBe(`attachment; filename="project-${w.p}-${path}"`);
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
      }
      const head = await get(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, type]);
    }
    const asked = await get('tasks.csv', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://x.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization');
  });

  it('are not sent again while nothing changed: task, lock, end of a lock, name', async () => {
    let known = '';
    const again = async () => {
      const response = await get('tasks.geojson', { headers: { 'if-none-match': known } });
      await response.arrayBuffer();
      known = response.headers.get('etag')!;
      return response.status;
    };
    const { database } = w.server;
    expect([await again(), await again()]).toEqual([200, 304]);
    await w.act('lock', { n: 7 }, w.mapper);
    expect([await again(), await again()]).toEqual([200, 304]);
    await database.pool.query(
      `update task set lock_since = lock_since - interval '3 hours', lock_expires_at = lock_expires_at - interval '3 hours' where project_id = $1 and lock_holder is not null`,
      [w.p],
    );
    expect([await again(), await again()]).toEqual([200, 304]);
    await database.prisma.person.update({ where: { id: w.other.id }, data: { username: 'renamed' } });
    expect([await again(), await again()]).toEqual([200, 304]);
  });

  it('says what is wrong with an address', async () => {
    const answer = async (path: string) => {
      const response = await get(path);
      return [response.status, ((await response.json()) as { error: { message: string } }).error.message];
    };
    expect(await answer('tasks.shp')).toEqual([404, expect.stringContaining('no such document')]);
    expect(await answer('tasks.csv?tasks=one')).toEqual([400, 'Name tasks by their numbers, such as 12,13.']);
    expect(await answer('tasks.csv?tasks=0')).toEqual([400, expect.any(String)]);
    expect(await answer('tasks.csv?status=DONE')).toEqual([400, expect.stringContaining('A status is one of READY')]);
    expect(await answer('history.csv?status=READY')).toEqual([400, expect.stringContaining('leave it out')]);
    expect(await answer('contributors.csv?tasks=1')).toEqual([400, expect.stringContaining('leave it out')]);
    expect(await answer('../99999999999/tasks.csv')).toEqual([404, expect.any(String)]);
    expect(await answer('../none/tasks.csv')).toEqual([404, expect.any(String)]);
  });
});

const isElement = (node: unknown): node is Element => (node as Node).nodeType === 1;

/** 1 for a ring that runs counter-clockwise. */
const turn = (ring: number[][]) =>
  Math.sign(ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index]![0]! * y! - x! * ring[index]![1]!), 0));

/** The corners of all rings, with 6 decimals, whatever they begin with and wherever they go. */
const cornersOf = (parts: number[][][][]) =>
  parts
    .flatMap((rings) => rings.flatMap((ring) => ring.slice(1).map(([x, y]) => `${x!.toFixed(6)} ${y!.toFixed(6)}`)))
    .sort();
