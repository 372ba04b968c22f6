import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyChanges } from './conversationChanges';

const COMMENT = parse(`
  fragment C on ProjectComment {
    id
    html
  }
`);
const LIST = parse(`
  query L {
    project {
      id
      comments(first: 2) {
        totalCount
        edges {
          node {
            id
            html
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

describe('changes of a conversation', () => {
  let cache: InMemoryCache;
  const comment = (id: string) => ({ __typename: 'ProjectComment', id, html: `<p>${id}</p>` });
  const arrives = (id: string) => cache.writeFragment({ fragment: COMMENT, data: comment(id) });
  const read = () => {
    const { comments } = cache.readQuery<{
      project: { comments: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: object } };
    }>({ query: LIST })!.project;
    return {
      ids: comments.edges.map(({ node }) => node.id).join(''),
      total: comments.totalCount,
      ...comments.pageInfo,
    };
  };
  beforeEach(() => {
    cache = new InMemoryCache({ typePolicies: { Project: { fields: { comments: relayStylePagination() } } } });
    const edges = ['c', 'b'].map((id) => ({ __typename: 'ProjectCommentEdge', node: comment(id) }));
    const pageInfo = { __typename: 'PageInfo', hasNextPage: true, endCursor: 'b' };
    const comments = { __typename: 'ProjectCommentConnection', totalCount: 3, edges, pageInfo };
    cache.writeQuery({ query: LIST, data: { project: { __typename: 'Project', id: 'P', comments } } });
  });

  it('put what is new on top, and leave how far the list was read', () => {
    ['d', 'e'].forEach(arrives);
    expect(applyChanges(cache, 'P', { there: ['d', 'e'], gone: [] })).toEqual(['d', 'e']);
    expect(read()).toMatchObject({ ids: 'edcb', total: 5, hasNextPage: true, endCursor: 'b' });
  });

  it('change nothing when they come once more', () => {
    arrives('d');
    applyChanges(cache, 'P', { there: ['d'], gone: ['b'] });
    expect(applyChanges(cache, 'P', { there: ['d'], gone: ['b'], totalCount: 3 })).toEqual([]);
    expect(read()).toMatchObject({ ids: 'dc', total: 3 });
  });

  it('take out what is gone, also of what was not read yet', () => {
    applyChanges(cache, 'P', { there: [], gone: ['c'] });
    expect(read()).toMatchObject({ ids: 'b', total: 2 });
    applyChanges(cache, 'P', { there: [], gone: ['a'], totalCount: 1 });
    expect(read()).toMatchObject({ ids: 'b', total: 1 });
  });
});
