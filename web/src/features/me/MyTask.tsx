import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';
import { Swatch } from '../../map/Swatch';
import classes from './MyTask.module.css';

const myTaskFragment = graphql(`
  fragment MyTask on Task {
    id
    number
    status
    project {
      id
      number
      name
    }
  }
`);

type Props = {
  task: FragmentType<typeof myTaskFragment>;
  /** At the end of the row: when. */
  time: ReactNode;
  /** Under the row: what a validator asks. */
  children?: ReactNode;
};

/** A task among those of other projects: its state now, its number and its project. The row leads to it. */
export function MyTask({ task: from, time, children }: Props) {
  const { data: task, complete } = useFragment({ fragment: myTaskFragment, from });
  if (!complete) return null;
  const { number, status, project } = task;
  return (
    <li className={classes.row}>
      <Swatch state={status} large />
      <div className={classes.words}>
        <p className={classes.line}>
          <Link to={`/projects/${project.number}/tasks?task=${number}`} className={classes.name}>
            <FormattedMessage id="taskList.task" defaultMessage="Task {number, number}" values={{ number }} />
          </Link>
          <span className={classes.state}>
            <FormattedMessage {...stateMessages[status]} />
          </span>
        </p>
        <p className={classes.line}>
          <span className={classes.project}>{project.name}</span>
          <span className={classes.time}>{time}</span>
        </p>
      </div>
      {children && <div className={classes.more}>{children}</div>}
    </li>
  );
}

export function MyTasks({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}
