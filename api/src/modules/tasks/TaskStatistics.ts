import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { progressOf } from '../projects/load.js';
import { Project } from '../projects/Project.js';
import { contributionsByDay, type DayOfWork, type StateChange } from './contributions.js';
import type { IssueRow } from './load.js';
import { MappingIssueCategory } from './TaskHistory.js';

const TIME_FIGURES = statement(import.meta.url, 'sql/time_figures');
const ISSUE_COUNTS = statement(import.meta.url, 'sql/issue_counts');
const STATE_CHANGES = statement(import.meta.url, 'sql/state_changes');

interface TimeFigures {
  [column: string]: unknown;
  mappingSeconds: number;
  validationSeconds: number;
  mappingLocks: number;
  validationLocks: number;
}
interface TimeShape extends TimeFigures {
  toMap: number;
  toValidate: number;
}

const average = (seconds: number, locks: number) => (locks === 0 ? 0 : seconds / locks);

const ProjectTime = builder.objectRef<TimeShape>('ProjectTime').implement({
  description: 'Time spent on a project and still to be spent, in seconds, from locks that have ended.',
  fields: (t) => ({
    mapping: t.int({
      description: 'Spent on mapping, in all.',
      resolve: ({ mappingSeconds }) => Math.round(mappingSeconds),
    }),
    validation: t.int({
      description: 'Spent on validation, in all; tasks taken together count once.',
      resolve: ({ validationSeconds }) => Math.round(validationSeconds),
    }),
    averageMapping: t.float({
      description: 'A lock for mapping took on average; 0 while there was none.',
      resolve: (time) => average(time.mappingSeconds, time.mappingLocks),
    }),
    averageValidation: t.float({
      description: 'A task took on average to be validated; 0 while none was.',
      resolve: (time) => average(time.validationSeconds, time.validationLocks),
    }),
    toFinishMapping: t.int({
      description: 'Tasks still to be mapped, at the average.',
      resolve: (time) => Math.round(time.toMap * average(time.mappingSeconds, time.mappingLocks)),
    }),
    toFinishValidation: t.int({
      description: 'Tasks still to be validated, at the average.',
      resolve: (time) => Math.round(time.toValidate * average(time.validationSeconds, time.validationLocks)),
    }),
  }),
});

interface IssueCount extends IssueRow {
  [column: string]: unknown;
  project_id: number;
  tasks: number;
}

const IssueCountType = builder.objectRef<IssueCount>('MappingIssueCount').implement({
  description: 'How often a kind of fault was found in a project.',
  fields: (t) => ({
    category: t.field({ type: MappingIssueCategory, description: 'The kind of fault.', resolve: (count) => count }),
    count: t.int({ description: 'How many were found.', resolve: ({ count }) => count }),
    taskCount: t.int({ description: 'In how many tasks.', resolve: ({ tasks }) => tasks }),
  }),
});

const issueCountsOf = batched(async (ids: number[], { database }) => {
  const counts = grouped(await database.query<IssueCount>(ISSUE_COUNTS, [ids]), ({ project_id }) => project_id);
  return (id: number) => counts.get(id) ?? [];
});

const ContributionsOfDay = builder.objectRef<DayOfWork>('ContributionsOfDay').implement({
  description: 'What came to stand on a day.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'YYYY-MM-DD, UTC.' }),
    mapped: t.exposeInt('mapped', {
      description: 'How many more tasks were mapped at its end than before; validated ones are mapped too.',
    }),
    validated: t.exposeInt('validated', { description: 'How many more tasks were validated at its end than before.' }),
    mappedInAll: t.exposeInt('mappedInAll', { description: 'Tasks mapped or validated at its end.' }),
    validatedInAll: t.exposeInt('validatedInAll', { description: 'Tasks validated at its end.' }),
  }),
});

builder.objectFields(Project, (t) => ({
  time: t.field({
    type: ProjectTime,
    description: 'Time that people spent on it, and how much is left at their pace.',
    complexity: 20,
    resolve: async ({ id }, _args, context) => {
      const { totalTasks, tasksMapped, tasksValidated, tasksBadImagery } = await progressOf(context, id);
      const [figures] = await context.database.query<TimeFigures>(TIME_FIGURES, [id]);
      const toValidate = totalTasks - tasksValidated - tasksBadImagery;
      return { ...figures!, toMap: toValidate - tasksMapped, toValidate };
    },
  }),
  issueCounts: t.field({
    type: [IssueCountType],
    description: 'The faults that validators counted, by kind, the most frequent first.',
    resolve: ({ id }, _args, context) => issueCountsOf(context, id),
  }),
  contributionsByDay: t.field({
    type: [ContributionsOfDay],
    description: 'What came to stand each day, the oldest first; days on which nothing changed are left out.',
    complexity: 50,
    resolve: async ({ id }, _args, { database }) =>
      contributionsByDay(await database.query<StateChange>(STATE_CHANGES, [id])),
  }),
}));
