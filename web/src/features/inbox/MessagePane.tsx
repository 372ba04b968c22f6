import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconFilter, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Problem } from '../../components/Problem';
import { Html } from '../../components/Html';
import { PersonLink } from '../../components/PersonLink';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import pageClasses from './InboxPage.module.css';
import { JoinRequest } from './JoinRequest';
import classes from './MessagePane.module.css';
import { useChanges } from './useChanges';

const messageQuery = graphql(`
  query Message($number: Int!) {
    viewer {
      notification(number: $number) {
        number
        type
        subject
        bodyHtml
        at
        readAt
        taskNumber
        projectNumber
        project {
          id
          name
        }
        team {
          id
          number
          name
        }
        sender {
          id
          osmId
          username
          pictureUrl
        }
        ...JoinRequest
      }
    }
  }
`);

type Props = {
  number: number;
  /** The filters as they stand in the address. */
  search: string;
  /** It is the whole page, as on a phone. */
  alone: boolean;
  onProject: (project: number) => void;
  onDelete: () => void;
};

/** One message. Opening it marks it as read. */
export function MessagePane({ number, search, alone, onProject, onDelete }: Props) {
  const { data, error, refetch } = useQuery(messageQuery, { variables: { number } });
  const { read, problem } = useChanges();
  const message = data?.viewer?.notification;

  const marked = useRef(false);
  useEffect(() => {
    if (!message || message.readAt || marked.current) return;
    marked.current = true;
    void read({ numbers: [number] });
  }, [message, number, read]);

  const title = useRef<HTMLHeadingElement>(null);
  const isThere = Boolean(message);
  useEffect(() => {
    if (isThere) title.current?.focus({ preventScroll: true });
  }, [isThere]);

  const Title = alone ? 'h1' : 'h2';
  return (
    <div className={pageClasses.pane}>
      <div className={pageClasses.column}>
        {alone && (
          <Link to={`/inbox${search}`} replace className={classes.back}>
            <IconArrowLeft size={18} aria-hidden className={classes.arrow} />
            <FormattedMessage id="page.inbox" defaultMessage="Inbox" />
          </Link>
        )}
        {message ? (
          <article aria-labelledby="message-title">
            <Title id="message-title" ref={title} tabIndex={-1} className={classes.title} dir="auto">
              {message.subject}
            </Title>
            <div className={classes.meta}>
              {message.sender ? (
                <PersonLink person={message.sender} />
              ) : (
                <FormattedMessage id="inbox.fromSystem" defaultMessage="From Taskgrid" />
              )}
              <time dateTime={message.at}>
                <FormattedDate value={message.at} dateStyle="long" timeStyle="short" />
              </time>
              <Button
                variant="subtle"
                size="xs"
                className={classes.delete}
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={onDelete}
              >
                <FormattedMessage id="inbox.delete" defaultMessage="Delete" />
              </Button>
            </div>
            <Problem>{problem}</Problem>
            <div className={classes.body}>
              <Html html={message.bodyHtml} />
            </div>
            <JoinRequest message={message} />
            <Actions {...message} onProject={onProject} />
          </article>
        ) : data ? (
          <EmptyState
            page={alone}
            title={<FormattedMessage id="inbox.gone" defaultMessage="This message is not there any more" />}
            action={
              <Button component={Link} to={`/inbox${search}`} variant="default">
                <FormattedMessage id="inbox.back" defaultMessage="Back to the inbox" />
              </Button>
            }
          />
        ) : error ? (
          <ErrorState
            title={<FormattedMessage id="inbox.messageFailed" defaultMessage="The message could not be loaded." />}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <Waiting>
            <LineSkeleton width="70%" height={22} />
            <LineSkeleton width="40%" />
            <LineSkeleton width="100%" />
            <LineSkeleton width="90%" />
          </Waiting>
        )}
      </div>
    </div>
  );
}

type About = {
  taskNumber: number | null;
  projectNumber: number | null;
  project: { name: string } | null;
  team: { number: number; name: string } | null;
  onProject: (project: number) => void;
};

/** The ways on: to the task, project or team that the message is about, as far as the person may see it. */
function Actions({ taskNumber, projectNumber, project, team, onProject }: About) {
  if (!projectNumber && !team) return null;
  return (
    <div className={classes.actions}>
      {project && projectNumber && taskNumber && (
        <Button component={Link} to={`/projects/${projectNumber}/tasks?task=${taskNumber}`}>
          <FormattedMessage
            id="inbox.openTask"
            defaultMessage="Open task {number, number}"
            values={{ number: taskNumber }}
          />
        </Button>
      )}
      {project && projectNumber && (
        <Button component={Link} to={`/projects/${projectNumber}`} variant={taskNumber ? 'default' : 'filled'}>
          <FormattedMessage id="inbox.openProject" defaultMessage="Open the project" />
        </Button>
      )}
      {team && (
        <Button component={Link} to={`/teams/${team.number}`} variant={project ? 'default' : 'filled'}>
          <FormattedMessage id="inbox.openTeam" defaultMessage="Open the team" />
        </Button>
      )}
      {projectNumber && (
        <Button
          variant="subtle"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={() => onProject(projectNumber)}
        >
          <FormattedMessage id="inbox.sameProject" defaultMessage="All messages about this project" />
        </Button>
      )}
    </div>
  );
}
