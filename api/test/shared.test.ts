import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';
import { organisationWithPeople, STANDINGS, type Who } from './standings.js';
import { boxOfTiles, publishedProject } from './world.js';

/** What all organisations share: who keeps it, and how it is named in the input and in the answer. */
const KINDS = [
  { type: 'Campaign', field: 'campaign', id: 'campaignId', may: ['manager', 'otherManager', 'admin'] },
  { type: 'Interest', field: 'interest', id: 'interestId', may: ['manager', 'otherManager', 'admin'] },
  { type: 'License', field: 'license', id: 'licenseId', may: ['admin'] },
  { type: 'MappingIssueCategory', field: 'category', id: 'categoryNumber', may: ['admin'] },
] as const;
type Kind = (typeof KINDS)[number];

describe('what organisations share', () => {
  let server: TestServer;
  let world: Awaited<ReturnType<typeof organisationWithPeople>>;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    world = await organisationWithPeople(server);
  });
  afterAll(() => server?.stop());

  const act = async (
    verb: 'create' | 'update' | 'delete',
    { type, field }: Kind,
    input: object,
    who: Who = 'admin',
    fields = '',
  ) => {
    const what = verb === 'delete' ? 'deletedNumber' : `${field} { number name ${fields} }`;
    return (
      await server.get(
        `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}${type}Input!) { result: ${verb}${type}(input: $input) { __typename ... on Error { message code }
          ... on NotPermitted { reason } ... on ${verb[0]!.toUpperCase()}${verb.slice(1)}${type}Payload { ${what} } } }`,
        { input },
        world.token(who),
      )
    ).result;
  };
  const reference = ({ id }: Kind, number: number) => ({ [id]: id === 'categoryNumber' ? number : String(number) });

  describe.each(KINDS)('$type', (kind) => {
    const { type, field, may } = kind;
    it.each(STANDINGS)('is kept by %s if they may', async (who) => {
      const kept = await act('create', kind, { name: `For ${who}` });
      const one = reference(kind, kept[field].number);
      const allowed = (may as readonly Who[]).includes(who);
      const created = await act('create', kind, { name: `By ${who}` }, who);
      const updated = await act('update', kind, { ...one, name: `Of ${who}` }, who);
      const deleted = await act('delete', kind, one, who);
      for (const [result, verb] of [
        [created, 'Create'],
        [updated, 'Update'],
        [deleted, 'Delete'],
      ] as const)
        expect(result.__typename).toBe(
          allowed ? `${verb}${type}Payload` : who === 'visitor' ? 'NotSignedIn' : 'NotPermitted',
        );
      if (!allowed) return;
      expect([created[field].name, updated[field].name, deleted.deletedNumber]).toEqual([
        `By ${who}`,
        `Of ${who}`,
        kept[field].number,
      ]);
      expect((await act('delete', kind, one, who)).code).toMatch(/_NOT_FOUND$/);
    });

    it('has a name of its own, and says what is wrong', async () => {
      const first = await act('create', kind, { name: ' First ' });
      expect(first[field].name).toBe('First');
      const second = reference(kind, (await act('create', kind, { name: 'Second' }))[field].number);
      expect(await act('create', kind, { name: 'First' })).toMatchObject({ __typename: 'NameTaken' });
      expect(await act('update', kind, { ...second, name: 'First' })).toMatchObject({ __typename: 'NameTaken' });
      expect(await act('update', kind, { ...reference(kind, 999_999), name: 'X' })).toMatchObject({
        __typename: 'NotFound',
      });
      for (const name of [' ', 'a\0', 'x'.repeat(600)])
        expect(await act('create', kind, { name }), name).toMatchObject({ __typename: 'InvalidInput' });
      expect((await act('update', kind, second))[field].name).toBe('Second');
    });
  });

  it('campaigns keep what is not sent, belong to organisations, and leave them when deleted', async () => {
    const [kind] = KINDS;
    const { campaign } = await act('create', kind, {
      name: 'Floods',
      url: 'https://example.org/',
      description: 'Now.',
    });
    const one = reference(kind, campaign.number);
    expect(
      (await act('update', kind, { ...one, description: null }, 'admin', 'url description')).campaign,
    ).toMatchObject({
      url: 'https://example.org/',
      description: null,
    });
    await server.get(
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { __typename } }',
      { input: { organisationId: String(world.organisation), campaignIds: [String(campaign.number)] } },
      world.token('manager'),
    );
    const read = async () =>
      await server.get(
        'query ($o: ID!, $c: ID!) { organisation(id: $o) { campaigns { name } } campaign(id: $c) { organisations { number } } }',
        {
          o: String(world.organisation),
          c: String(campaign.number),
        },
      );
    expect(await read()).toEqual({
      organisation: { campaigns: [{ name: 'Floods' }] },
      campaign: { organisations: [{ number: world.organisation }] },
    });
    await act('delete', kind, one, 'manager');
    expect(await read()).toEqual({ organisation: { campaigns: [] }, campaign: null });
  });

  it('licences are accepted once and for all, and stay while projects ask for them', async () => {
    const kind = KINDS[2];
    const { license } = await act('create', kind, { name: 'Imagery', plainText: 'For OpenStreetMap only.' });
    const accept = (who: Who, licenseId = String(license.number)) =>
      server.get(
        'mutation ($id: ID!) { result: acceptLicense(input: { licenseId: $id }) { __typename ... on Error { code } ... on AcceptLicensePayload { license { viewerAccepted plainText } } } }',
        { id: licenseId },
        world.token(who),
      );
    for (const who of ['member', 'member'] as const)
      expect((await accept(who)).result.license).toEqual({
        viewerAccepted: true,
        plainText: 'For OpenStreetMap only.',
      });
    expect((await accept('visitor')).result.__typename).toBe('NotSignedIn');
    expect((await accept('member', '999999')).result.code).toBe('LICENSE_NOT_FOUND');
    const { licenses } = await server.get(
      '{ licenses { nodes { name viewerAccepted } } }',
      {},
      world.token('stranger'),
    );
    expect(licenses.nodes).toContainEqual({ name: 'Imagery', viewerAccepted: false });
    const p = await publishedProject(server, world.people.admin.token, {
      areaOfInterest: boxOfTiles(14, 2, 2),
      zoom: 14,
    });
    await server.database.prisma.project.update({ where: { id: p }, data: { licenseId: license.number } });
    expect(await act('delete', kind, reference(kind, license.number))).toMatchObject({ code: 'IN_USE' });
  });

  it('interests are chosen by people, and stay while somebody has them', async () => {
    const kind = KINDS[1];
    const [a, b] = [
      (await act('create', kind, { name: 'Roads' })).interest,
      (await act('create', kind, { name: 'Health' })).interest,
    ];
    const choose = async (ids: number[], who: Who = 'member') =>
      (
        await server.get(
          'mutation ($ids: [ID!]!) { result: setMyInterests(input: { interestIds: $ids }) { __typename ... on SetMyInterestsPayload { viewer { interests { name } } } } }',
          { ids: ids.map(String) },
          world.token(who),
        )
      ).result;
    expect((await choose([a.number, b.number, a.number])).viewer.interests).toEqual([
      { name: 'Health' },
      { name: 'Roads' },
    ]);
    expect((await choose([a.number])).viewer.interests).toEqual([{ name: 'Roads' }]);
    expect((await choose([999_999])).__typename).toBe('InvalidInput');
    expect((await choose([], 'visitor')).__typename).toBe('NotSignedIn');
    expect(await act('delete', kind, reference(kind, a.number))).toMatchObject({ code: 'IN_USE' });
    expect((await choose([])).viewer.interests).toEqual([]);
    expect((await act('delete', kind, reference(kind, a.number))).deletedNumber).toBe(a.number);
  });

  it('issue categories that are archived are listed only when asked for', async () => {
    const kind = KINDS[3];
    const { category } = await act('create', kind, { name: 'Old kind', description: 'D' });
    await act('update', kind, { ...reference(kind, category.number), archived: true });
    const { current, all } = await server.get(
      '{ current: mappingIssueCategories { name } all: mappingIssueCategories(includeArchived: true) { name description archived } }',
    );
    expect(current).not.toContainEqual({ name: 'Old kind' });
    expect(all).toContainEqual({ name: 'Old kind', description: 'D', archived: true });
  });

  it.each(STANDINGS)('the banner is read by %s, and written if they are an administrator', async (who) => {
    const { result } = await server.get(
      'mutation ($text: String!) { result: updateBanner(input: { markdown: $text, visible: true }) { __typename } }',
      { text: `**By** ${who}` },
      world.token(who),
    );
    expect(result.__typename).toBe(
      who === 'admin' ? 'UpdateBannerPayload' : who === 'visitor' ? 'NotSignedIn' : 'NotPermitted',
    );
    const { banner } = await server.get('{ banner { markdown visible } }', {}, world.token(who));
    expect(banner).toEqual(
      who === 'admin' ? { markdown: '**By** admin', visible: true } : { markdown: '', visible: false },
    );
  });
});
