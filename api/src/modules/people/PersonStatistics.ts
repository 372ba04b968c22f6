import { builder } from '../../graphql/builder.js';
import { projectById } from '../projects/load.js';
import { canSee } from '../projects/policy.js';
import { Project } from '../projects/Project.js';
import { standingOf } from '../projects/standing.js';
import { Person } from './Person.js';
import {
  countriesOfPerson,
  daysOfPerson,
  figuresOfPerson,
  interestsOfPerson,
  projectsOfPerson,
  type ContributedInterest,
  type ContributedProject,
  type Country,
  type Day,
  type PersonFigures,
} from './statistics.js';

const ContributionDay = builder.objectRef<Day>('ContributionDay').implement({
  description: 'What a person did on one day.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'YYYY-MM-DD, UTC.' }),
    count: t.exposeInt('count', { description: 'How often they mapped, validated or sent a task back.' }),
    mapped: t.exposeInt('mapped', { description: 'How often they submitted a task as mapped.' }),
    validated: t.exposeInt('validated', { description: 'How often they validated a task.' }),
    invalidated: t.exposeInt('invalidated', { description: 'How often they sent a task back.' }),
  }),
});

const ProjectContribution = builder.objectRef<ContributedProject>('ProjectContribution').implement({
  description: 'What a person did in one project.',
  fields: (t) => ({
    project: t.field({
      type: Project,
      description: 'Where.',
      resolve: async ({ project_id }, _args, context) => (await projectById(context, project_id))!,
    }),
    mapped: t.exposeInt('mapped', { description: 'Tasks they mapped, or found without usable imagery.' }),
    validated: t.exposeInt('validated', { description: 'Tasks they validated or sent back.' }),
    total: t.exposeInt('total', { description: 'Tasks they did any of this to, each once.' }),
    lastAt: t.expose('last_at', { type: 'DateTime', description: 'When they last did.' }),
  }),
});

/** Most of the projects of one person that are told. */
const MOST_PROJECTS = 200;

const CountryContribution = builder.objectRef<Country>('CountryContribution').implement({
  description: 'What a person did in projects that reach into one country.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'English name of the country.' }),
    mapped: t.exposeInt('mapped', { description: 'Tasks they mapped, or found without usable imagery.' }),
    validated: t.exposeInt('validated', { description: 'Tasks they validated.' }),
    total: t.exposeInt('total', { description: 'Tasks they did either to, each once.' }),
  }),
});

const InterestContribution = builder.objectRef<ContributedInterest>('InterestContribution').implement({
  description: 'An interest that projects a person worked on stand for.',
  fields: (t) => ({
    interestNumber: t.exposeInt('interest_id', { description: 'The id of the interest.' }),
    name: t.exposeString('name', { description: 'The name of the interest.' }),
    projects: t.exposeInt('projects', { description: 'How many such projects they worked on.' }),
    share: t.exposeFloat('share', { description: 'Of all projects they worked on; 0 to 1.' }),
  }),
});

/** A whole number of the figures. */
const figure = (column: keyof PersonFigures, description: string) => ({ column, description });
const FIGURES = {
  tasksMapped: figure('tasks_mapped', 'Tasks they submitted as mapped, each once.'),
  tasksValidated: figure('tasks_validated', 'Tasks they validated, each once.'),
  tasksInvalidated: figure('tasks_invalidated', 'Tasks they sent back to be mapped again, each once.'),
  tasksValidatedByOthers: figure('validated_by_others', 'Tasks they worked on that somebody else validated.'),
  tasksInvalidatedByOthers: figure('invalidated_by_others', 'Tasks they worked on that somebody else sent back.'),
  projectsMapped: figure('projects_mapped', 'Projects in which they mapped.'),
  mappingSeconds: figure('mapping_seconds', 'Seconds they held tasks to map them.'),
  validatingSeconds: figure('validating_seconds', 'Seconds spent validating; tasks validated together count once.'),
};

const PersonStatistics = builder.objectRef<number>('PersonStatistics').implement({
  description: 'What a person did here, from the history of tasks.',
  fields: (t) => {
    const int = (name: keyof typeof FIGURES) =>
      t.int({
        description: FIGURES[name].description,
        resolve: async (id, _args, context) => Math.round((await figuresOfPerson(context, id))[FIGURES[name].column]),
      });
    return {
      tasksMapped: int('tasksMapped'),
      tasksValidated: int('tasksValidated'),
      tasksInvalidated: int('tasksInvalidated'),
      tasksValidatedByOthers: int('tasksValidatedByOthers'),
      tasksInvalidatedByOthers: int('tasksInvalidatedByOthers'),
      projectsMapped: int('projectsMapped'),
      mappingSeconds: int('mappingSeconds'),
      validatingSeconds: int('validatingSeconds'),
      days: t.field({
        type: [ContributionDay],
        complexity: 20,
        description: 'Days of the last year on which they did something, the newest first.',
        resolve: (id, _args, context) => daysOfPerson(context, id),
      }),
      projects: t.field({
        type: [ProjectContribution],
        complexity: (args) => ({ field: 20, multiplier: args.first ?? 10 }),
        description: 'Projects they worked on, of those that the viewer may see, most tasks first.',
        args: { first: t.arg.int({ defaultValue: 10, description: `How many: 1 to ${MOST_PROJECTS}.` }) },
        resolve: async (id, { first }, context) => {
          const all = await projectsOfPerson(context, id);
          const standings = await Promise.all(
            all.map(({ project_id }) => standingOf(context, context.viewer, project_id)),
          );
          const seen = all.filter((_, index) => standings[index] && canSee(standings[index]));
          return seen.slice(0, Math.max(1, Math.min(MOST_PROJECTS, first ?? 10)));
        },
      }),
      countries: t.field({
        type: [CountryContribution],
        complexity: 20,
        description: 'Countries of the projects they worked on, most tasks first.',
        resolve: (id, _args, context) => countriesOfPerson(context, id),
      }),
      interests: t.field({
        type: [InterestContribution],
        complexity: 20,
        description: 'Interests of the projects they worked on, most projects first.',
        resolve: (id, _args, context) => interestsOfPerson(context, id),
      }),
    };
  },
});

builder.prismaObjectFields(Person, (t) => ({
  statistics: t.field({
    type: PersonStatistics,
    complexity: 10,
    select: { id: true },
    description: 'What they did here: tasks, time, days, countries, interests.',
    resolve: ({ id }) => id,
  }),
}));
