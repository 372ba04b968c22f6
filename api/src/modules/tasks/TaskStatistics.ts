import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import { Project } from '../projects/Project.js';
import { contributionsByDay, stateChangesOf, type DayOfWork } from './contributions.js';
import type { IssueRow } from './rows.js';
import { timeOfProject, type ProjectTime as TimeOfProject } from './projectTime.js';
import { MappingIssueCategory } from './TaskHistory.js';

const ISSUE_COUNTS = statement(import.meta.url, 'sql/issue_counts');

const ProjectTime = builder.objectRef<TimeOfProject>('ProjectTime').implement({
  description: 'Time spent on a project and still to be spent, in seconds, from locks that have ended.',
  fields: (t) => ({
    mapping: t.int({
      description: 'Spent on mapping, in all.',
      resolve: ({ mapping }) => Math.round(mapping),
    }),
    validation: t.int({
      description: 'Spent on validation, in all; tasks taken together count once.',
      resolve: ({ validation }) => Math.round(validation),
    }),
    averageMapping: t.exposeFloat('averageMapping', {
      description: 'A lock for mapping took on average; 0 while there was none.',
    }),
    averageValidation: t.exposeFloat('averageValidation', {
      description: 'A task took on average to be validated; 0 while none was.',
    }),
    toFinishMapping: t.int({
      description: 'Tasks still to be mapped, at the average.',
      resolve: ({ toFinishMapping }) => Math.round(toFinishMapping),
    }),
    toFinishValidation: t.int({
      description: 'Tasks still to be validated, at the average.',
      resolve: ({ toFinishValidation }) => Math.round(toFinishValidation),
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
    resolve: ({ id }, _args, context) => timeOfProject(context, id),
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
    resolve: async ({ id }, _args, { database }) => contributionsByDay(await stateChangesOf(database, id)),
  }),
}));
