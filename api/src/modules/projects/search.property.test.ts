import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTRIES,
  DAY,
  DIFFICULTIES,
  PRIORITIES,
  projectsOfFacts,
  START,
  STATUSES,
  TYPES,
} from '../../../test/projectFacts.js';
import { counter } from '../../../test/watch.js';

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { number: number }[];
}

describe('any filters together', () => {
  const world = projectsOfFacts();
  const { people, expected, FILTERS, ORDERS } = world;

  const LIST = `query ($filter: ProjectFilter!, $orderBy: ProjectOrder!, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { number } } }`;

  /** The code of what is said when partners are asked for by who may not, or in a time that is none. */
  const refused = (
    { partnerId, partnershipFrom: from, partnershipTo: to }: Record<string, unknown>,
    who: { name: string },
  ) => {
    if (partnerId === undefined && from === undefined && to === undefined) return undefined;
    if (who.name !== 'admin') return 'NOT_PERMITTED';
    return partnerId === undefined || (from !== undefined && to !== undefined && String(from) > String(to))
      ? 'BAD_USER_INPUT'
      : undefined;
  };

  it('find the same as a plain reference, in its order, page by page', async () => {
    const some = <T>(...items: T[]) => fc.subarray(items, { minLength: 1 });
    const date = fc.integer({ min: -1, max: 5 }).map((day) => new Date(START + day * DAY).toISOString());
    const yes = fc.constant(true);
    const values: Record<string, fc.Arbitrary<unknown>> = {
      statuses: fc.subarray([...STATUSES]),
      need: fc.constantFrom('TO_MAP', 'TO_VALIDATE'),
      suitsMe: yes,
      difficulty: fc.constantFrom(...DIFFICULTIES),
      priorities: some(...PRIORITIES),
      mappingTypes: some(...TYPES),
      mappingTypesExact: yes,
      organisationId: fc.constantFrom(...world.organisations.map(String), '99'),
      teamId: fc.constantFrom(String(world.team), '99'),
      campaignId: fc.constantFrom('1', '2', '9'),
      partnerId: fc.constantFrom('1', '2', '9'),
      partnershipFrom: date,
      partnershipTo: date,
      interestIds: some('1', '2', '9'),
      basedOnMyInterests: yes,
      country: fc.constantFrom('nepal', 'Tonga', 'Atlantis'),
      countries: some(...COUNTRIES, 'Atlantis'),
      imagery: fc.constantFrom('Bing', 'custom', 'Other'),
      sandbox: fc.boolean(),
      database: fc.constantFrom('OSM', 'playground', 'none'),
      featured: fc.boolean(),
      createdFrom: date,
      createdTo: date,
      updatedFrom: date,
      updatedTo: date,
      dueFrom: date,
      dueTo: date,
      createdByMe: yes,
      managedByMe: yes,
      mappedByMe: yes,
      favouritedByMe: yes,
      search: fc.constantFrom('1', '2', '3', '47'),
    };
    expect(Object.keys(values)).toEqual(Object.keys(FILTERS));
    // Three filters or so at a time: with more nothing is left to find.
    const filter = fc
      .subarray(Object.keys(values), { maxLength: 4 })
      .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, values[name]!]))));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        filter,
        fc.constantFrom(...Object.keys(ORDERS)),
        fc.constantFrom(...people),
        fc.constantFrom(4, 100),
        async (filter, orderBy, who, first) => {
          const refusal = refused(filter as Record<string, unknown>, who);
          if (refusal) {
            const { errors } = await world.server.ask(LIST, { filter, orderBy, first }, who.token);
            expect(errors?.[0]?.extensions).toMatchObject({ code: refusal });
            return;
          }
          const numbers: number[] = [];
          const wanted = expected(filter as Record<string, unknown>, orderBy, who);
          let after: string | null = null;
          do {
            const variables: object = { filter, orderBy, first, after };
            const { projects }: { projects: Page } = await world.server.get(LIST, variables, who.token);
            expect(projects.totalCount).toBe(wanted.length);
            numbers.push(...projects.nodes.map(({ number }) => number));
            after = projects.pageInfo.hasNextPage ? projects.pageInfo.endCursor : null;
          } while (after && numbers.length < 100);
          expect(numbers).toEqual(wanted);
          found += Math.min(numbers.length, 1);
        },
      ),
      { numRuns: 120, seed: 5 },
    );
    expect(found).toBeGreaterThan(40); // the test is of no use when nothing fits
  }, 120_000);

  it('find what was mapped with a partner all through a time', async () => {
    const days = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const admin = people.find(({ name }) => name === 'admin')!;
    const moment = (day: number | undefined) => day !== undefined && new Date(START + day * DAY).toISOString();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('1', '2'), days, days, async (partnerId, from, to) => {
        const filter = {
          partnerId,
          statuses: STATUSES,
          ...(from !== undefined && { partnershipFrom: moment(from) }),
          ...(to !== undefined && { partnershipTo: moment(to) }),
        };
        fc.pre(!refused(filter, admin));
        const { projects } = await world.server.get(LIST, { filter, orderBy: 'NEWEST', first: 100 }, admin.token);
        const numbers = projects.nodes.map(({ number }: { number: number }) => number);
        expect(numbers).toEqual(expected(filter, 'NEWEST', admin));
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('cost as many statements whatever is asked', async () => {
    const ask = async (filter: object, first: number) => {
      const before = counter.statements;
      await world.server.get(LIST, { filter, orderBy: 'PRIORITY', first }, people[2]!.token);
      return counter.statements - before;
    };
    await ask({}, 1);
    const few = await ask({}, 1);
    const all = {
      suitsMe: true,
      managedByMe: true,
      basedOnMyInterests: true,
      countries: COUNTRIES,
      statuses: STATUSES,
    };
    expect(await ask(all, 100)).toBeLessThanOrEqual(few);
    expect(await ask({}, 100)).toBe(few);
  });

  it('favourites of the viewer, as long as they may see them', async () => {
    for (const who of people.slice(1)) {
      const { viewer } = await world.server.get(
        '{ viewer { favourites(first: 100) { totalCount nodes { number } } } }',
        {},
        who.token,
      );
      const wanted = expected({ favouritedByMe: true, statuses: STATUSES }, 'LAST_UPDATED', who);
      expect(viewer.favourites.nodes.map(({ number }: { number: number }) => number)).toEqual(wanted);
      expect(viewer.favourites.totalCount).toBe(wanted.length);
    }
    expect((await world.server.get('{ viewer { favourites { totalCount } } }')).viewer).toBeNull();
  });

  it('featured projects are the published ones', async () => {
    const { featuredProjects } = await world.server.get('{ featuredProjects(first: 100) { nodes { number } } }');
    expect(featuredProjects.nodes.map(({ number }: { number: number }) => number)).toEqual(
      expected({ featured: true }, 'PRIORITY', people[0]!),
    );
  });

  it('by their distance from a point, also over the 180° meridian', async () => {
    const [a, b, c] = world.facts
      .filter(({ status, private: hidden }) => status === 'PUBLISHED' && !hidden)
      .map(({ id }) => id);
    const place = (id: number, lon: number) =>
      world.server.database.pool.query('update project set centroid = st_point($2, 0, 4326) where id = $1', [id, lon]);
    await place(a!, 179.9);
    await place(b!, -179.8);
    await place(c!, 179.5);
    const near = async (near: object, rest: object = {}) => {
      const variables = { filter: { near }, orderBy: 'NEAREST', first: 2, ...rest };
      return (await world.server.get(LIST, variables)).projects;
    };
    const point = { lon: 180, lat: 0 };
    const first = await near(point);
    expect(first.nodes.map(({ number }: { number: number }) => number)).toEqual([a, b]); // 11 and 22 km
    expect((await near(point, { after: first.pageInfo.endCursor })).nodes[0].number).toBe(c); // 56 km
    expect((await near({ ...point, withinKm: 30 })).totalCount).toBe(2);
    expect((await near({ ...point, withinKm: 0 })).totalCount).toBe(0);
    for (const filter of [
      {},
      { near: { lon: 181, lat: 0 } },
      { near: { lon: 0, lat: 91 } },
      { near: { ...point, withinKm: -1 } },
    ]) {
      const { errors } = await world.server.ask(LIST, { filter, orderBy: 'NEAREST', first: 1 });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('answer whatever dates are asked for', async () => {
    for (const date of ['0000-01-01', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00']) {
      const filter = { createdFrom: date, updatedTo: date, dueFrom: date };
      expect((await world.server.get(LIST, { filter, orderBy: 'NEWEST', first: 1 })).projects.totalCount).toBe(0);
    }
  });
});
