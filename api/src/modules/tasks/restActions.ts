import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { e1, refuse, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { task, taskAnswer, taskAnswers, taskLocales } from '../../rest/task.js';
import { id, text } from '../../rest/values.js';
import type { Context, Services } from '../../graphql/context.js';
import type { Viewer } from '../../viewer.js';
import { riseOneLevel } from '../levels/service.js';
import { askForFigures } from '../statistics/service.js';
import { freshTask, standingIn } from './action.js';
import { LockNotHeld, type TaskName } from './errors.js';
import { taskByNumber, type ShownTask } from './rows.js';
import { lockTaskForMapping, splitTask, stopMapping, submitMapping, undoTask } from './service.js';

// One task at a time: taking it, giving it back, its result, undoing, splitting.

const tag = 'tasks';
const onTask = { project_id: id(), task_id: id() };
/** What a person says with an action. */
export const said = text({ max: 10_000 }).nullish();
export const invalidBody: [number, string] = [400, 'InvalidData'];

const nameOf = ({ project_id, task_id }: { project_id: number; task_id: number }): TaskName => ({
  projectId: project_id,
  number: task_id,
});

/** A lock that one does not hold: nobody's, or another's. */
const notHeld = (nobodys: string, others: string): Refusals => ({
  LOCK_NOT_HELD: (error) => e1(403, (error as LockNotHeld).isWithOther ? others : nobodys, error.message),
});
const MAPPING_NOT_HELD = notHeld('LockBeforeUnlocking', 'TaskNotOwned');

/** Why a project lets somebody not work. */
export const NOT_ALLOWED: Refusals = {
  'NOT_PERMITTED/USER_BLOCKED': [403, 'UserNotAllowed'],
  'NOT_PERMITTED/USER_NOT_ON_ALLOWED_LIST': [403, 'UserNotAllowed'],
  'NOT_PERMITTED/PROJECT_NOT_PUBLISHED': [403, 'ProjectNotPublished'],
  'NOT_PERMITTED/USER_NOT_ACCEPTED_LICENSE': [409, 'UserLicenseError'],
  ALREADY_HOLDS_LOCK: [403, 'UserAlreadyHasTaskLocked'],
};

const RESULTS = ['MAPPED', 'BADIMAGERY', 'READY'] as const;
const OTHER_STATUSES = ['LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION', 'VALIDATED', 'INVALIDATED', 'SPLIT'];

/** A wrong result is told to who holds the task; others are told that they do not. */
async function mustHold(services: Services, viewer: Viewer, name: TaskName): Promise<void> {
  await standingIn(services, viewer, name.projectId);
  const { lock_kind, lock_holder, lock_expires_at } = await freshTask(services, name);
  const [isMapped, isTheirs] = [lock_kind === 'MAPPING', lock_holder === viewer.id];
  if (!isMapped || !isTheirs) throw new LockNotHeld(name.number, lock_holder, lock_expires_at, null, isMapped);
}

async function unlock(
  context: Context,
  viewer: Viewer,
  name: TaskName,
  body: { status: string; comment?: string | null | undefined },
): Promise<ShownTask> {
  const word = body.status.toUpperCase();
  const status = RESULTS.find((result) => result === word);
  if (status) {
    const result = { lockVersion: null, status, comment: body.comment };
    return submitMapping(context, viewer, name, result, taskLocales(context));
  }
  await mustHold(context, viewer, name);
  const message = `The result of mapping is one of ${RESULTS.join(', ')}.`;
  if (OTHER_STATUSES.includes(word)) refuse(403, 'InvalidUnlockState', message);
  return refuse(400, 'InvalidData', message);
}

/**
 * Gives the next level to a mapper who has reached it, by the figures that are there, and has them counted anew in the background.
 * What goes wrong with it is no fault of the work that was sent.
 */
async function lookAtLevel(context: Context, viewer: Viewer, request: FastifyRequest): Promise<void> {
  try {
    const figuresObtainedAt = await riseOneLevel(context.database, viewer.id);
    await askForFigures(context, viewer.id, figuresObtainedAt);
  } catch (error) {
    request.log.warn({ err: error }, 'the level of a mapper was not looked at');
  }
}

export const actionOperations = [
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/lock-for-mapping/{task_id}/',
    tag,
    summary: 'Takes a task to map it.',
    access: 'login',
    keyScope: 'MAP',
    params: onTask,
    answers: task,
    fails: {
      403: 'The task is not to be mapped now, the project does not let you, or you hold another task.',
      404: 'There is no such project, or no such task.',
      409: "The project's licence is not accepted yet.",
    },
    refusals: {
      ...NOT_ALLOWED,
      TASK_ALREADY_LOCKED: [403, 'InvalidTaskState'],
      TASK_NOT_IN_STATE: [403, 'InvalidTaskState'],
      'NOT_PERMITTED/USER_NOT_TEAM_MEMBER': [403, 'MappingNotAllowed.USER_NOT_TEAM_MEMBER'],
      'NOT_PERMITTED/USER_NOT_CORRECT_MAPPING_LEVEL': [403, 'MappingNotAllowed.USER_NOT_CORRECT_MAPPING_LEVEL'],
      'NOT_PERMITTED/NOT_ASSIGNED': [403, 'UserNotAllowed'],
    },
    service: 'tasks: lockTaskForMapping',
    differences: [
      'A task is taken by one person only, even when two ask at the same moment, and a lock whose time is up is free. Asked again by its holder it answers the same: the original writes another lock, and turns a validation into mapping.',
    ],
    handler: async ({ context, viewer, params }) => {
      return taskAnswer(context, await lockTaskForMapping(context, viewer, nameOf(params), taskLocales(context)));
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/stop-mapping/{task_id}/',
    tag,
    summary: 'Gives a task back that you were mapping.',
    access: 'login',
    keyScope: 'MAP',
    params: onTask,
    body: z.object({ comment: said }),
    invalidBody,
    answers: task,
    fails: { 403: 'You are not mapping the task.', 404: 'There is no such project, or no such task.' },
    refusals: MAPPING_NOT_HELD,
    service: 'tasks: stopMapping',
    differences: ['The time held is kept when a comment is sent too: in the original the comment takes its place.'],
    handler: async ({ context, viewer, params, body }) => {
      await stopMapping(context, viewer, nameOf(params), { comment: body.comment });
      return (await taskAnswers(context, params.project_id, [params.task_id]))[0];
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/unlock-after-mapping/{task_id}/',
    tag,
    summary: 'Ends your mapping of a task: MAPPED, BADIMAGERY, or READY for others to go on.',
    access: 'login',
    keyScope: 'MAP',
    params: onTask,
    body: z.object({ status: text({ max: 100 }), comment: said }),
    invalidBody,
    answers: task,
    fails: {
      403: 'You are not mapping the task, or this is no result of mapping.',
      404: 'There is no such project, or no such task.',
    },
    refusals: MAPPING_NOT_HELD,
    service: 'tasks: submitMapping; levels: riseOneLevel; statistics: askForFigures',
    differences: [
      'A word that is no status is 400 InvalidData (500 there). The level is looked at by figures that are there, and these are fetched in the background: a slow statistics server fails nothing. A 404 is told as everywhere, with code and details.',
    ],
    handler: async ({ context, viewer, params, body, request }) => {
      try {
        return await taskAnswer(context, await unlock(context, viewer, nameOf(params), body));
      } finally {
        await lookAtLevel(context, viewer, request);
      }
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/undo-last-action/{task_id}/',
    tag,
    summary: "Takes the newest change of a task's state back.",
    access: 'login',
    keyScope: 'MAP',
    params: onTask,
    answers: task,
    fails: {
      403: 'There is nothing to undo, somebody works on the task, or it is not yours to undo.',
      404: 'There is no such project, or no such task.',
    },
    refusals: {
      TASK_ALREADY_LOCKED: [403, 'UndoPermissionError'],
      TASK_NOT_IN_STATE: [403, 'UndoPermissionError'],
      NOT_PERMITTED: [403, 'UndoPermissionError'],
      'NOT_PERMITTED/USER_BLOCKED': [403, 'UndoPermissionError'],
      'NOT_PERMITTED/USER_NOT_ACCEPTED_LICENSE': [403, 'UndoPermissionError'],
    },
    service: 'tasks: undoTask',
    differences: [
      'Who may undo is who made the newest change of state, and their figures go down: the original takes the newest entry of any kind, such as a comment of somebody else. Who mapped and validated a task before it was invalidated is put back. A validator who holds a task may undo another one.',
    ],
    handler: async ({ context, viewer, params }) => {
      await undoTask(context, viewer, nameOf(params));
      return (await taskAnswers(context, params.project_id, [params.task_id]))[0];
    },
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/split/{task_id}/',
    tag,
    summary: 'Splits a task that you are mapping into its quarters.',
    access: 'login',
    keyScope: 'MAP',
    params: onTask,
    answers: z.object({ tasks: z.array(task) }),
    fails: {
      403: 'The task is too small, or you are not mapping it.',
      404: 'There is no such project, or no such task.',
    },
    refusals: { ...notHeld('LockToSplit', 'SplitOtherUserTask'), TASK_TOO_SMALL: [403, 'SmallToSplit'] },
    service: 'tasks: splitTask',
    differences: [
      'Quarters of nothing are left out, where the original refuses; annotations are no hindrance; two splits at once do not get the same numbers. What was done before is counted once, not once a part.',
    ],
    handler: async ({ context, viewer, params }) => {
      const name = nameOf(params);
      const now = await taskByNumber(context.database, name);
      if (now?.lock_holder === viewer.id && now.lock_kind === 'VALIDATION')
        refuse(403, 'LockToSplit', 'Stop validating this task and take it for mapping; then it can be split.');
      const parts = await splitTask(context, viewer, name);
      return {
        tasks: await taskAnswers(
          context,
          params.project_id,
          parts.map(({ number }) => number),
        ),
      };
    },
  }),
];
