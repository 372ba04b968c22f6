import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

describe('organisations', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    token = (await server.person('admin', 'ADMIN')).token;
    for (const name of ['Médecins de la carte', '100% mapped', 'Kathmandu Labs', 'kartoza_2'])
      expect((await create({ name })).__typename).toBe('CreateOrganisationPayload');
  });
  afterAll(() => server?.stop());

  const create = async (input: object) =>
    (
      await server.get(
        `mutation ($input: CreateOrganisationInput!) { result: createOrganisation(input: $input) { __typename ... on Error { message code }
          ... on InvalidInput { issues { path } } ... on NameTaken { name } ... on CreateOrganisationPayload { organisation { number name slug url } } } }`,
        { input },
        token,
      )
    ).result;
  const LIST = `query ($search: String, $first: Int, $after: String) { organisations(search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { name } } }`;
  const namesOf = async (search: string) => {
    const { organisations } = await server.get(LIST, { search });
    expect(organisations.totalCount).toBe(organisations.nodes.length);
    return organisations.nodes.map(({ name }: { name: string }) => name);
  };

  it('have an address made of their name, and keep what is sent', async () => {
    const { organisation } = await create({ name: '  Été & Co.  ', url: 'https://example.org/a' });
    expect(organisation).toMatchObject({ name: 'Été & Co.', slug: 'ete-co', url: 'https://example.org/a' });
    expect((await create({ name: 'भक्तपुर' })).organisation.slug).toMatch(/^organisation-/);
    await server.database.prisma.organisation.deleteMany({ where: { name: { in: ['Été & Co.', 'भक्तपुर'] } } });
  });

  it('say which name or address is taken, and which field is wrong', async () => {
    expect(await create({ name: 'Kathmandu Labs' })).toMatchObject({ __typename: 'NameTaken', name: 'Kathmandu Labs' });
    expect(await create({ name: 'Other', slug: 'kathmandu-labs' })).toMatchObject({ name: 'kathmandu-labs' });
    for (const [input, path] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'x'.repeat(513) }, 'name'],
      [{ name: 'a\0b' }, 'name'],
      [{ name: 'half \ud83d' }, 'name'],
      [{ name: 'New', description: '\0' }, 'description'],
      [{ name: 'New', slug: 'Not so' }, 'slug'],
      [{ name: 'New', url: 'javascript:alert(1)' }, 'url'],
      [{ name: 'New', logo: 'x' }, 'logo'],
    ] as const)
      expect(await create(input), path).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: [path] }] });
  });

  it('are found by a part of their name, whatever is typed', async () => {
    expect(await namesOf('LABS')).toEqual(['Kathmandu Labs']);
    expect(await namesOf('%')).toEqual(['100% mapped']);
    expect(await namesOf('_')).toEqual(['kartoza_2']);
    expect(await namesOf(' ')).toHaveLength(4);
    expect(await namesOf('\0labs')).toEqual(['Kathmandu Labs']);
    for (const search of ["'", '\\', '\ud800', 'x'.repeat(10_000)]) expect(await namesOf(search)).toEqual([]);
  });

  it('come page by page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        organisations,
      }: { organisations: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await server.get(LIST, { first: 3, after });
      seen.push(...organisations.nodes.map(({ name }) => name));
      after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    for (const wrong of [{ first: 101 }, { first: -1 }, { after: 'nonsense' }, { after: '' }]) {
      const { errors } = await server.ask(LIST, wrong);
      expect(errors?.[0]?.message, JSON.stringify(wrong)).not.toBe('Unexpected error.');
    }
  });
});
