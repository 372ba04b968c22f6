import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIFFICULTIES, PRIORITIES, projectsOfFacts, STATUSES, TYPES, type Facts } from '../../../test/projectFacts.js';
import { counter } from '../../../test/watch.js';

describe('facets of a list of projects', () => {
  const world = projectsOfFacts();
  const { people, expected } = world;
  const NAMED = '{ number count }';
  const VALUED = '{ value count }';
  const QUERY = `query ($filter: ProjectFilter) { projectFacets(filter: $filter) {
    statuses ${VALUED} priorities ${VALUED} difficulties ${VALUED} mappingTypes ${VALUED} countries ${VALUED} imagery ${VALUED} databases ${VALUED}
    organisations ${NAMED} campaigns ${NAMED} interests ${NAMED} teams ${NAMED} } }`;

  /** Each facet: what of the filter it leaves out, and which of its values a project has. */
  const FACETS: Record<string, { keys: string[]; of: (p: Facts) => (string | number)[] }> = {
    statuses: { keys: ['statuses'], of: (p) => [p.status] },
    priorities: { keys: ['priorities'], of: (p) => [p.priority] },
    difficulties: { keys: ['difficulty'], of: (p) => [p.difficulty] },
    mappingTypes: { keys: ['mappingTypes', 'mappingTypesExact'], of: (p) => p.types },
    countries: { keys: ['country', 'countries'], of: (p) => p.countries },
    imagery: { keys: ['imagery'], of: ({ imagery: i }) => (i === null ? [] : [i.startsWith('https') ? 'custom' : i]) },
    databases: { keys: ['database', 'sandbox'], of: (p) => [p.database] },
    organisations: { keys: ['organisationId'], of: (p) => [p.organisation] },
    campaigns: { keys: ['campaignId'], of: (p) => p.campaigns },
    interests: { keys: ['interestIds', 'basedOnMyInterests'], of: (p) => p.interests },
    teams: { keys: ['teamId'], of: (p) => (p.teamRoles.length > 0 ? [world.team] : []) },
  };

  it('count what the list would hold, each with its own filter left out', async () => {
    const filters = fc.record(
      {
        statuses: fc.subarray([...STATUSES], { minLength: 1 }),
        priorities: fc.subarray([...PRIORITIES], { minLength: 1 }),
        difficulty: fc.constantFrom(...DIFFICULTIES),
        mappingTypes: fc.subarray([...TYPES], { minLength: 1 }),
        country: fc.constantFrom('nepal', 'Fiji'),
        imagery: fc.constantFrom('Bing', 'custom'),
        database: fc.constantFrom('OSM', 'playground'),
        organisationId: fc.constantFrom(...world.organisations.map(String)),
        campaignId: fc.constantFrom('1', '2'),
        interestIds: fc.subarray(['1', '2', '3'], { minLength: 1 }),
        teamId: fc.constant(String(world.team)),
        createdByMe: fc.constant(true),
        suitsMe: fc.constant(true),
        search: fc.constantFrom('1', '3'),
      },
      { requiredKeys: [] },
    );
    const few = fc
      .tuple(
        filters,
        fc.subarray(
          [
            'statuses',
            'priorities',
            'difficulty',
            'country',
            'campaignId',
            'search',
            'suitsMe',
            'createdByMe',
            'imagery',
            'database',
            'organisationId',
            'interestIds',
            'teamId',
            'mappingTypes',
          ],
          { maxLength: 3 },
        ),
      )
      .map(([filter, keys]) => Object.fromEntries(Object.entries(filter).filter(([key]) => keys.includes(key))));
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(few, fc.constantFrom(...people), async (filter, who) => {
        const { projectFacets } = await world.server.get(QUERY, { filter }, who.token);
        for (const [name, { keys, of }] of Object.entries(FACETS)) {
          const every = name === 'statuses' ? { statuses: STATUSES } : {};
          const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.includes(key)));
          const found = new Set(expected({ ...rest, ...every }, 'NEWEST', who));
          const wanted: Record<string, number> = {};
          for (const p of world.facts.filter(({ id }) => found.has(id)))
            for (const value of of(p)) wanted[value] = (wanted[value] ?? 0) + 1;
          const facet: { value?: string; number?: number; count: number }[] = projectFacets[name];
          expect(Object.fromEntries(facet.map(({ value, number, count }) => [value ?? number, count])), name).toEqual(
            wanted,
          );
          expect(facet.map(({ count }) => count)).toEqual(facet.map(({ count }) => count).sort((a, b) => b - a));
          counted += facet.length;
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(counted).toBeGreaterThan(500);
  }, 60_000);

  it('do not tell of private teams', async () => {
    const { prisma } = world.server.database;
    const teams = async () => (await world.server.get(QUERY)).projectFacets.teams;
    expect(await teams()).not.toEqual([]);
    await prisma.team.update({ where: { id: world.team }, data: { visibility: 'PRIVATE' } });
    expect(await teams()).toEqual([]);
    await prisma.team.update({ where: { id: world.team }, data: { visibility: 'PUBLIC' } });
  });

  it('cost one statement, two with words', async () => {
    const statements = async (filter: object) => {
      const before = counter.statements;
      await world.server.get(QUERY, { filter });
      return counter.statements - before;
    };
    expect(await statements({})).toBe(1);
    expect(await statements({ search: 'project' })).toBe(2);
  });
});
