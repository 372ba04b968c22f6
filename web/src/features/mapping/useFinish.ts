import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { useNavigate } from 'react-router';
import { announce } from '../../app/announce';
import { signInAddress } from '../../app/viewer';
import type { SubmitMappingAnswerFragment } from '../../gql/graphql';
import type { HeldTask } from '../../task/useHeldTasks';
import { heldTasksQuery } from '../../task/useHeldTasks';
import { splitTask, stopMapping, submitAndTakeNext, submitMapping, takeAgain } from './answers';
import type { Draft, MappingAnswer } from './draft';
import { taskWorkQuery } from './taskWork';
import type { PanelProps } from './WorkOnTasks';

type Refused = Exclude<SubmitMappingAnswerFragment, { __typename: 'SubmitMappingPayload' }>;

/** What went otherwise, and what is possible now. `next`: a task that was taken all the same. */
export interface Trouble {
  message: string;
  kind: 'lost' | 'held-by-another' | 'retry';
  next?: HeldTask;
}

const messages: Record<'failed' | 'doneMapped' | 'doneReady' | 'doneBadImagery', MessageDescriptor> = defineMessages({
  failed: {
    id: 'finish.failed',
    defaultMessage: 'That did not reach the server. Your answer and comment are kept here. Try again.',
  },
  doneMapped: { id: 'finish.mapped', defaultMessage: 'Task {number, number} is mapped.' },
  doneReady: { id: 'finish.ready', defaultMessage: 'Task {number, number} is left for the next mapper.' },
  doneBadImagery: { id: 'finish.badImagery', defaultMessage: 'Task {number, number} is marked as imagery unusable.' },
});

/** The sentence for a task that was just handed in. */
export const doneMessages: Record<MappingAnswer, MessageDescriptor> = {
  MAPPED: messages.doneMapped,
  READY: messages.doneReady,
  BADIMAGERY: messages.doneBadImagery,
};

/** Handing in, stopping, splitting and taking again the task that is mapped. */
export function useFinish(props: PanelProps, draft: Draft<MappingAnswer>, forget: () => void) {
  const { project, tasks, setLeaving, goOnWith, refresh, setDone } = props;
  const task = tasks[0]!;
  const intl = useIntl();
  const navigate = useNavigate();
  const [submit, submitting] = useMutation(submitMapping);
  const [submitNext, submittingNext] = useMutation(submitAndTakeNext);
  const [stop, stopping] = useMutation(stopMapping);
  const [split, splitting] = useMutation(splitTask);
  const [take, taking] = useMutation(takeAgain);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [nothingLeft, setNothingLeft] = useState(false);

  const input = { projectId: project.id, taskNumber: task.number };
  const comment = draft.comment.trim() || null;
  const toTasks = (number: number) => void navigate(`/projects/${project.number}/tasks?task=${number}`);

  /** While something runs, the end of the lock is the person's doing and no surprise. */
  const run = async (action: () => Promise<boolean>) => {
    setTrouble(null);
    setLeaving(true);
    let finished = false;
    try {
      finished = await action();
    } catch {
      setTrouble({ kind: 'retry', message: intl.formatMessage(messages.failed) });
    }
    if (!finished) setLeaving(false);
    refresh();
  };

  const refuse = (refused: Refused, next?: HeldTask): false => {
    if (refused.__typename === 'NotSignedIn') location.assign(signInAddress());
    else {
      const lost = refused.__typename === 'LockEnded' || refused.__typename === 'LockNotHeld';
      const kind = !lost ? 'retry' : refused.holder ? 'held-by-another' : 'lost';
      setTrouble({ kind, message: refused.message, ...(next ? { next } : {}) });
    }
    return false;
  };

  const accepted = (answer: MappingAnswer, canUndo: boolean) => {
    forget();
    setDone({ number: task.number, answer, canUndo });
    announce(intl.formatMessage(doneMessages[answer], { number: task.number }));
  };

  const submitOnly = (status: MappingAnswer) =>
    run(async () => {
      const { data } = await submit({
        variables: { input: { ...input, lockVersion: task.lock!.version, status, comment } },
      });
      const result = data!.submitMapping;
      if (result.__typename !== 'SubmitMappingPayload') return refuse(result);
      accepted(status, result.task.viewerCanUndo.allowed);
      toTasks(task.number);
      return true;
    });

  const submitAndNext = (status: MappingAnswer) =>
    run(async () => {
      const { data } = await submitNext({
        variables: {
          input: { ...input, lockVersion: task.lock!.version, status, comment },
          // What was just left unfinished is the nearest of all: another one then, wherever it is.
          next: { projectId: project.id, near: task.number, random: status === 'READY' },
        },
        // All that the page shows of the next task came with the answer: it is asked for nothing more.
        update: (cache, { data }) => {
          const following = data?.lockNextTask;
          if (following?.__typename !== 'LockNextTaskPayload') return;
          cache.writeQuery({
            query: taskWorkQuery,
            variables: { ids: [following.task.id] },
            data: { nodes: [following.task] },
          });
          cache.updateQuery(
            { query: heldTasksQuery },
            (held) => held?.viewer && { ...held, viewer: { ...held.viewer, locks: [following.task] } },
          );
        },
      });
      const { submitMapping: result, lockNextTask: following } = data!;
      const next = following.__typename === 'LockNextTaskPayload' ? following.task : undefined;
      if (result.__typename !== 'SubmitMappingPayload') return refuse(result, next);
      accepted(status, result.task.viewerCanUndo.allowed);
      if (next) goOnWith([next]);
      else if (following.__typename === 'NothingLeft') setNothingLeft(true);
      else toTasks(task.number);
      return true;
    });

  const stopWork = () =>
    run(async () => {
      const { data } = await stop({ variables: { input: { ...input, comment } } });
      const result = data!.stopMapping;
      if (result.__typename === 'StopMappingPayload' || result.__typename === 'LockNotHeld') {
        if (result.__typename === 'StopMappingPayload') forget();
        toTasks(task.number);
        return true;
      }
      setTrouble({ kind: 'retry', message: result.message });
      return false;
    });

  const splitWork = () =>
    run(async () => {
      const { data } = await split({ variables: { input } });
      const result = data!.splitTask;
      if (result.__typename === 'SplitTaskPayload') {
        forget();
        toTasks(result.tasks[0]?.number ?? task.number);
        return true;
      }
      setTrouble({ kind: 'retry', message: result.message });
      return false;
    });

  const takeItAgain = () =>
    run(async () => {
      const { data } = await take({ variables: { input } });
      const result = data!.lockTaskForMapping;
      if (result.__typename === 'LockTaskForMappingPayload') {
        goOnWith([result.task]);
        return true;
      }
      setTrouble({ kind: 'held-by-another', message: result.message });
      return false;
    });

  return {
    submitOnly,
    submitAndNext,
    stopWork,
    splitWork,
    takeItAgain,
    trouble,
    nothingLeft,
    busy: submitting.loading || submittingNext.loading || stopping.loading || splitting.loading || taking.loading,
  };
}
