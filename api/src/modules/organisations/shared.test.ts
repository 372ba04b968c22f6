import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { organisationWithPeople, STANDINGS, type Who } from '../../../test/standings.js';
import { fewestStatements } from '../../../test/watch.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const PERMISSION = '{ allowed reason message }';
const RESULT = '{ __typename ... on Error { message } ... on NotPermitted { reason } }';

/** What people share: how it is made, read and changed; and who keeps it besides administrators. */
const SHARED = {
  campaign: { keepers: ['manager', 'otherManager'], model: 'campaign', name: 'Campaign', id: 'campaignId' },
  interest: { keepers: ['manager', 'otherManager'], model: 'interest', name: 'Interest', id: 'interestId' },
  license: { keepers: [], model: 'license', name: 'License', id: 'licenseId' },
  category: { keepers: [], model: 'mappingIssueCategory', name: 'MappingIssueCategory', id: 'categoryNumber' },
} as const;
type Kind = keyof typeof SHARED;
const KINDS = Object.keys(SHARED) as Kind[];

describe('what everybody shares', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  let names = 0;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
  });
  afterAll(() => server?.stop());

  const send = async (field: string, input: string, who: Who) =>
    (await server.get(`mutation { result: ${field}(input: { ${input} }) ${RESULT} }`, {}, world.token(who))).result;

  it.each(STANDINGS.flatMap((who) => KINDS.map((kind) => [kind, who] as const)))(
    '%s: changed and deleted by %s as viewerCanEdit says',
    async (kind, who) => {
      const { keepers, name, id } = SHARED[kind];
      const label = `Name ${++names}`;
      expect((await send(`create${name}`, `name: "${label}"`, 'admin')).__typename).toBe(`Create${name}Payload`);
      const { mappingIssueCategories, ...lists } = await server.get(
        `{ mappingIssueCategories { number name viewerCanEdit ${PERMISSION} } ${['campaign', 'interest', 'license']
          .map((each) => `${each}s(first: 100) { nodes { number name viewerCanEdit ${PERMISSION} } }`)
          .join(' ')} }`,
        {},
        world.token(who),
      );
      const rows: {
        number: number;
        name: string;
        viewerCanEdit: { allowed: boolean; reason: string; message: string };
      }[] = kind === 'category' ? mappingIssueCategories : lists[`${kind}s`].nodes;
      const row = rows.find((each) => each.name === label)!;
      const { allowed, reason, message } = row.viewerCanEdit;
      expect(allowed).toBe(who === 'admin' || (keepers as readonly Who[]).includes(who));
      const its = `${id}: ${kind === 'category' ? row.number : `"${row.number}"`}`;
      for (const [verb, input] of [
        ['update', `${its}, name: "${label} changed"`],
        ['delete', its],
      ] as const) {
        const result = await send(`${verb}${name}`, input, who);
        if (allowed) expect(result.__typename).toMatch(/Payload$/);
        else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
        else expect(result).toMatchObject({ __typename: 'NotPermitted', reason, message });
      }
    },
  );

  it.each(STANDINGS)('the banner: changed by %s as viewerCanEdit says', async (who) => {
    const { banner } = await server.get(`{ banner { viewerCanEdit ${PERMISSION} } }`, {}, world.token(who));
    const { allowed, reason, message } = banner.viewerCanEdit;
    expect(allowed).toBe(who === 'admin');
    const result = await send('updateBanner', 'visible: false', who);
    if (allowed) expect(result.__typename).toBe('UpdateBannerPayload');
    else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
    else expect(result).toMatchObject({ __typename: 'NotPermitted', reason, message });
  });

  it('an interest is found by its number, and is nothing where there is none', async () => {
    const { id } = await server.database.prisma.interest.create({ data: { name: 'Rivers' } });
    const asked = await server.get(
      'query ($id: ID!) { there: interest(id: $id) { name } gone: interest(id: 99999) { name } }',
      { id },
    );
    expect(asked).toEqual({ there: { name: 'Rivers' }, gone: null });
  });

  it('is read with as many statements however much there is, also of projects', async () => {
    const { prisma } = server.database;
    await prisma.campaign.createMany({ data: [1, 2, 3].map((n) => ({ name: `Counted ${n}` })) });
    await prisma.interest.createMany({ data: [1, 2, 3].map((n) => ({ name: `Counted ${n}` })) });
    const license = await prisma.license.create({ data: { name: 'Terms', description: 'Short.' } });
    const campaigns = await prisma.campaign.findMany({ where: { name: { startsWith: 'Counted' } } });
    const interests = await prisma.interest.findMany({ where: { name: { startsWith: 'Counted' } } });
    for (let n = 0; n < 2; n++) {
      const projectId = await publishedProject(server, world.people.admin.token, {
        areaOfInterest: boxOfTiles(14, 1, 1),
        zoom: 14,
        organisationId: String(world.organisation),
      });
      await prisma.project.update({ where: { id: projectId }, data: { licenseId: license.id } });
      await prisma.campaignProject.createMany({ data: campaigns.map(({ id }) => ({ projectId, campaignId: id })) });
      await prisma.projectInterest.createMany({ data: interests.map(({ id }) => ({ projectId, interestId: id })) });
    }
    const labels = `viewerCanEdit ${PERMISSION}`;
    const query = `query ($first: Int!) { campaigns(first: $first) { nodes { ${labels} } } interests(first: $first) { nodes { ${labels} } }
      projects(first: $first) { nodes { license { number } requiredLicense { number description ${labels} } campaigns { name }
        partOfCampaigns { name url ${labels} } ofInterests { name ${labels} } interests { name } } } }`;
    const ask = async (first: number) => {
      const { projects } = await server.get(query, { first }, world.people.manager.token);
      return projects.nodes;
    };
    expect(await fewestStatements(() => ask(2))).toBe(await fewestStatements(() => ask(1)));
    const nodes = await ask(2);
    expect(nodes).toHaveLength(2);
    for (const project of nodes) {
      expect(project.requiredLicense).toMatchObject({ number: project.license.number, description: 'Short.' });
      for (const [whole, label] of [
        ['partOfCampaigns', 'campaigns'],
        ['ofInterests', 'interests'],
      ] as const)
        expect(project[whole].map(({ name }: { name: string }) => ({ name }))).toEqual(project[label]);
      expect(project.partOfCampaigns).toMatchObject(Array(3).fill({ viewerCanEdit: { allowed: true } }));
    }
  });
});
