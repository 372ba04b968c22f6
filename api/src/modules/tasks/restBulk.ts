import { success } from '../../rest/answers.js';
import { operation } from '../../rest/operation.js';
import { refuse, type Refusals } from '../../rest/errors.js';
import { managedProject } from '../../rest/readProject.js';
import { id, text } from '../../rest/values.js';
import type { BulkAction } from './bulk.js';
import type { TaskStatus } from './rows.js';
import { bulkTaskAction } from './service.js';

// What managers do to many tasks at once.

const tag = 'tasks';
const params = { project_id: id() };
const fails = { 403: 'You do not manage the project.', 404: 'There is no such project.' };
const refusals: Refusals = { 'NOT_PERMITTED/USER_BLOCKED': [403, 'UserPermissionError'] };

/** `statuses`: which tasks, by what people see of them; all where none are named. */
const bulk = (
  path: string,
  action: BulkAction,
  statuses: TaskStatus[] | undefined,
  { summary, done, differences }: { summary: string; done: string; differences: string[] },
) =>
  operation({
    method: 'POST',
    path: `/projects/{project_id}/tasks/actions/${path}/`,
    tag,
    summary,
    access: 'login',
    params,
    answers: success,
    fails,
    refusals,
    service: 'tasks: bulkTaskAction',
    differences,
    handler: async ({ context, viewer, params: { project_id } }) => {
      await managedProject(context, viewer, project_id);
      const selection = statuses ? { statuses } : { all: true };
      await bulkTaskAction(context, viewer, { projectId: project_id, action, selection, withLocks: true });
      return { Success: done };
    },
  });

const WORK = ['VALIDATED', 'BADIMAGERY'] as const;

export const bulkOperations = [
  bulk('map-all', 'MARK_MAPPED', ['READY', 'LOCKED_FOR_MAPPING', 'INVALIDATED', 'LOCKED_FOR_VALIDATION'], {
    summary: 'Marks all tasks as mapped that are neither mapped nor validated nor without imagery.',
    done: 'All tasks are mapped.',
    differences: [
      'Whose task it was keeps the time of their lock. Mapped tasks that somebody validates stay with them. Figures are counted from the tasks.',
    ],
  }),
  bulk('validate-all', 'MARK_VALIDATED', ['MAPPED'], {
    summary: 'Marks all mapped tasks as validated.',
    done: 'All mapped tasks are validated.',
    differences: ['Tasks that somebody validates are not counted as validated.'],
  }),
  bulk('invalidate-all', 'INVALIDATE', ['VALIDATED'], {
    summary: 'Sends all validated tasks back to be mapped again.',
    done: 'All validated tasks need more mapping.',
    differences: ['The mappers are told.'],
  }),
  bulk('reset-all-badimagery', 'RESET_BAD_IMAGERY', ['BADIMAGERY'], {
    summary: 'Makes all tasks ready again that were marked as having no usable imagery.',
    done: 'All tasks without usable imagery are ready to be mapped.',
    differences: ['The tasks are nobody’s work afterwards: the original keeps who marked them as their mapper.'],
  }),
  bulk('reset-all', 'RESET', undefined, {
    summary: 'Makes all tasks ready again.',
    done: 'All tasks are ready to be mapped.',
    differences: ['Whose task it was keeps the time of their lock; the original writes that its time was up.'],
  }),
  operation({
    method: 'POST',
    path: '/projects/{project_id}/tasks/actions/reset-by-user/',
    tag,
    summary: 'Takes back what one person validated, or marked as having no usable imagery.',
    access: 'login',
    params,
    query: { username: text({ max: 255 }).optional(), action: text({ max: 100 }).optional() },
    answers: success,
    fails: { ...fails, 400: 'There is no such person, or this is no action.' },
    refusals: {
      'NOT_PERMITTED/NOT_MANAGER': [403, 'UserActionNotPermitted'],
      'NOT_PERMITTED/USER_BLOCKED': [403, 'UserActionNotPermitted'],
    },
    service: 'tasks: bulkTaskAction',
    differences: ['The manager does it and is written down for it, and needs no permission of the person.'],
    handler: async ({ context, viewer, params: { project_id }, query }) => {
      const work = WORK.find((each) => each === query.action?.toUpperCase());
      if (!work) refuse(400, 'InvalidData', `Say what to take back: action is one of ${WORK.join(', ')}.`);
      const person =
        query.username &&
        (await context.database.prisma.person.findUnique({
          where: { username: query.username },
          select: { id: true },
        }));
      if (!person)
        refuse(400, 'InvalidData', 'Nobody here has this name: say in username whose work is to be taken back.');
      await managedProject(context, viewer, project_id, 'UserActionNotPermitted');
      await bulkTaskAction(context, viewer, {
        projectId: project_id,
        action: 'RESET_BY_PERSON',
        authorNumber: person.id,
        selection: { statuses: [work] },
      });
      return { Success: 'This work is taken back.' };
    },
  }),
];
