import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useState } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { announce } from '../../app/announce';
import { useViewer } from '../../app/viewer';
import { graphql } from '../../gql';
import { applyChanges } from './conversationChanges';

const conversationNews = graphql(`
  subscription ProjectConversationNews($project: ID!, $after: String) {
    projectConversation(projectId: $project, after: $after) {
      comments {
        id
        author: person {
          id
          username
        }
        ...ProjectComment
      }
      deletedIds
      totalCount
    }
  }
`);

const messages: Record<'one' | 'several', MessageDescriptor> = defineMessages({
  one: { id: 'conversation.newBy', defaultMessage: '{name} wrote in the conversation.' },
  several: {
    id: 'conversation.new',
    defaultMessage: '{count, plural, one {# new comment} other {# new comments}} in the conversation.',
  },
});

/** Keeps the conversation in the cache true while it is shown, and says what others write. */
export function useLiveConversation(project: { id: string; conversationCursor: string } | null | undefined): void {
  const intl = useIntl();
  const { cache } = useApolloClient();
  const me = useViewer().viewer?.person.id;
  // What came since it was first read may come again: it changes nothing then.
  const [after, setAfter] = useState<string>();
  if (after === undefined && project) setAfter(project.conversationCursor);

  useSubscription(conversationNews, {
    variables: { project: project?.id ?? '', after: after ?? null },
    skip: !project || after === undefined,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const news = data?.projectConversation;
      if (!news || !project) return;
      const { comments, deletedIds, totalCount } = news;
      const added = applyChanges(cache, project.id, {
        there: comments.map(({ id }) => id),
        gone: deletedIds,
        totalCount,
      });
      const ofOthers = comments.filter(({ id, author }) => added.includes(id) && author.id !== me);
      if (ofOthers.length === 1) announce(intl.formatMessage(messages.one, { name: ofOthers[0]!.author.username }));
      if (ofOthers.length > 1) announce(intl.formatMessage(messages.several, { count: ofOthers.length }));
    },
  });
}
