import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../../test/server.js';

type Person = Awaited<ReturnType<TestServer['person']>>;
type Saved = { id: string; name: string; query: string; opensExplore: boolean };

describe('saved searches', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
  });
  afterAll(() => server?.stop());

  const act = async (verb: 'save' | 'update', input: object, who?: Person) => {
    const name = verb === 'save' ? 'saveSearch' : 'updateSavedSearch';
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    return (
      await server.get(
        `mutation ($input: ${type}Input!) { result: ${name}(input: $input) { __typename ... on Error { code message } ${verb === 'save' ? '... on NotPermitted { reason }' : ''}
          ... on InvalidInput { issues { path } } ... on ${type}Payload { savedSearch { id name query opensExplore } } } }`,
        { input },
        who?.token,
      )
    ).result;
  };
  const save = async (who: Person, name: string, query = ''): Promise<Saved> =>
    (await act('save', { name, query }, who)).savedSearch;
  const remove = async (savedSearchId: string, who?: Person) =>
    (
      await server.get(
        `mutation ($input: DeleteSavedSearchInput!) { result: deleteSavedSearch(input: $input) { __typename ... on Error { code }
          ... on DeleteSavedSearchPayload { deletedNumber } } }`,
        { input: { savedSearchId } },
        who?.token,
      )
    ).result;
  const list = async (who?: Person): Promise<Saved[] | undefined> =>
    (await server.get(`{ viewer { savedSearches { id name query opensExplore } } }`, {}, who?.token)).viewer
      ?.savedSearches;

  it('are kept, renamed, given other filters and removed, the newest first', async () => {
    const ann = await server.person('ann');
    const easy = await save(ann, ' The easy ones ', '?difficulty=easy');
    expect(easy).toMatchObject({ name: 'The easy ones', query: 'difficulty=easy', opensExplore: false });
    const all = await save(ann, 'All');
    const renamed = await act('update', { savedSearchId: easy.id, name: 'Easy' }, ann);
    expect(renamed.savedSearch).toEqual({ ...easy, name: 'Easy' });
    const refined = await act('update', { savedSearchId: easy.id, name: null, query: 'type=roads' }, ann);
    expect(await list(ann)).toEqual([all, refined.savedSearch]);
    expect(refined.savedSearch).toEqual({ ...easy, name: 'Easy', query: 'type=roads' });
    expect(await remove(all.id, ann)).toEqual({
      __typename: 'DeleteSavedSearchPayload',
      deletedNumber: Number(all.id),
    });
    expect(await remove(all.id, ann)).toMatchObject({ code: 'SAVED_SEARCH_NOT_FOUND' });
    expect(await list(ann)).toEqual([refined.savedSearch]);
  });

  it('open Explore one at a time, also when two are chosen at once', async () => {
    const bea = await server.person('bea');
    const [one, two] = [await save(bea, 'one'), await save(bea, 'two')];
    const opening = async () => (await list(bea))!.filter(({ opensExplore }) => opensExplore).map(({ name }) => name);
    const open = (search: Saved, opensExplore = true) => act('update', { savedSearchId: search.id, opensExplore }, bea);
    await open(one);
    expect(await opening()).toEqual(['one']);
    await open(two);
    expect(await opening()).toEqual(['two']);
    await Promise.all(Array.from({ length: 10 }, (_, turn) => open(turn % 2 ? one : two)));
    expect(await opening()).toHaveLength(1);
    await Promise.all([open(one, false), open(two, false)]);
    expect(await opening()).toEqual([]);
  });

  it('have a name each, which another person may give too', async () => {
    const [cem, dan] = [await server.person('cem'), await server.person('dan')];
    await save(cem, 'mine');
    const other = await save(cem, 'other');
    expect(await act('save', { name: 'mine ', query: '' }, cem)).toMatchObject({
      code: 'NAME_TAKEN',
      message: '"mine" is already in use. Choose another name.',
    });
    expect(await act('update', { savedSearchId: other.id, name: 'mine' }, cem)).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await save(dan, 'mine')).toMatchObject({ name: 'mine' });
  });

  it.each([
    ['no name', { name: ' ', query: '' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(61), query: '' }, 'name'],
    ['what cannot be stored', { name: 'x\0', query: '' }, 'name'],
    ['an address that is too long', { name: 'x', query: 'x'.repeat(2_001) }, 'query'],
  ])('are refused with %s, which says where it is wrong', async (what, input, field) => {
    const eve = await server.person(`eve with ${what}`);
    const kept = await save(eve, 'kept');
    const refused = { code: 'INVALID_INPUT', issues: [{ path: [field] }] };
    expect(await act('save', input, eve)).toMatchObject(refused);
    expect(await act('update', { savedSearchId: kept.id, ...input }, eve)).toMatchObject(refused);
    expect(await list(eve)).toEqual([kept]);
  });

  it('are 50 at most, however many are saved at once', async () => {
    const fay = await server.person('fay');
    const answers = await Promise.all(
      Array.from({ length: 53 }, (_, number) => act('save', { name: `no. ${number}`, query: '' }, fay)),
    );
    expect(answers.filter(({ reason }) => reason === 'TOO_MANY_SEARCHES')).toHaveLength(3);
    expect(await list(fay)).toHaveLength(50);
  });

  it('are nobody else’s: strangers, administrators and visitors neither see nor change them', async () => {
    const gus = await server.person('gus');
    const kept = await save(gus, 'kept', 'q=x');
    for (const other of [await server.person('hal'), await server.person('the admin', 'ADMIN')]) {
      expect(await list(other)).toEqual([]);
      const change = { savedSearchId: kept.id, name: 'taken' };
      expect(await act('update', change, other)).toMatchObject({ code: 'SAVED_SEARCH_NOT_FOUND' });
      expect(await remove(kept.id, other)).toMatchObject({ code: 'SAVED_SEARCH_NOT_FOUND' });
    }
    expect(await list()).toBe(undefined);
    expect(await act('save', { name: 'x', query: '' })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await act('update', { savedSearchId: kept.id, name: 'x' })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await remove(kept.id)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await list(gus)).toEqual([kept]);
  });

  it('stay a person’s own while they are blocked, as their other settings do', async () => {
    const ira = await server.person('ira');
    const kept = await save(ira, 'kept');
    await server.database.prisma.person.update({ where: { id: ira.id }, data: { role: 'READ_ONLY' } });
    expect(await list(ira)).toEqual([kept]);
    expect(await save(ira, 'one more')).toMatchObject({ name: 'one more' });
    expect(await remove(kept.id, ira)).toMatchObject({ deletedNumber: Number(kept.id) });
  });

  it('are in the data export', async () => {
    const jon = await server.person('jon');
    await save(jon, 'kept', 'q=x');
    const { viewer } = await server.get(`{ viewer { dataExport } }`, {}, jon.token);
    expect(viewer.dataExport.savedSearches).toEqual([
      { name: 'kept', query: 'q=x', opensExplore: false, createdAt: expect.any(String) },
    ]);
  });
});
