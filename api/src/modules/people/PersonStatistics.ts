import { builder } from '../../graphql/builder.js';
import { Person } from './Person.js';
import {
  countriesOfPerson,
  daysOfPerson,
  figuresOfPerson,
  interestsOfPerson,
  type ContributedInterest,
  type Country,
  type Day,
  type PersonFigures,
} from './statistics.js';

const ContributionDay = builder.objectRef<Day>('ContributionDay').implement({
  description: 'What a person did on one day.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'YYYY-MM-DD, UTC.' }),
    count: t.exposeInt('count', { description: 'How often they mapped, validated or sent a task back.' }),
  }),
});

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
