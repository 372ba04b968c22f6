import { beforeEach, describe, expect, it } from 'vitest';
import { counter } from '../../../test/watch.js';
import { tasksOfAProject, type Person } from '../../../test/tasksOf.js';

describe('the conversation of a project', () => {
  const w = tasksOfAProject();
  const REST = `... on Error { message code } ... on NotPermitted { reason }`;
  const post = async (markdown: string, who?: Person, projectId: unknown = w.p) =>
    (
      await w.server.get(
        `mutation ($p: ID!, $markdown: String!) { result: postProjectComment(input: { projectId: $p, markdown: $markdown }) { __typename ${REST}
          ... on PostProjectCommentPayload { comment { id markdown at person { username } viewerCanDelete { allowed } } } } }`,
        { p: projectId, markdown },
        who?.token,
      )
    ).result;
  const remove = async (commentId: string, who?: Person) =>
    (
      await w.server.get(
        `mutation ($commentId: ID!) { result: deleteProjectComment(input: { commentId: $commentId }) { __typename ${REST}
          ... on DeleteProjectCommentPayload { project { comments { totalCount } } } } }`,
        { commentId },
        who?.token,
      )
    ).result;
  const read = async (args = '', who?: Person) =>
    (
      await w.project(
        `comments${args} { totalCount pageInfo { hasNextPage endCursor } nodes { markdown person { username } } }`,
        who,
      )
    ).comments;

  it('is read from the newest on, page by page', async () => {
    for (let n = 1; n <= 5; n++) await post(`Comment ${n}`, n % 2 ? w.mapper : w.other);
    const first = await read('(first: 2)');
    expect(first).toMatchObject({
      totalCount: 5,
      nodes: [
        { markdown: 'Comment 5', person: { username: 'mapper' } },
        { markdown: 'Comment 4', person: { username: 'other' } },
      ],
    });
    await post('Comment 6', w.mapper);
    const second = await read(`(first: 3, after: "${first.pageInfo.endCursor}")`);
    expect(second.nodes.map(({ markdown }: { markdown: string }) => markdown)).toEqual([
      'Comment 3',
      'Comment 2',
      'Comment 1',
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await read('(after: "999999999999999")')).nodes).toHaveLength(6);
    const { errors } = await w.server.ask(`{ project(id: ${w.p}) { comments(after: "x") { totalCount } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('keeps what was written, within limits', async () => {
    const markdown = '**Bold** <script>alert(1)</script> @mapper 🗺️';
    expect((await post(`  ${markdown}\n`, w.mapper)).comment).toMatchObject({
      markdown,
      person: { username: 'mapper' },
      viewerCanDelete: { allowed: true },
    });
    for (const wrong of ['', ' \n ', 'x'.repeat(5001), 'a\0b', '\ud800'])
      expect(await post(wrong, w.mapper), JSON.stringify(wrong.slice(0, 9))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await read()).totalCount).toBe(1);
  });

  describe('for', () => {
    const people = () => ({
      visitor: undefined,
      stranger: w.other,
      blocked: w.blocked,
      writer: w.mapper,
      admin: w.admin,
    });
    let comment: string;
    beforeEach(async () => {
      comment = (await post('Here', w.mapper)).comment.id;
    });

    it.each([
      ['visitor', 'NotSignedIn', 'NotSignedIn'],
      ['stranger', 'PostProjectCommentPayload', 'NotPermitted'],
      ['blocked', 'NotPermitted', 'NotPermitted'],
      ['writer', 'PostProjectCommentPayload', 'DeleteProjectCommentPayload'],
      ['admin', 'PostProjectCommentPayload', 'DeleteProjectCommentPayload'],
    ] as const)('a %s', async (name, posts, deletes) => {
      const who = people()[name];
      const { viewerCanComment, comments } = await w.project(
        'viewerCanComment { allowed } comments { nodes { viewerCanDelete { allowed } } }',
        who,
      );
      expect(viewerCanComment.allowed).toBe(posts.endsWith('Payload'));
      expect(comments.nodes[0].viewerCanDelete.allowed).toBe(deletes.endsWith('Payload'));
      expect((await post('Hello', who)).__typename).toBe(posts);
      expect((await remove(comment, who)).__typename).toBe(deletes);
    });

    it('nobody who does not see the project', async () => {
      for (const data of [{ status: 'DRAFT' }, { status: 'PUBLISHED', private: true }] as const) {
        await w.server.database.prisma.project.update({ where: { id: w.p }, data });
        expect((await post('Hello', w.other)).code).toBe('PROJECT_NOT_FOUND');
        expect((await remove(comment, w.other)).code).toBe('COMMENT_NOT_FOUND');
        const { node } = await w.server.get(`{ node(id: "${comment}") { id } }`, {}, w.other.token);
        expect(node).toBeNull();
        expect((await w.server.get(`{ node(id: "${comment}") { id } }`, {}, w.admin.token)).node.id).toBe(comment);
      }
      expect((await remove('nonsense', w.admin)).code).toBe('COMMENT_NOT_FOUND');
      expect((await remove(comment, w.admin)).__typename).toBe('DeleteProjectCommentPayload');
      expect((await remove(comment, w.admin)).code).toBe('COMMENT_NOT_FOUND');
    });
  });

  it('costs as many statements for many projects and comments as for few', async () => {
    for (let n = 0; n < 6; n++) await post(`Comment ${n}`, n % 2 ? w.mapper : w.other);
    const statements = async (projects: number, comments: number) => {
      const query = `{ projects(first: ${projects}) { nodes { viewerCanComment { allowed } comments(first: ${comments}) { totalCount nodes { markdown person { username } viewerCanDelete { allowed } } } } } }`;
      await w.server.get(query, {}, w.mapper.token);
      const before = counter.statements;
      await w.server.get(query, {}, w.mapper.token);
      return counter.statements - before;
    };
    const few = await statements(1, 2);
    expect(await statements(5, 6)).toBeLessThanOrEqual(few);
  });
});
