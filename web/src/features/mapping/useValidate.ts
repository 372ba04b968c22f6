import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { useNavigate } from 'react-router';
import { announce } from '../../app/announce';
import { signInAddress } from '../../app/viewer';
import { stopValidation, submitValidation, takeForValidationAgain } from './answers';
import type { useValidationDrafts } from './draft';
import type { PanelProps } from './WorkOnTasks';

interface Refusal {
  taskNumber: number;
  message: string;
}

const messages: Record<'failed' | 'done' | 'refused', MessageDescriptor> = defineMessages({
  failed: {
    id: 'validate.failed',
    defaultMessage: 'That did not reach the server. Your answers are kept here. Try again.',
  },
  done: {
    id: 'validate.done',
    defaultMessage: '{count, plural, one {# answer is} other {# answers are}} handed in.',
  },
  refused: {
    id: 'validate.refused',
    defaultMessage: 'Nothing was handed in: see what each task says below. Your answers are kept here.',
  },
});

/** Handing in the answers for the tasks that are validated, stopping, and taking them again. */
export function useValidate(props: PanelProps, drafts: ReturnType<typeof useValidationDrafts>) {
  const { project, tasks, stillHeld, setLeaving, goOnWith, refresh } = props;
  const intl = useIntl();
  const navigate = useNavigate();
  const [send, sending] = useMutation(submitValidation);
  const [giveBack, givingBack] = useMutation(stopValidation);
  const [take, taking] = useMutation(takeForValidationAgain);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const run = async (action: () => Promise<boolean>) => {
    setTrouble(null);
    setRefusals([]);
    setLeaving(true);
    let finished = false;
    try {
      finished = await action();
    } catch {
      setTrouble(intl.formatMessage(messages.failed));
    }
    if (!finished) setLeaving(false);
    refresh();
  };
  const refuse = (refused: { __typename: string; message: string; refusals?: readonly Refusal[] }): false => {
    if (refused.__typename === 'NotSignedIn') location.assign(signInAddress());
    else if (refused.refusals) {
      setRefusals(refused.refusals);
      setTrouble(intl.formatMessage(messages.refused));
    } else setTrouble(refused.message);
    return false;
  };
  const toTasks = () => void navigate(`/projects/${project.number}/tasks?show=to-validate`);

  /** Hands in the answers for these tasks; the others stay with the person. */
  const submit = (numbers: readonly number[]) =>
    run(async () => {
      const results = tasks
        .filter((task) => numbers.includes(task.number))
        .map((task) => {
          const { answer, comment, issues } = drafts.of(task.number);
          return {
            taskNumber: task.number,
            lockVersion: task.lock!.version,
            status: answer!,
            comment: comment.trim() || null,
            issues: Object.entries(issues ?? {})
              .filter(([, count]) => count > 0)
              .map(([categoryNumber, count]) => ({ categoryNumber: Number(categoryNumber), count })),
          };
        });
      const { data } = await send({ variables: { input: { projectId: project.id, results } } });
      const result = data!.submitValidation;
      if (result.__typename !== 'SubmitValidationPayload') return refuse(result);
      drafts.forget(numbers);
      announce(intl.formatMessage(messages.done, { count: numbers.length }));
      const rest = tasks.filter((task) => !numbers.includes(task.number));
      if (rest.length > 0) goOnWith(rest);
      else toTasks();
      return true;
    });

  const stop = () =>
    run(async () => {
      const input = {
        projectId: project.id,
        tasks: stillHeld.map((task) => ({
          taskNumber: task.number,
          comment: drafts.of(task.number).comment.trim() || null,
        })),
      };
      if (input.tasks.length > 0) {
        const { data } = await giveBack({ variables: { input } });
        const result = data!.stopValidation;
        if (result.__typename !== 'StopValidationPayload') return refuse(result);
      }
      drafts.forget(tasks.map((task) => task.number));
      toTasks();
      return true;
    });

  const takeAgain = () =>
    run(async () => {
      const taskNumbers = tasks.map((task) => task.number);
      const { data } = await take({ variables: { input: { projectId: project.id, taskNumbers } } });
      const result = data!.lockTasksForValidation;
      if (result.__typename !== 'LockTasksForValidationPayload') return refuse(result);
      goOnWith(result.tasks);
      return true;
    });

  return {
    submit,
    stop,
    takeAgain,
    trouble,
    refusals,
    busy: sending.loading || givingBack.loading || taking.loading,
  };
}
