import { builder } from '../../graphql/builder.js';
import { Person } from '../people/Person.js';
import { Project } from '../projects/Project.js';
import { editsOfHashtag, editsOfPerson, type Edits } from './edits.js';
import type { Problem } from './ohsome.js';

const EditFigure = builder.objectRef<[string, number]>('EditFigure').implement({
  description: 'One thing that ohsome Now counts.',
  fields: (t) => ({
    metric: t.string({
      description: 'What is counted: building, highway (km), waterway (km), poi and so on.',
      resolve: ([metric]) => metric,
    }),
    value: t.float({ description: 'How much of it was added.', resolve: ([, value]) => value }),
  }),
});

const EditStatisticsProblem = builder.enumType('EditStatisticsProblem', {
  description: 'Why there are no new figures.',
  values: {
    NOT_SET_UP: { description: 'This installation does not ask ohsome Now.' },
    TIMED_OUT: { description: 'It did not answer within two seconds.' },
    FAILED: { description: 'It could not be reached, refused, or answered what cannot be read.' },
    RESTING: { description: 'It failed several times in a row and is left alone for half a minute.' },
  },
});
const MESSAGES: Record<Problem, string> = {
  NOT_SET_UP: 'This installation does not count edits in OpenStreetMap.',
  TIMED_OUT: 'The service that counts edits is slow at the moment. Try again later.',
  FAILED: 'The service that counts edits does not work at the moment. Try again later.',
  RESTING: 'The service that counts edits does not work at the moment. Try again in a minute.',
};

export const EditStatistics = builder.objectRef<Edits>('EditStatistics').implement({
  description:
    'What was edited in OpenStreetMap, as the service ohsome Now counts it; at most an hour old where it answers.',
  fields: (t) => ({
    figures: t.field({
      type: [EditFigure],
      nullable: true,
      description: 'By metric; null where there are none. Those of earlier where the service does not answer now.',
      resolve: ({ figures }) => figures && Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
    obtainedAt: t.expose('obtainedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When these figures were asked for; null where there are none.',
    }),
    problem: t.expose('problem', {
      type: EditStatisticsProblem,
      nullable: true,
      description: 'Why they are not there, or not new; null where all is well.',
    }),
    message: t.string({
      nullable: true,
      description: 'The problem as a sentence for people; null where all is well.',
      resolve: ({ problem }) => problem && MESSAGES[problem],
    }),
  }),
});

builder.prismaObjectFields(Person, (t) => ({
  editStatistics: t.field({
    type: EditStatistics,
    nullable: true,
    complexity: 20,
    select: { id: true },
    description:
      'What they edited in OpenStreetMap for projects of this installation. For people who are signed in: null for visitors.',
    resolve: ({ id }, _args, context) => (context.viewer ? editsOfPerson(context, id) : null),
  }),
}));
builder.objectFields(Project, (t) => ({
  editStatistics: t.field({
    type: EditStatistics,
    complexity: 20,
    description: 'What everybody edited in OpenStreetMap under the hashtag of the project.',
    resolve: ({ id }, _args, context) => editsOfHashtag(context, id),
  }),
}));
