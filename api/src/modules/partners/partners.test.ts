import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';
import { counter } from '../../../test/watch.js';
import { boxOfTiles, publishedProject } from '../../../test/world.js';

const FIELDS = `number name primaryHashtag secondaryHashtag logo linkMeta linkX linkInstagram websiteLinks { name url } permalink
  mapswipeGroupId currentProjects { number }`;
const ERRORS = `__typename ... on Error { message code } ... on NotPermitted { reason } ... on InvalidInput { issues { path message } } ... on NameTaken { name }`;

describe('partners', () => {
  let server: TestServer;
  const tokens: Record<string, string | undefined> = {};
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    tokens.admin = (await server.person('admin', 'ADMIN')).token;
    tokens.stranger = (await server.person('stranger')).token;
    tokens.blocked = (await server.person('blocked', 'READ_ONLY')).token;
  });
  afterAll(() => server?.stop());

  const send = async (verb: 'create' | 'update' | 'delete', input: object, who = 'admin') => {
    const name = `${verb[0]!.toUpperCase()}${verb.slice(1)}Partner`;
    const payload = verb === 'delete' ? 'deletedNumber' : `partner { ${FIELDS} }`;
    const query = `mutation ($input: ${name}Input!) { result: ${verb}Partner(input: $input) { ${ERRORS.replace(
      verb === 'delete' ? /\.\.\. on (InvalidInput|NameTaken) \{ (issues \{ path message \}|name) \}/g : /$^/,
      '',
    )} ... on ${name}Payload { ${payload} } } }`;
    return (await server.get(query, { input }, tokens[who])).result;
  };
  const newPartner = async (input: object = {}) => {
    const name = `Partner ${Math.random().toString(36).slice(2)}`;
    return (await send('create', { name, primaryHashtag: '#together', ...input })).partner;
  };

  it('are created with all there is to say of them, and changed in part', async () => {
    const project = await publishedProject(server, tokens.admin!, { areaOfInterest: boxOfTiles(14, 1, 1), zoom: 14 });
    const said = {
      name: 'Accents & Co',
      primaryHashtag: '#accents',
      secondaryHashtag: '#co',
      logo: 'https://example.org/logo.png',
      linkMeta: 'https://facebook.example/a',
      linkX: 'https://x.example/a',
      linkInstagram: 'https://instagram.example/a',
      websiteLinks: [{ name: 'About', url: 'https://example.org/about' }],
      permalink: 'accents-co',
      mapswipeGroupId: '-MxGroup',
    };
    const partner = await newPartner({ ...said, currentProjectIds: [String(project)] });
    expect(partner).toEqual({ ...said, number: partner.number, currentProjects: [{ number: project }] });

    const partnerId = String(partner.number);
    const changed = await send('update', {
      partnerId,
      name: null,
      linkX: null,
      websiteLinks: [],
      secondaryHashtag: ' ',
    });
    expect(changed.partner).toEqual({ ...partner, linkX: null, websiteLinks: [], secondaryHashtag: null });
    expect((await send('update', { partnerId, name: 'Accents' })).partner.name).toBe('Accents');
    expect((await send('update', { partnerId, currentProjectIds: [] })).partner.currentProjects).toEqual([]);

    const { byNumber, byPermalink, nobody } = await server.get(
      `query ($id: ID!) { byNumber: partner(id: $id) { id name viewerCanEdit { allowed } } nobody: partner(id: "999") { id }
        byPermalink: partnerByPermalink(permalink: "accents-co") { id } }`,
      { id: partnerId },
    );
    expect(byNumber).toMatchObject({ id: byPermalink.id, name: 'Accents', viewerCanEdit: { allowed: false } });
    expect(nobody).toBeNull();
    expect((await server.get('query ($id: ID!) { node(id: $id) { __typename } }', { id: byNumber.id })).node).toEqual({
      __typename: 'Partner',
    });
  });

  it('keep their names and permalinks to themselves', async () => {
    const taken = await newPartner({ permalink: 'taken' });
    const partnerId = String((await newPartner({ permalink: 'free' })).number);
    expect(await send('create', { name: taken.name, primaryHashtag: '#a', permalink: 'other' })).toMatchObject({
      __typename: 'NameTaken',
      name: taken.name,
    });
    expect(await send('create', { name: 'New', primaryHashtag: '#a', permalink: 'taken' })).toMatchObject({
      name: 'taken',
    });
    expect(await send('update', { partnerId, permalink: 'taken' })).toMatchObject({ name: 'taken' });
    expect(await send('update', { partnerId, name: taken.name, permalink: 'free' })).toMatchObject({
      name: taken.name,
    });
    expect(await send('update', { partnerId, permalink: 'free' })).toMatchObject({ partner: { permalink: 'free' } });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(151) }, 'name'],
    [{ name: 'a\0b' }, 'name'],
    [{ primaryHashtag: '' }, 'primaryHashtag'],
    [{ secondaryHashtag: '\ud800' }, 'secondaryHashtag'],
    [{ logo: 'javascript:alert(1)' }, 'logo'],
    [{ linkX: 'x' }, 'linkX'],
    [{ permalink: '2418' }, 'permalink'],
    [{ permalink: 'a/b' }, 'permalink'],
    [{ websiteLinks: [{ name: 'a', url: 'ftp://example.org' }] }, 'websiteLinks.0.url'],
    [{ websiteLinks: Array(6).fill({ name: 'a', url: 'https://example.org' }) }, 'websiteLinks'],
    [{ currentProjectIds: ['999999'] }, 'currentProjectIds.0'],
    [{ currentProjectIds: ['nonsense'] }, 'currentProjectIds.0'],
  ])('refuse %j', async (input, path) => {
    const partnerId = String((await newPartner()).number);
    for (const result of [
      await send('create', { name: 'Fine', primaryHashtag: '#fine', ...input }),
      await send('update', { partnerId, ...input }),
    ])
      expect(result).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: path.split('.') }] });
  });

  it.each(['visitor', 'stranger', 'blocked', 'admin'])(
    'are kept and listed by %s as the permissions say',
    async (who) => {
      const { number } = await newPartner();
      const { partner, partners, viewer } = await server.get(
        `query ($id: ID!) { partner(id: $id) { viewerCanEdit { allowed reason message } } partners { totalCount nodes { name } }
        viewer { viewerCanAdminister { allowed reason message } } }`,
        { id: String(number) },
        tokens[who],
      );
      const { allowed, reason, message } = partner.viewerCanEdit;
      expect(allowed).toBe(who === 'admin');
      expect(partners !== null).toBe(allowed);
      if (who !== 'visitor') expect(viewer.viewerCanAdminister).toEqual(partner.viewerCanEdit);
      const partnerId = String(number);
      for (const result of [
        await send('create', { name: `By ${who}`, primaryHashtag: '#a' }, who),
        await send('update', { partnerId, linkX: 'https://x.example/' }, who),
        await send('delete', { partnerId }, who),
      ])
        if (allowed) expect(result.__typename).toMatch(/Payload$/);
        else if (who === 'visitor') expect(result.__typename).toBe('NotSignedIn');
        else expect(result).toMatchObject({ __typename: 'NotPermitted', reason, message });
    },
  );

  it('that are not there are said to be missing', async () => {
    for (const partnerId of ['999', 'UGFydG5lcjo5OTk=', 'x']) {
      expect(await send('update', { partnerId, name: 'A name' })).toMatchObject({ code: 'PARTNER_NOT_FOUND' });
      expect(await send('delete', { partnerId })).toMatchObject({ code: 'PARTNER_NOT_FOUND' });
    }
  });

  it('are listed by name, searched, and read with as many statements however many there are', async () => {
    const project = await publishedProject(server, tokens.admin!, { areaOfInterest: boxOfTiles(14, 1, 1), zoom: 14 });
    for (const name of ['Zeta 100%', 'zeta 2']) await newPartner({ name, currentProjectIds: [String(project)] });
    const list = `query ($first: Int!, $search: String) { partners(first: $first, search: $search) { totalCount nodes { name
      currentProjects { name } partnerships { totalCount nodes { startedOn project { name } } } } } }`;
    const ask = async (first: number, search?: string) => {
      const before = counter.statements;
      const { partners } = await server.get(list, { first, search }, tokens.admin);
      return { partners, statements: counter.statements - before };
    };
    expect((await ask(10, 'ZETA')).partners).toMatchObject({
      totalCount: 2,
      nodes: [{ name: 'Zeta 100%' }, { name: 'zeta 2' }],
    });
    expect((await ask(10, '0%')).partners.totalCount).toBe(1);
    expect((await ask(10, '_')).partners.totalCount).toBe(0);
    expect((await ask(100)).statements).toBe((await ask(1, 'zeta')).statements);
  });
});
