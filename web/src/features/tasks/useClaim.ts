import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { useNavigate } from 'react-router';
import { signInAddress } from '../../app/viewer';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';

const lockForMapping = graphql(`
  mutation LockTaskForMapping($input: LockTaskForMappingInput!) {
    lockTaskForMapping(input: $input) {
      ... on LockTaskForMappingPayload {
        task {
          id
          number
          ...HeldTask
        }
      }
      ... on Error {
        message
        code
      }
      ... on TaskAlreadyLocked {
        holder {
          id
          username
        }
        expiresAt
        nextFree {
          id
          number
        }
      }
      ... on AlreadyHoldsLock {
        task {
          id
          number
          project {
            id
            number
          }
        }
      }
      ... on TaskNotInState {
        status
      }
    }
  }
`);

const lockNext = graphql(`
  mutation LockNextTask($input: LockNextTaskInput!) {
    lockNextTask(input: $input) {
      ... on LockNextTaskPayload {
        task {
          id
          number
          ...HeldTask
        }
      }
      ... on Error {
        message
        code
      }
      ... on AlreadyHoldsLock {
        task {
          id
          number
          project {
            id
            number
          }
        }
      }
    }
  }
`);

const lockForValidation = graphql(`
  mutation LockTasksForValidation($input: LockTasksForValidationInput!) {
    lockTasksForValidation(input: $input) {
      ... on LockTasksForValidationPayload {
        tasks {
          id
          number
          ...HeldTask
        }
      }
      ... on Error {
        message
        code
      }
      ... on TasksRefused {
        refusals {
          taskNumber
          code
          message
          holder {
            id
            username
          }
        }
      }
    }
  }
`);

export interface Refusal {
  taskNumber: number;
  code: string;
  message: string;
}

// Typed by hand: what `defineMessages` infers takes no values.
const messages: Record<'taken' | 'takenLast' | 'holds' | 'changed' | 'failed', MessageDescriptor> = defineMessages({
  taken: {
    id: 'claim.taken',
    defaultMessage: '{holder} took task {number, number} a moment ago. Here is the next free one nearby.',
  },
  takenLast: {
    id: 'claim.takenLast',
    defaultMessage:
      '{holder} took task {number, number} a moment ago, and there is no free one nearby. Choose another.',
  },
  holds: {
    id: 'claim.holds',
    defaultMessage: 'You have task {number, number} of project {project} already. Finish or stop it first.',
  },
  changed: {
    id: 'claim.changed',
    defaultMessage: 'Task {number, number} changed a moment ago. Its state is now: {state}.',
  },
  failed: { id: 'claim.failed', defaultMessage: 'The task could not be taken. Check your connection, then try again.' },
});

type Options = {
  project: { id: string; number: number };
  /** Selects another task in place of one that was gone. */
  select: (numbers: readonly number[]) => void;
  /** Rights or held tasks have changed: what shows them asks again. */
  refresh: () => void;
};

/** Takes a task and opens the page to work on it; when that fails, says why and what to do, never a dead end. */
export function useClaim({ project, select, refresh }: Options) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [map, mapping] = useMutation(lockForMapping);
  const [next, nexting] = useMutation(lockNext);
  const [validate, validating] = useMutation(lockForValidation);
  const [notice, setNotice] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const signIn = () => location.assign(signInAddress());
  const open = (page: 'map' | 'validate') => void navigate(`/projects/${project.number}/${page}`);
  /** Runs one attempt; a network failure says so and changes nothing. */
  const attempt = async (take: () => Promise<void>) => {
    setNotice(null);
    setRefusals([]);
    try {
      await take();
    } catch {
      setNotice(intl.formatMessage(messages.failed));
    }
  };
  const say = (sentence: string) => {
    setNotice(sentence);
    refresh();
  };

  const holds = (task: { number: number; project: { number: number } }) =>
    say(intl.formatMessage(messages.holds, { number: task.number, project: task.project.number }));

  /** Takes this task to map it. */
  const mapTask = (number: number) =>
    attempt(async () => {
      const { data } = await map({ variables: { input: { projectId: project.id, taskNumber: number } } });
      const result = data!.lockTaskForMapping;
      switch (result.__typename) {
        case 'LockTaskForMappingPayload':
          return open('map');
        case 'NotSignedIn':
          return signIn();
        case 'TaskAlreadyLocked':
          if (result.nextFree) select([result.nextFree.number]);
          return say(
            intl.formatMessage(result.nextFree ? messages.taken : messages.takenLast, {
              holder: result.holder.username,
              number,
            }),
          );
        case 'AlreadyHoldsLock':
          return holds(result.task);
        case 'TaskNotInState':
          return say(
            intl.formatMessage(messages.changed, { number, state: intl.formatMessage(stateMessages[result.status]) }),
          );
        default:
          return say(result.message);
      }
    });

  /** Takes any free task, near another where one is given. */
  const mapAny = (near: number | null) =>
    attempt(async () => {
      const { data } = await next({ variables: { input: { projectId: project.id, near } } });
      const result = data!.lockNextTask;
      switch (result.__typename) {
        case 'LockNextTaskPayload':
          return open('map');
        case 'NotSignedIn':
          return signIn();
        case 'AlreadyHoldsLock':
          return holds(result.task);
        default:
          return say(result.message);
      }
    });

  /** Takes these tasks to validate them: all or none, and for none each says why. */
  const validateTasks = (numbers: readonly number[]) =>
    attempt(async () => {
      const { data } = await validate({ variables: { input: { projectId: project.id, taskNumbers: [...numbers] } } });
      const result = data!.lockTasksForValidation;
      switch (result.__typename) {
        case 'LockTasksForValidationPayload':
          return open('validate');
        case 'NotSignedIn':
          return signIn();
        case 'TasksRefused':
          setRefusals(result.refusals);
          return say(result.message);
        default:
          return say(result.message);
      }
    });

  const busy = mapping.loading || nexting.loading || validating.loading;
  return { mapTask, mapAny, validateTasks, busy, notice, refusals, clear: () => setNotice(null) };
}
