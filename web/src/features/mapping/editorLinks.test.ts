import { describe, expect, it } from 'vitest';
import { idLink, imageryTemplate, josmCommands, viewOf, type EditorWork } from './editorLinks';

const work: EditorWork = {
  projectNumber: 2418,
  taskNumbers: [340],
  bbox: [39.2, -6, 39.205493, -5.994537],
  changesetComment: '#mapping-2418 buildings, North Unguja',
  imagery: null,
};

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

describe('the commands for JOSM', () => {
  it('load the task into a new layer with the changeset comment', () => {
    const [command, ...more] = josmCommands('http://127.0.0.1:8111/', work);
    const url = new URL(command!);
    expect(more).toEqual([]);
    expect(url.pathname).toBe('/load_and_zoom');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      left: '39.2',
      bottom: '-6',
      right: '39.205493',
      top: '-5.994537',
      new_layer: 'true',
      layer_name: 'Project 2418, task 340',
      changeset_comment: work.changesetComment,
    });
  });

  it('bring the imagery first', () => {
    const commands = josmCommands('http://127.0.0.1:8111', { ...work, imagery: 'https://a.example/{z}/{x}/{y}.jpg' });
    expect(commands.map((command) => new URL(command).pathname)).toEqual(['/imagery', '/load_and_zoom']);
    expect(new URL(commands[0]!).searchParams.get('url')).toBe('https://a.example/{z}/{x}/{y}.jpg');
  });
});
