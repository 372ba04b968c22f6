import { z } from 'zod';
import type { Context } from '../../graphql/context.js';
import { success } from '../../rest/answers.js';
import { notFound, refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { task, taskAnswers } from '../../rest/task.js';
import { id, int, oneOf, text } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import { whyNotValidate } from '../projects/policy.js';
import type { Standing } from '../projects/standing.js';
import { standingIn } from './action.js';
import { TasksRefused, type TaskRefusal } from './errors.js';
import { whyNotValidateTask } from './policy.js';
import { invalidBody, NOT_ALLOWED, said } from './restActions.js';
import { tasksByNumber, tasksHeldBy } from './rows.js';
import { extendLocks, lockTasksForValidation, stopValidation, submitValidation } from './service.js';

// Several tasks at a time, all or none: taking them for validation, giving them back, verdicts, more time.

const tag = 'tasks';
const inProject = { project_id: id() };
const tasksAnswer = z.object({ tasks: z.array(task) });
const taskIds = z.object({ taskIds: z.array(id()) });
const issues = z
  .array(
    z.object({
      mappingIssueCategoryId: id(),
      issue: text({ max: 500 }).nullish(),
      count: int({ min: 0, max: 10_000 }),
    }),
  )
  .nullish();

const NOT_HELD = { NOT_LOCKED: 'NotLockedForValidation', LOCKED_BY_OTHER: 'TaskNotOwned' };

/**
 * Does the work; the first task that refused says why, by the SubCodes of the operation. Tasks that there are not are named one
 * by one, as `task_id`, or together, as `tasks`.
 */
export async function refusingTasks<Answer>(
  projectId: number,
  subCodes: Record<string, string>,
  work: () => Promise<Answer>,
  named: 'task_id' | 'tasks' = 'task_id',
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TasksRefused)) throw error;
    const { taskNumber, code, message } = error.refusals[0] as TaskRefusal;
    if (code === 'TASK_NOT_FOUND') {
      const missing = error.refusals.map((each) => each.taskNumber);
      notFound('TASK', {
        project_id: projectId,
        ...(named === 'tasks' ? { tasks: missing } : { task_id: taskNumber }),
      });
    }
    refuse(403, subCodes[code] ?? 'InvalidTaskState', message);
  }
}

/** What hinders the validation of tasks, in the order in which the original looks: each task, the project, other locks. */
async function mustBeFreeToValidate(context: Context, viewer: Viewer, standing: Standing, numbers: number[]) {
  const { projectId } = standing;
  const tasks = new Map((await tasksByNumber(context.database, projectId, numbers)).map((each) => [each.number, each]));
  for (const number of numbers) {
    const found = tasks.get(number);
    if (!found) notFound('TASK', { project_id: projectId, task_id: number });
    if (found.lock_holder === viewer.id && found.lock_kind === 'VALIDATION') continue;
    const refusal = whyNotValidateTask(found, standing);
    if (refusal)
      refuse(
        403,
        refusal.reason === 'OWN_WORK' ? 'CannotValidateMappedTask' : 'NotReadyForValidation',
        refusal.message,
      );
  }
  const refusal = whyNotValidate(standing);
  if (refusal) throw refusal;
  const held = await tasksHeldBy(context.database, viewer.id);
  const other = held.find(({ project_id, number }) => project_id !== projectId || !numbers.includes(number));
  if (held.length > 0 && (other || held.length < new Set(numbers).size))
    refuse(403, 'UserAlreadyHasTaskLocked', 'You are still working on other tasks. Finish or stop them first.');
}

export const validationOperations = [
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/lock-for-validation/',
    tag,
    summary: 'Takes tasks to validate them, all or none.',
    access: 'login',
    keyScope: 'MAP',
    params: inProject,
    body: taskIds,
    invalidBody,
    answers: tasksAnswer,
    fails: {
      403: 'A task is not to be validated by you now, the project does not let you, or you hold other tasks.',
      404: 'There is no such project, or no such task.',
      409: "The project's licence is not accepted yet.",
    },
    refusals: { ...NOT_ALLOWED, NOT_PERMITTED: [403, 'ValidtionNotAllowed'] },
    service: 'tasks: lockTasksForValidation',
    differences: [
      'At most 500 tasks at once. Tasks of another project with the same numbers do not count as those asked for, and a task named twice is taken once.',
    ],
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      const numbers = [...new Set(body.taskIds)];
      await mustBeFreeToValidate(context, viewer, await standingIn(context, viewer, project_id), numbers);
      if (numbers.length === 0) return { tasks: [] };
      await refusingTasks(
        project_id,
        {
          LOCKED_BY_OTHER: 'NotReadyForValidation',
          WRONG_STATE: 'NotReadyForValidation',
          OWN_WORK: 'CannotValidateMappedTask',
          HOLDS_OTHER_LOCK: 'UserAlreadyHasTaskLocked',
        },
        () => lockTasksForValidation(context, viewer, project_id, numbers),
      );
      return { tasks: await taskAnswers(context, project_id, numbers) };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/stop-validation/',
    tag,
    summary: 'Gives tasks back that you were validating, all or none.',
    access: 'login',
    keyScope: 'MAP',
    params: inProject,
    body: z.object({ resetTasks: z.array(z.object({ taskId: id(), comment: said })) }),
    invalidBody,
    answers: tasksAnswer,
    fails: { 403: 'You are not validating one of the tasks.', 404: 'There is no such project, or no such task.' },
    service: 'tasks: stopValidation',
    differences: ['The time held is kept when a comment is sent too: in the original the comment takes its place.'],
    handler: async ({ context, viewer, params: { project_id }, body: { resetTasks } }) => {
      await standingIn(context, viewer, project_id);
      const tasks = resetTasks.map(({ taskId, comment }) => ({ taskNumber: taskId, comment }));
      if (tasks.length > 0)
        await refusingTasks(project_id, NOT_HELD, () => stopValidation(context, viewer, project_id, tasks));
      return {
        tasks: await taskAnswers(
          context,
          project_id,
          resetTasks.map(({ taskId }) => taskId),
        ),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/unlock-after-validation/',
    tag,
    summary: 'Ends your validation of tasks with a verdict each, all or none.',
    access: 'login',
    keyScope: 'MAP',
    params: inProject,
    body: z.object({
      validatedTasks: z.array(
        z.object({
          taskId: id(),
          status: oneOf(['VALIDATED', 'INVALIDATED', 'MAPPED']),
          comment: said,
          validationIssues: issues,
        }),
      ),
    }),
    invalidBody,
    answers: tasksAnswer,
    fails: { 403: 'You are not validating one of the tasks.', 404: 'There is no such project, or no such task.' },
    service: 'tasks: submitValidation',
    differences: [
      'All tasks or none: the original leaves half of them done when one fails. A verdict is VALIDATED, INVALIDATED or MAPPED, anything else 400 InvalidData. Mapping issues are stored once, on the change of state, and their category must be in use. A task that nobody mapped can be validated.',
    ],
    handler: async ({ context, viewer, params: { project_id }, body: { validatedTasks } }) => {
      await standingIn(context, viewer, project_id);
      const verdicts = validatedTasks.map(({ taskId, status, comment, validationIssues }) => ({
        taskNumber: taskId,
        lockVersion: null,
        status,
        comment,
        issues: validationIssues
          ?.filter(({ count }) => count > 0)
          .map(({ mappingIssueCategoryId, count }) => ({ categoryNumber: mappingIssueCategoryId, count })),
      }));
      if (verdicts.length > 0)
        await refusingTasks(project_id, NOT_HELD, () => submitValidation(context, viewer, project_id, verdicts));
      return {
        tasks: await taskAnswers(
          context,
          project_id,
          validatedTasks.map(({ taskId }) => taskId),
        ),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/extend/',
    tag,
    summary: 'Gives your tasks their full time again.',
    access: 'login',
    keyScope: 'MAP',
    params: inProject,
    body: taskIds,
    invalidBody,
    answers: success,
    fails: { 403: 'One of the tasks is not yours.', 404: 'There is no such project, or no such task.' },
    service: 'tasks: extendLocks',
    handler: async ({ context, viewer, params: { project_id }, body }) => {
      await standingIn(context, viewer, project_id);
      if (body.taskIds.length > 0)
        await refusingTasks(
          project_id,
          { NOT_LOCKED: 'TaskStatusNotLocked', LOCKED_BY_OTHER: 'LockedByAnotherUser' },
          () => extendLocks(context, viewer, project_id, body.taskIds),
        );
      return { Success: 'You have the full time again.' };
    },
  }),
];
