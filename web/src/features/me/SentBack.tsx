import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { Section } from '../../components/Page';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../gql';
import { MyTask, MyTasks } from './MyTask';
import classes from './SentBack.module.css';

const sentBackFragment = graphql(`
  fragment MySentBack on Person {
    id
    invalidatedTasks(isClosed: false, first: 20) {
      totalCount
      nodes {
        historyEntryId
        invalidatedAt
        invalidatedBy {
          id
          username
        }
        task {
          id
          validatorRequest
          ...MyTask
        }
      }
    }
  }
`);

/** Work of the person that validators sent back and nobody has mapped since: what they ask for. Nothing when there is none. */
export function SentBack({ person: from }: { person: FragmentType<typeof sentBackFragment> }) {
  const { data, complete } = useFragment({ fragment: sentBackFragment, fragmentName: 'MySentBack', from });
  const sentBack = complete ? data.invalidatedTasks : null;
  if (!sentBack || sentBack.totalCount === 0) return null;
  return (
    <Section
      title={
        <FormattedMessage
          id="sentBack.title"
          defaultMessage="{count, plural, one {# task was sent back to you} other {# tasks were sent back to you}}"
          values={{ count: sentBack.totalCount }}
        />
      }
      text={
        <FormattedMessage
          id="sentBack.text"
          defaultMessage="Each needs a little more mapping. Open one to take it again."
        />
      }
    >
      <MyTasks>
        {sentBack.nodes.map(({ historyEntryId, invalidatedAt, invalidatedBy, task }) => (
          <MyTask key={historyEntryId} task={task} time={<TimeAgo at={invalidatedAt} />}>
            <span className={classes.who}>
              <bdi>{invalidatedBy.username}</bdi>
            </span>
            {task.validatorRequest && <q className={classes.asks}>{task.validatorRequest}</q>}
          </MyTask>
        ))}
      </MyTasks>
    </Section>
  );
}
