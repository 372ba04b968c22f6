import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box, polygon } from '../../../test/areas.js';
import { startServer, type TestServer } from '../../../test/server.js';
import { fewestStatements } from '../../../test/watch.js';
import { ACTIONS, newOrganisation, publishedProject } from '../../../test/world.js';

/** A square of 1 km or so around a place. */
const around = (lon: number, lat: number) => polygon(box(lon - 0.005, lat - 0.005, lon + 0.005, lat + 0.005));

describe('projects', () => {
  let server: TestServer;
  let token: string;
  let organisationId: string;
  /** Projects by a name of this file. */
  const made = {} as Record<'sao' | 'nepal' | 'tonga' | 'fiji' | 'percent', number>;

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    organisationId = await newOrganisation(server, token);
    const make = (input: object) =>
      publishedProject(server, token, { organisationId, zoom: 16, areaOfInterest: around(0.5, 0.5), ...input });
    made.sao = await make({
      name: 'São Tomé: Flood-prone roads',
      description: 'Trace the highways of Água Grande.',
      areaOfInterest: around(6.6, 0.3),
      mappingTypes: ['ROADS', 'WATERWAYS'],
      priority: 'URGENT',
      difficulty: 'EASY',
    });
    made.nepal = await make({
      name: 'Buildings of Bhaktapur',
      areaOfInterest: around(85.43, 27.67),
      mappingTypes: ['BUILDINGS'],
      priority: 'HIGH',
      difficulty: 'CHALLENGING',
    });
    made.tonga = await make({ name: 'Tongatapu 2026', areaOfInterest: around(-175.2, -21.15), priority: 'LOW' });
    made.fiji = await make({ name: 'Taveuni', areaOfInterest: polygon(box(179.98, -16.8, 180.02, -16.78)), zoom: 14 });
    made.percent = await make({ name: '100% of C:\\maps_2 (it\'s "done")', organisationId: undefined });
    await server.get(
      `mutation ($id: ID!) { updateProjectTexts(input: { projectId: $id, texts: [
        { locale: "ne", name: "भक्तपुरका भवनहरू", shortDescription: "भूकम्प पछिको नक्सांकन" }, { locale: "fr", name: "Bâtiments de Bhaktapur" }] }) { __typename } }`,
      { id: String(made.nepal) },
      token,
    );
  });
  afterAll(() => server?.stop());

  const LIST = `query ($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { number } } map: projectMap(filter: $filter) }`;
  const list = async (filter: object, rest: object = {}) => {
    const { projects, map } = await server.get(LIST, { filter, ...rest });
    return { ...projects, numbers: projects.nodes.map(({ number }: { number: number }) => number), map };
  };
  /** The names in this file of what a filter finds; list, number and map must say the same. */
  const found = async (filter: object) => {
    const { numbers, totalCount, map } = await list(filter);
    expect(totalCount).toBe(numbers.length);
    const onMap: number[] = map.features.map(({ properties }: { properties: { number: number } }) => properties.number);
    expect([...onMap].sort()).toEqual([...numbers].sort());
    return Object.keys(made)
      .filter((key) => numbers.includes(made[key as keyof typeof made]))
      .sort();
  };

  describe('found by their words', () => {
    it.each([
      ['sao tome', ['sao']],
      ['São', ['sao']],
      ['SAO TOMÉ', ['sao']],
      ['flo', ['sao']],
      ['prone flood', ['sao']],
      ['flood-prone', ['sao']],
      ['água', ['sao']],
      ['highw agua', ['sao']],
      ['highw bhaktapur', []],
      ['ongata', ['tonga']], // a part of a name
      ['Bhaktpur', ['nepal']], // misspelt
      ['tongatapo', ['tonga']],
      ['Tongtapu 2025', []], // but a number is what it is
      ['ildings of bha', ['nepal']],
      ['batiments', ['nepal']], // another language
      ['भक्तपुर', ['nepal']],
      ['भूकम्प', ['nepal']],
      ['नक्सा', ['nepal']],
      ['2026', ['tonga']],
      ['100%', ['percent']],
      ['maps_2', ['percent']],
      ['C:\\maps', ['percent']],
      ["it's", ['percent']],
      ['"done")', ['percent']],
      ['   ', ['fiji', 'nepal', 'percent', 'sao', 'tonga']],
      ['%', ['percent']],
      ['_', ['percent']],
      ['nothing has this', []],
    ])('%s', async (search, expected) => {
      expect(await found({ search })).toEqual(expected);
    });

    it('by their number', async () => {
      expect(await found({ search: String(made.tonga) })).toContain('tonga');
      expect(await found({ search: ` ${made.fiji} ` })).toContain('fiji');
    });

    it('without their accents being written as one character', async () => {
      expect(await found({ search: 'Sa\u0303o Tome\u0301' })).toEqual(['sao']);
    });

    it('as they are now: texts that change are found by the new words only', async () => {
      const write = (name: string) =>
        server.get(
          `mutation ($id: ID!, $name: String) { updateProjectTexts(input: { projectId: $id, texts: [{ locale: "en", name: $name }] }) { __typename } }`,
          { id: String(made.tonga), name },
          token,
        );
      await write('Nukualofa');
      expect(await found({ search: 'tongatapu' })).toEqual([]);
      expect(await found({ search: 'nuku' })).toEqual(['tonga']);
      await write('Tongatapu 2026');
    });

    it('whatever is typed', async () => {
      for (const search of [
        "'",
        '\\',
        ':*',
        '&',
        '|',
        '!',
        '( )',
        "a' | 'b",
        '\0',
        'a\0b',
        '<->',
        '--',
        '$1',
        '🏠',
        '½',
        '\ud800',
      ])
        await found({ search });
      for (const long of ['a'.repeat(10_000), 'word '.repeat(2_000), "'\\%_".repeat(2_500), 'भ'.repeat(10_000)])
        expect(await found({ search: long })).toEqual([]);
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (search) => {
          await found({ search });
        }),
        { numRuns: 100, endOnFailure: true },
      );
    });
  });

  describe('found by what they are', () => {
    it.each([
      [{ difficulty: 'EASY' }, ['sao']],
      [{ mappingTypes: ['ROADS'] }, ['sao']],
      [{ mappingTypes: ['ROADS', 'BUILDINGS'] }, ['nepal', 'sao']],
      [{ mappingTypes: [] }, ['fiji', 'nepal', 'percent', 'sao', 'tonga']],
      [{ country: 'Nepal' }, ['nepal']],
      [{ country: 'nePAL' }, ['nepal']],
      [{ country: 'Atlantis' }, []],
      [{ country: 'a\0b' }, []],
      [{ statuses: [] }, []],
      [{ statuses: ['ARCHIVED'] }, []],
      [{ difficulty: 'MODERATE', country: 'Fiji' }, ['fiji']],
      [{ organisationId: 'T3JnYW5pc2F0aW9uOjk5OTk=' }, []],
      [{ organisationId: 'nonsense' }, []],
    ])('%j', async (filter, expected) => {
      expect(await found(filter)).toEqual(expected);
    });
    it('of an organisation', async () => {
      expect(await found({ organisationId })).toEqual(['fiji', 'nepal', 'sao', 'tonga']);
    });

    it.each([
      ['a box around one', [85, 27, 86, 28], ['nepal']],
      ['a box in the middle of one', [85.43, 27.67, 85.431, 27.671], ['nepal']],
      ['a point', [85.43, 27.67, 85.43, 27.67], ['nepal']],
      ['the world', [-180, -90, 180, 90], ['fiji', 'nepal', 'percent', 'sao', 'tonga']],
      ['a box over the 180° meridian', [170, -30, -170, 0], ['fiji', 'tonga']],
      ['the east of the meridian', [-180, -20, -179.9, 0], ['fiji']],
      ['the west of the meridian', [179.9, -20, 180, 0], ['fiji']],
      ['Africa, not Fiji around the back of the world', [-20, -35, 52, 37], ['percent', 'sao']],
      ['the sea', [-40, 30, -35, 35], []],
    ])('in %s', async (_name, bbox, expected) => {
      expect(await found({ bbox })).toEqual(expected);
    });
    it.each([[[1, 2, 3]], [[0, 10, 10, 0]], [[-200, 0, 0, 10]], [[0, -91, 10, 10]], [[]]])(
      'but not in %j, which is no box',
      async (bbox) => {
        const { errors } = await server.ask(LIST, { filter: { bbox } });
        expect(errors?.[0]).toMatchObject({
          message: expect.stringContaining('[west, south, east, north]'),
          extensions: { code: 'BAD_USER_INPUT' },
        });
      },
    );

    it('by what is left to do', async () => {
      const p = await publishedProject(server, token, { areaOfInterest: around(-60, 10), zoom: 16, name: 'Work' });
      const { figures } = (await server.get(`{ project(id: ${p}) { figures { totalTasks } } }`)).project;
      const needs = async () =>
        Promise.all(
          ['TO_MAP', 'TO_VALIDATE'].map(async (need) => (await list({ need, bbox: [-61, 9, -59, 11] })).totalCount),
        );
      expect(await needs()).toEqual([1, 0]);
      for (let n = 1; n <= figures.totalTasks; n++) {
        const { task } = (await server.get(ACTIONS.lock, { p, n }, token)).result;
        await server.get(
          ACTIONS.submit,
          { p, n, version: task.lock.version, status: n === 1 ? 'BADIMAGERY' : 'MAPPED' },
          token,
        );
        expect(await needs()).toEqual([n < figures.totalTasks ? 1 : 0, n === 1 ? 0 : 1]);
      }
      const validate = async (numbers: number[], status: string) => {
        const { tasks } = (await server.get(ACTIONS.lockMany, { p, n: numbers }, token)).result;
        const results = tasks.map(({ number, lock }: { number: number; lock: { version: number } }) => ({
          taskNumber: number,
          lockVersion: lock.version,
          status,
        }));
        await server.get(ACTIONS.validate, { p, results }, token);
      };
      await validate([2], 'INVALIDATED');
      expect(await needs()).toEqual([1, 1]);
      await validate(
        Array.from({ length: figures.totalTasks - 1 }, (_, index) => index + 2),
        'VALIDATED',
      );
      expect(await needs()).toEqual([0, 0]);
      await server.get(`mutation { archiveProject(input: { projectId: "${p}" }) { __typename } }`, {}, token);
    });
  });

  describe('in an order, page by page', () => {
    const PRIORITIES = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'];
    let numbers: number[];
    const country = 'Kiribati';
    const input = { areaOfInterest: around(173, 1.4), zoom: 14 };
    beforeAll(async () => {
      numbers = [];
      for (let index = 0; index < 11; index++)
        numbers.push(
          await publishedProject(server, token, {
            ...input,
            organisationId,
            name: `Atoll ${index}`,
            priority: PRIORITIES[index % 4],
          }),
        );
      // All in the same millisecond, some in the same microsecond.
      await server.database.pool.query(
        `update project set changed_at = timestamptz '2026-11-20 10:00:00.123' + (id % 3) * interval '1 microsecond' where id = any ($1)`,
        [numbers],
      );
      await server.database.pool.query(
        `update project_progress set last_updated = '2026-01-01' where project_id = any ($1)`,
        [numbers],
      );
    });

    const byPriority = () => [...numbers].sort((a, b) => (numbers.indexOf(a) % 4) - (numbers.indexOf(b) % 4) || b - a);
    it.each([
      ['PRIORITY', byPriority],
      ['NEWEST', () => [...numbers].sort((a, b) => b - a)],
      ['LAST_UPDATED', () => [...numbers].sort((a, b) => b - a)],
    ])('%s: nothing is skipped or doubled while new projects appear', async (orderBy, expected) => {
      const extra: number[] = [];
      const seen: number[] = [];
      let after: string | null = null;
      let pages = 0;
      do {
        const page = await list({ country }, { orderBy, first: 3, after });
        seen.push(...page.numbers);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(page.pageInfo.startCursor).toBe(page.edges[0].cursor);
        expect(page.totalCount).toBe(numbers.length + extra.length);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        // Before what was read already: newer, as urgent as can be.
        extra.push(
          await publishedProject(server, token, { ...input, organisationId, name: 'New', priority: 'URGENT' }),
        );
        if (++pages > 10) throw new Error('The pages do not end.');
      } while (after);
      expect(seen).toEqual(expected());
      expect((await list({ country }, { orderBy, first: 100 })).numbers.slice(extra.length)).not.toContain(extra[0]);
      await server.database.prisma.project.deleteMany({ where: { id: { in: extra } } });
    });

    it('goes on from any edge', async () => {
      const all = await list({ country }, { first: 100 });
      for (const [index, { cursor }] of all.edges.entries()) {
        const rest = await list({ country }, { first: 100, after: cursor });
        expect(rest.numbers).toEqual(all.numbers.slice(index + 1));
      }
      expect((await list({ country }, { first: 11 })).pageInfo.hasNextPage).toBe(false);
    });

    it('says so when asked for no page or after no cursor', async () => {
      const urgent = (await list({ country }, { first: 1 })).pageInfo.endCursor;
      const wrong: object[] = [
        { first: 0 },
        { first: -1 },
        { first: 101 },
        { after: '' },
        { after: 'nonsense' },
        { after: 'T2Zmc2V0OjE=' },
        { after: 'URGENT.' },
        { after: 'SOON.3' },
        { after: "URGENT.1' or true --" },
        { after: 'URGENT.9999999999' },
        { after: '.9999999999', orderBy: 'NEWEST' },
        { after: '999999999999999.2147483648', orderBy: 'LAST_UPDATED' },
        { after: '9'.repeat(400) + '.1', orderBy: 'LAST_UPDATED' },
        { after: urgent, orderBy: 'LAST_UPDATED' },
        { after: urgent, orderBy: 'NEWEST' },
        { after: '\0' },
      ];
      for (const rest of wrong) {
        const { errors } = await server.ask(LIST, { filter: {}, ...rest });
        expect(errors?.[0]?.extensions, JSON.stringify(rest)).toMatchObject({ code: 'BAD_USER_INPUT' });
        expect(errors?.[0]?.message).toMatch(/\.$/);
      }
      for (const args of ['last: 3', 'before: "x"', 'first: 3, last: 3']) {
        const { errors } = await server.ask(`{ projects(${args}) { nodes { number } } }`);
        expect(errors?.[0]?.extensions, args).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
      expect(
        (await list({}, { after: '999999999999999.2147483647', orderBy: 'LAST_UPDATED' })).numbers.length,
      ).toBeGreaterThan(0);
    });

    it('asks the database as often for a long page as for a short one, and under 13 times', async () => {
      const page = `query ($n: Int!) { projects(first: $n) { totalCount pageInfo { endCursor } nodes { number name shortDescription status priority difficulty countries
        created lastUpdated dueDate bbox centroid areaM2 organisation { name logo } author { username } contributorCount
        figures { totalTasks ready percentMapped percentValidated } viewerCanMap { allowed } viewerCanEdit { allowed } } } }`;
      const statements = (n: number) =>
        fewestStatements(async () => {
          const { projects } = await server.get(page, { n }, token);
          expect(projects.nodes.length).toBe(Math.min(n, projects.totalCount));
        });
      const few = await statements(2);
      expect(await statements(16)).toBe(few);
      expect(few).toBeLessThan(13);
    });
  });

  it('are all on the map, each at its centroid with what a pin says', async () => {
    const { map } = await server.get('{ map: projectMap }');
    const pins = map.features as { id: number; geometry: { coordinates: number[] }; properties: object }[];
    expect(pins.find(({ id }) => id === made.nepal)).toEqual({
      type: 'Feature',
      id: made.nepal,
      geometry: { type: 'Point', coordinates: [85.43, 27.67] },
      properties: {
        number: made.nepal,
        name: 'Buildings of Bhaktapur',
        priority: 'HIGH',
        percentMapped: 0,
        percentValidated: 0,
      },
    });
    const [lon] = pins.find(({ id }) => id === made.fiji)!.geometry.coordinates;
    expect(Math.abs(lon!)).toBeCloseTo(180, 1);
  });
});
