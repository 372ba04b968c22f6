import { Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './TaskCard.module.css';
import { part } from '../../app/part';

const AssignDialog = part(() => import('./AssignDialog'));

export type Assignee = {
  person: { id: string; osmId: number; username: string } | null;
  team: { id: string; number: number; name: string } | null;
};

type Props = {
  project: { id: string; number: number };
  task: { number: number; assignees: readonly Assignee[] };
  canEdit: boolean;
  onChanged: () => void;
};

/** For whom a task is meant; those who manage the project change it here. */
export function Assignees({ project, task, canEdit, onChanged }: Props) {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <span className={classes.assignees}>
      {task.assignees.map(({ person, team }, index) => (
        <span key={person?.id ?? team?.id ?? index}>
          {index > 0 && ', '}
          <bdi>{person?.username ?? team?.name}</bdi>
        </span>
      ))}
      {canEdit && (
        <button type="button" aria-haspopup="dialog" onClick={() => setOpened(true)}>
          {task.assignees.length > 0 ? (
            <FormattedMessage id="assign.change" defaultMessage="Change" />
          ) : (
            <FormattedMessage id="assign.choose" defaultMessage="Choose people" />
          )}
        </button>
      )}
      {opened !== null && (
        <Suspense fallback={null}>
          <AssignDialog
            opened={opened}
            onClose={() => setOpened(false)}
            project={project}
            numbers={[task.number]}
            before={task.assignees}
            onChanged={onChanged}
          />
        </Suspense>
      )}
    </span>
  );
}
