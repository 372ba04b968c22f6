import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useRef, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { signInAddress } from '../../app/viewer';
import { CommentField } from '../../components/comment/CommentField';
import { useDraftText } from '../../components/comment/useDraftText';
import { ErrorState } from '../../components/ErrorState';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { Comment } from './Comment';
import classes from './Conversation.module.css';
import { applyChanges } from './conversationChanges';
import { useLiveConversation } from './useLiveConversation';

const PAGE = 20;

export const conversationQuery = graphql(`
  query ProjectConversation($project: ID!, $first: Int!, $after: String) {
    project(id: $project) {
      id
      conversationCursor
      viewerCanComment {
        allowed
        reason
        message
      }
      comments(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...ProjectComment
          }
        }
      }
    }
  }
`);

const postMutation = graphql(`
  mutation PostProjectComment($input: PostProjectCommentInput!) {
    postProjectComment(input: $input) {
      ... on PostProjectCommentPayload {
        comment {
          id
          ...ProjectComment
        }
      }
      ... on InvalidInput {
        issues {
          message
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const messages = defineMessages({
  label: { id: 'conversation.label', defaultMessage: 'Your question or comment' },
  posted: { id: 'conversation.posted', defaultMessage: 'Your comment is posted.' },
});

/** What people ask and say about the project, newest first, and a place to join in. */
export function Conversation({ project }: { project: string }) {
  const intl = useIntl();
  const { data, loading, error, refetch, fetchMore } = useQuery(conversationQuery, {
    variables: { project, first: PAGE },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [post, { loading: posting }] = useMutation(postMutation);
  const draft = useDraftText(`project-comment:${project}`);
  const [problem, setProblem] = useState<string | null>(null);
  const [replies, setReplies] = useState(0);
  const box = useRef<HTMLDivElement>(null);

  const { cache } = useApolloClient();
  useLiveConversation(data?.project);

  const { id = '', viewerCanComment: may, comments } = data?.project ?? {};
  if (error && !comments) {
    return (
      <ErrorState
        title={<FormattedMessage id="conversation.failed" defaultMessage="The conversation could not be loaded." />}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    );
  }
  if (!comments || !may) {
    return (
      <Waiting>
        <Skeleton height={150} mb={16} />
        <Skeleton height={64} mb={16} />
        <Skeleton height={64} />
      </Waiting>
    );
  }

  const submit = async () => {
    if (!draft.text.trim() || posting) return;
    setProblem(null);
    try {
      const { data: answer } = await post({ variables: { input: { projectId: project, markdown: draft.text } } });
      const result = answer?.postProjectComment;
      if (result && 'comment' in result) {
        draft.forget();
        announce(intl.formatMessage(messages.posted));
        applyChanges(cache, id, { there: [result.comment.id], gone: [] });
      } else if (result) {
        setProblem(('issues' in result && result.issues[0]?.message) || result.message);
      }
    } catch {
      setProblem(
        intl.formatMessage({
          id: 'conversation.notSent',
          defaultMessage: 'Your comment was not sent. It is kept here. Try again.',
        }),
      );
    }
  };
  const reply = (username: string) => {
    draft.setText(`${draft.text}${draft.text && !/\s$/.test(draft.text) ? ' ' : ''}@[${username}] `);
    box.current?.scrollIntoView({ block: 'nearest' });
    setReplies(replies + 1);
  };

  return (
    <>
      <div ref={box} className={classes.box}>
        {may.allowed ? (
          <CommentField
            value={draft.text}
            onChange={draft.setText}
            onSubmit={() => void submit()}
            label={intl.formatMessage(messages.label)}
            projectId={project}
            minRows={2}
            focusOn={replies}
            error={problem}
            actions={
              <Button onClick={() => void submit()} loading={posting} disabled={!draft.text.trim()}>
                <FormattedMessage id="conversation.post" defaultMessage="Post comment" />
              </Button>
            }
          />
        ) : may.reason === 'NOT_SIGNED_IN' ? (
          <p className={classes.quiet}>
            <FormattedMessage
              id="conversation.signIn"
              defaultMessage="<a>Sign in</a> to ask a question or to answer one."
              values={{
                a: (words) => (
                  <a key="sign-in" href={signInAddress(`/projects/${project}`)}>
                    {words}
                  </a>
                ),
              }}
            />
          </p>
        ) : (
          <p className={classes.quiet}>{may.message}</p>
        )}
      </div>
      {comments.edges.length === 0 ? (
        <p className={classes.quiet}>
          <FormattedMessage
            id="conversation.none"
            defaultMessage="Nobody has written yet. Questions are welcome here."
          />
        </p>
      ) : (
        <ol className={classes.list}>
          {comments.edges.map(({ node }) => (
            <Comment
              key={node.id}
              comment={node}
              onReply={may.allowed ? reply : undefined}
              onDeleted={() => applyChanges(cache, id, { there: [], gone: [node.id] })}
            />
          ))}
        </ol>
      )}
      {comments.totalCount > PAGE && (
        <ShowMore
          shown={comments.edges.length}
          total={comments.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { after: comments.pageInfo.endCursor } }).catch(() => undefined)}
        />
      )}
    </>
  );
}
