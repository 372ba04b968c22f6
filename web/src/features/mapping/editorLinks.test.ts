import { describe, expect, it } from 'vitest';
import {
  customLink,
  fieldPapersLink,
  hashtagsOf,
  idLink,
  imageryTemplate,
  josmCommands,
  potlatchLink,
  rapidLink,
  viewOf,
  type EditorWork,
} from './editorLinks';

const work: EditorWork = {
  projectNumber: 2418,
  tasks: [{ number: 340, bbox: [39.2, -6, 39.205493, -5.994537] }],
  bbox: [39.2, -6, 39.205493, -5.994537],
  changesetComment: '#mapping-2418 buildings, North Unguja',
  imagery: null,
  presets: [],
  extra: '',
  powerUser: false,
  origin: 'https://tasks.example',
};
const OUTLINE = 'https://tasks.example/api/v2/projects/2418/tasks/queries';
const paramsOf = (link: string) => Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));

describe('the view of a task', () => {
  it('shows the whole task as large as it fits', () => {
    const { zoom, lat, lng } = viewOf(work.bbox);
    expect([lat, lng]).toEqual([expect.closeTo(-5.99727, 4), expect.closeTo(39.20275, 4)]);
    const worldPx = 256 * 2 ** zoom;
    expect(((work.bbox[2] - work.bbox[0]) / 360) * worldPx).toBeLessThanOrEqual(900);
    expect(zoom).toBeGreaterThan(17);
    expect(zoom).toBeLessThan(18);
  });

  it('holds across the antimeridian and for a point', () => {
    expect(viewOf([179.99, -17, -179.99, -16.98]).lng).toBeCloseTo(180, 5);
    expect(viewOf([10, 50, 10, 50]).zoom).toBe(20);
  });
});

describe('the link to iD', () => {
  it('carries place and changeset comment', () => {
    const link = new URL(idLink('https://www.openstreetmap.org/edit?editor=id', work));
    const params = new URLSearchParams(link.hash.slice(1));
    expect(link.origin + link.pathname + link.search).toBe('https://www.openstreetmap.org/edit?editor=id');
    expect(params.get('map')).toMatch(/^17\.\d+\/-5\.99727\/39\.20275$/);
    expect(params.get('comment')).toBe(work.changesetComment);
    expect(params.has('background')).toBe(false);
  });

  it('tells OpenStreetMap which editor, and leaves other addresses alone', () => {
    expect(idLink('https://www.openstreetmap.org/edit', work)).toMatch(
      /^https:\/\/www\.openstreetmap\.org\/edit\?editor=id#map=/,
    );
    expect(idLink('https://example.org/iD/', work)).toMatch(/^https:\/\/example\.org\/iD\/#map=/);
  });

  it('goes to the server of a sandbox when the project is one', () => {
    const link = new URL(idLink('https://playground.sandbox.example/edit?editor=id', work));
    expect(link.origin + link.pathname + link.search).toBe('https://playground.sandbox.example/edit?editor=id');
    expect(link.hash).toMatch(/^#map=/);
  });

  it('carries imagery by address or by id', () => {
    const of = (imagery: string) =>
      new URLSearchParams(new URL(idLink('https://example.org/id', { ...work, imagery })).hash.slice(1)).get(
        'background',
      );
    expect(of('tms[22]:https://tiles.example.org/{zoom}/{x}/{y}.png')).toBe(
      'custom:https://tiles.example.org/{z}/{x}/{y}.png',
    );
    expect(of('Bing')).toBe('Bing');
  });
});

describe('imagery', () => {
  it.each([
    ['https://a.example/{z}/{x}/{y}.jpg', 'https://a.example/{z}/{x}/{y}.jpg'],
    ['tms:https://a.example/{zoom}/{x}/{y}.jpg', 'https://a.example/{z}/{x}/{y}.jpg'],
    ['Bing', null],
    [null, null],
    ['  ', null],
  ])('%s', (imagery, template) => expect(imageryTemplate(imagery)).toBe(template));
});

describe('the links to editors', () => {
  it('give iD and the project’s own editor the outline, the presets, and what the project adds', () => {
    const whole = { ...work, presets: ['building', 'highway/track'], extra: '?offset=10,-10' };
    const wanted = {
      hashtags: '#mapping-2418',
      gpx: `${OUTLINE}/gpx/?tasks=340`,
      presets: 'building,highway/track',
      offset: '10,-10',
    };
    expect(paramsOf(idLink('https://example.org/id', whole))).toMatchObject(wanted);
    expect(paramsOf(customLink('https://own.example/edit', whole))).toMatchObject(wanted);
    expect(customLink('https://own.example/edit', whole)).toMatch(/^https:\/\/own\.example\/edit\?#map=/);
  });

  it('tell Rapid the outline as data, and power users by name', () => {
    expect(paramsOf(rapidLink('https://rapid.example/edit', work))).toMatchObject({
      data: `${OUTLINE}/gpx/?tasks=340`,
    });
    expect(paramsOf(rapidLink('https://rapid.example/edit', work))).not.toHaveProperty('poweruser');
    expect(paramsOf(rapidLink('https://rapid.example/edit', { ...work, powerUser: true }))).toMatchObject({
      poweruser: 'true',
    });
  });

  it('show the others the place', () => {
    expect(potlatchLink(work)).toMatch(/editor=potlatch2#map=17\/-5\.99727\/39\.20275$/);
    expect(fieldPapersLink(work)).toMatch(/compose#17\/-5\.99727\/39\.20275$/);
  });

  it('find the hashtags in a comment', () => {
    expect(hashtagsOf('#a-1 houses, #b; roads #c')).toBe('#a-1,#b,#c');
    expect(hashtagsOf('none')).toBe('');
  });
});

describe('the commands for JOSM', () => {
  const remote = 'http://127.0.0.1:8111/';
  const called = (commands: readonly string[]) =>
    commands.map((command) => [new URL(command).pathname, Object.fromEntries(new URL(command).searchParams)] as const);

  it('are the outline, then the data of the task', () => {
    expect(called(josmCommands(remote, work))).toEqual([
      [
        '/import',
        {
          new_layer: 'true',
          layer_name: 'Boundary of project 2418, task 340',
          layer_locked: 'true',
          download_policy: 'never',
          upload_policy: 'never',
          url: `${OUTLINE}/xml/?tasks=340`,
        },
      ],
      [
        '/load_and_zoom',
        {
          left: '39.2',
          bottom: '-6',
          right: '39.205493',
          top: '-5.994537',
          new_layer: 'true',
          layer_name: 'OpenStreetMap, project 2418',
          changeset_comment: work.changesetComment,
        },
      ],
    ]);
  });

  it('load each of several tasks into the one layer', () => {
    const two = {
      ...work,
      tasks: [...work.tasks, { number: 341, bbox: [39.21, -6, 39.22, -5.99] as [number, number, number, number] }],
    };
    const loads = called(josmCommands(remote, two)).filter(([path]) => path === '/load_and_zoom');
    expect(loads.map(([, { left, new_layer }]) => [left, new_layer])).toEqual([
      ['39.2', 'true'],
      ['39.21', 'false'],
    ]);
  });

  it.each([
    [
      'tms[2,19]:https://a.example/{zoom}/{x}/{y}.jpg',
      { type: 'tms', min_zoom: '2', max_zoom: '19', url: 'https://a.example/{zoom}/{x}/{y}.jpg' },
    ],
    [
      'tms[22]:https://a.example/{z}/{x}/{y}.jpg',
      { type: 'tms', max_zoom: '22', url: 'https://a.example/{zoom}/{x}/{y}.jpg' },
    ],
    ['https://a.example/ows?SERVICE=WMS&BBOX={bbox}', { type: 'wms' }],
    ['Bing', { id: 'Bing' }],
  ])('put the imagery between the two: %s', (imagery, wanted) => {
    const commands = called(josmCommands(remote, { ...work, imagery }));
    expect(commands.map(([path]) => path)).toEqual(['/import', '/imagery', '/load_and_zoom']);
    expect(commands[1]![1]).toMatchObject(wanted);
  });
});
