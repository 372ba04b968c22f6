import { createClient, type Client } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startProgram } from '../../../test/program.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';

interface Update {
  cursor: string;
  comments: { id: string; markdown: string; person: { username: string }; viewerCanDelete: { allowed: boolean } }[];
  deletedIds: string[];
  totalCount: number;
}

const soon = { timeout: 20_000 };

describe('the conversation of a project, followed live', () => {
  const w = tasksOfAProject();
  const clients: Client[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });

  function follow(who?: Person, after?: string, url = w.server.url) {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: who ? { authorization: `Bearer ${who.token}` } : {},
    });
    clients.push(client);
    const seen: Update[] = [];
    const state = { ended: undefined as unknown };
    client.subscribe<{ projectConversation: Update }>(
      {
        query: `subscription ($p: ID!, $after: String) { projectConversation(projectId: $p, after: $after) {
          cursor comments { id markdown person { username } viewerCanDelete { allowed } } deletedIds totalCount } }`,
        variables: { p: String(w.p), after },
      },
      {
        next: ({ data, errors }) =>
          void (errors ? (state.ended = errors) : data && seen.push(data.projectConversation)),
        error: (error) => void (state.ended = error),
        complete: () => void (state.ended ??= 'complete'),
      },
    );
    return { seen, state };
  }
  const cursor = async (who?: Person) => (await w.project('conversationCursor', who)).conversationCursor as string;
  const post = async (markdown: string, who = w.mapper): Promise<string> =>
    (
      await w.server.get(
        `mutation ($p: ID!, $markdown: String!) { postProjectComment(input: { projectId: $p, markdown: $markdown }) { ... on PostProjectCommentPayload { comment { id } } } }`,
        { p: w.p, markdown },
        who.token,
      )
    ).postProjectComment.comment.id;
  const remove = (commentId: string, who = w.mapper) =>
    w.server.get(
      'mutation ($id: ID!) { deleteProjectComment(input: { commentId: $id }) { __typename } }',
      { id: commentId },
      who.token,
    );
  const close = (data: object) => w.server.database.prisma.project.update({ where: { id: w.p }, data });
  const texts = (updates: Update[]) => updates.flatMap(({ comments }) => comments.map(({ markdown }) => markdown));

  it('tells what is said and what is deleted, as it happens and to whom it happens', async () => {
    const [visitor, writer] = [follow(undefined, await cursor()), follow(w.mapper, await cursor())];
    const id = await post('Is the harbour in?');
    await expect.poll(() => [visitor.seen.length, writer.seen.length], soon).toEqual([1, 1]);
    const said = { id, markdown: 'Is the harbour in?', person: { username: 'mapper' } };
    expect(visitor.seen[0]).toMatchObject({
      comments: [{ ...said, viewerCanDelete: { allowed: false } }],
      deletedIds: [],
      totalCount: 1,
    });
    expect(writer.seen[0]!.comments).toMatchObject([{ ...said, viewerCanDelete: { allowed: true } }]);
    await remove(id);
    await expect.poll(() => visitor.seen[1], soon).toMatchObject({ comments: [], deletedIds: [id], totalCount: 0 });
  });

  it('tells of comments whose words were taken out with their writer', async () => {
    const leaver = await w.server.person(`leaver-${w.p}`);
    const id = await post('My street is missing.', leaver);
    const { seen } = follow(undefined, await cursor());
    await w.server.database.pool.query(`update project_comment set markdown = '[removed]' where person_id = $1`, [
      leaver.id,
    ]);
    await expect.poll(() => seen[0], soon).toMatchObject({ comments: [{ id, markdown: '[removed]' }], totalCount: 1 });
  });

  it('comes from a cursor on, without gaps, to who comes back; a comment that came and went is only gone', async () => {
    const start = await cursor();
    const first = await post('One');
    const second = await post('Two', w.other);
    await remove(first);
    const { seen } = follow(w.other, start);
    await expect.poll(() => seen.length, soon).toBe(1);
    expect(seen[0]).toMatchObject({ comments: [{ id: second }], deletedIds: [first], totalCount: 1 });
    await post('Three');
    await expect.poll(() => seen.length, soon).toBe(2);
    const again = follow(w.other, seen[0]!.cursor);
    await expect.poll(() => texts(again.seen), soon).toEqual(['Three']);
    for (const after of ['nonsense', '9999']) {
      const { state } = follow(undefined, after);
      await expect.poll(() => state.ended, soon).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('loses nothing when many speak at once', async () => {
    const { seen } = follow(undefined, await cursor());
    const said = Array.from({ length: 24 }, (_, index) => `At once ${index}`);
    await Promise.all(said.map((text, index) => post(text, index % 2 ? w.mapper : w.other)));
    await expect.poll(() => texts(seen).length, soon).toBe(24);
    expect(texts(seen).sort()).toEqual([...said].sort());
    expect(await cursor()).toBe('24');
  });

  it('reaches who is connected to another instance', async () => {
    const elsewhere = await startProgram({ DATABASE_URL: w.server.databaseUrl });
    const { seen } = follow(undefined, await cursor(), elsewhere.url);
    await post('From here');
    await expect.poll(() => texts(seen), soon).toEqual(['From here']);
    await elsewhere.stop();
  });

  describe('of a private project', () => {
    beforeEach(() => close({ private: true }));

    it('is refused to visitors and strangers', async () => {
      for (const who of [undefined, w.other]) {
        const { state } = follow(who);
        await expect.poll(() => state.ended, soon).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      }
    });

    it('is told to whom it was given, until it is taken away or the session ends', async () => {
      const friend = await w.server.person(`friend-${w.p}`);
      const { projectAllowedPerson, session } = w.server.database.prisma;
      await projectAllowedPerson.create({ data: { projectId: w.p, personId: friend.id } });
      const start = await cursor(friend);
      const allowed = follow(friend, start);
      await post('For friends', w.admin);
      await expect.poll(() => texts(allowed.seen), soon).toEqual(['For friends']);
      await projectAllowedPerson.deleteMany({ where: { projectId: w.p } });
      await post('For fewer', w.admin);
      await expect.poll(() => allowed.state.ended, soon).toBe('complete');
      expect(texts(allowed.seen)).toEqual(['For friends']);

      await projectAllowedPerson.create({ data: { projectId: w.p, personId: friend.id } });
      const signedOut = follow(friend, start);
      await expect.poll(() => texts(signedOut.seen), soon).toEqual(['For friends', 'For fewer']);
      await session.updateMany({ where: { personId: friend.id }, data: { revokedAt: new Date() } });
      await post('For the rest', w.admin);
      await expect.poll(() => signedOut.state.ended, soon).toBe('complete');
      expect(texts(signedOut.seen)).toHaveLength(2);
    });
  });

  it('is told to who is blocked, who may read it too', async () => {
    const { seen } = follow(w.blocked, await cursor(w.blocked));
    await post('Hello');
    await expect.poll(() => texts(seen), soon).toEqual(['Hello']);
    expect(seen[0]!.comments[0]!.viewerCanDelete.allowed).toBe(false);
  });

  it('ends with the project', async () => {
    const { seen, state } = follow(undefined, await cursor());
    await post('The last word');
    await expect.poll(() => seen.length, soon).toBe(1);
    await w.server.database.prisma.project.delete({ where: { id: w.p } });
    await expect.poll(() => state.ended, soon).toBe('complete');
  });
});
