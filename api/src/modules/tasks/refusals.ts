import { STATUS_WORDS, type TaskRefusal } from './errors.js';
import type { LockAnswer } from './rows.js';

/** Why a task refused, in an action over several; undefined when it did not. */
export function refusalOf(answer: LockAnswer, comment: string | null): TaskRefusal | undefined {
  const { number, outcome } = answer;
  if (outcome === 'DONE' || outcome === 'NOT_DONE') return undefined;
  const messages: Partial<Record<LockAnswer['outcome'], string>> = {
    TASK_NOT_FOUND: `This project has no task ${number}.`,
    LOCKED_BY_OTHER: `${answer.holder_name} is working on task ${number}.`,
    HOLDS_OTHER_LOCK: `You are still working on task ${answer.other_number} of project ${answer.other_project_id}. Finish or stop it first.`,
    WRONG_STATE: `Task ${number} is ${STATUS_WORDS[answer.status ?? ''] ?? answer.status}: there is nothing to validate.`,
    OWN_WORK: `You mapped task ${number} yourself: somebody else validates it.`,
    NOT_LOCKED: `You are not working on task ${number} any more.`,
    STALE_LOCK: `Your time for task ${number} ended and it went on without you.`,
  };
  return {
    taskNumber: number,
    code: outcome,
    message: messages[outcome] ?? `Task ${number} cannot be changed now.`,
    holderId: answer.holder,
    expiresAt: answer.lock_expires_at,
    comment,
  };
}
