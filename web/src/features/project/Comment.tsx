import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Confirm } from '../../components/ConfirmButton';
import { Avatar } from '../../components/Avatar';
import { Html } from '../../components/Html';
import { PersonLink } from '../../components/PersonLink';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../gql';
import classes from './Conversation.module.css';

export const commentFragment = graphql(`
  fragment ProjectComment on ProjectComment {
    id
    html
    at
    person {
      id
      osmId
      username
      pictureUrl
    }
    viewerCanDelete {
      allowed
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteProjectComment($input: DeleteProjectCommentInput!) {
    deleteProjectComment(input: $input) {
      ... on DeleteProjectCommentPayload {
        project {
          id
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

type Props = {
  comment: FragmentType<typeof commentFragment>;
  /** Begins an answer that names who wrote this; without it none can be written. */
  onReply: ((username: string) => void) | undefined;
  onDeleted: () => void;
};

/** One thing somebody said. Who said it, and who manages the project, can delete it. */
export function Comment({ comment: from, onReply, onDeleted }: Props) {
  const { data: comment, complete } = useFragment({ fragment: commentFragment, from });
  const [remove] = useMutation(deleteMutation);
  const [asked, setAsked] = useState(false);
  if (!complete) return null;
  const { person, at, html, viewerCanDelete } = comment;

  const confirm = async () => {
    const result = (await remove({ variables: { input: { commentId: comment.id } } })).data?.deleteProjectComment;
    if (result?.__typename === 'DeleteProjectCommentPayload') onDeleted();
    return result;
  };

  return (
    <li className={classes.comment}>
      <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={32} />
      <article>
        <header className={classes.by}>
          <PersonLink person={person} size={0} />
          <TimeAgo at={at} />
        </header>
        <Html html={html} />
        <div className={classes.actions}>
          {onReply && (
            <button type="button" onClick={() => onReply(person.username)}>
              <FormattedMessage id="comment.reply" defaultMessage="Reply" />
            </button>
          )}
          {viewerCanDelete.allowed && (
            <button type="button" onClick={() => setAsked(true)}>
              <FormattedMessage id="comment.delete" defaultMessage="Delete" />
            </button>
          )}
        </div>
      </article>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={
          <FormattedMessage
            id="comment.deleteTitle"
            defaultMessage="Delete the comment of {name}?"
            values={{ name: <bdi>{person.username}</bdi> }}
          />
        }
        text={
          <FormattedMessage
            id="comment.deleteText"
            defaultMessage="It is gone for everybody, and cannot be brought back."
          />
        }
        verb={<FormattedMessage id="comment.deleteConfirm" defaultMessage="Delete comment" />}
        change={confirm}
      />
    </li>
  );
}
