import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import { personById } from '../people/load.js';
import { Person } from '../people/Person.js';
import { Team } from '../teams/Team.js';
import { assigneesOf, type Assignee, type Assignment } from './assign.js';
import { manyPayload } from './payloads.js';
import { assignTasks, unassignTasks } from './service.js';
import { Task } from './Task.js';

const TaskAssignee = builder.objectRef<Assignee>('TaskAssignee').implement({
  description: 'A person or a team that a task is meant for.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      nullable: true,
      description: 'The person; null when it is a team.',
      resolve: ({ person_id }, _args, context, info) =>
        person_id === null ? null : personById(context, person_id, info),
    }),
    team: t.prismaField({
      type: Team,
      nullable: true,
      description: 'The team, each of whose active members is meant; null when it is a person.',
      resolve: (query, { team_id }, _args, { database }) =>
        team_id === null ? null : database.prisma.team.findUnique({ ...query, where: { id: team_id } }),
    }),
  }),
});

builder.objectField(Task, 'assignees', (t) =>
  t.field({
    type: [TaskAssignee],
    description:
      'Whom the task is meant for; empty when for everybody. Others are asked to leave it to them, and cannot take it where Project.enforceAssignment is set.',
    resolve: ({ id }, _args, context) => assigneesOf(context, id),
  }),
);

const assignmentInput = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({
      projectId: t.id({ description: 'Number or node id.', required: true }),
      taskNumbers: t.intList({ description: 'Task.number of each, 1 to 500.', required: true }),
      personIds: t.idList({ description: 'People: numbers (OSM ids) or node ids.' }),
      teamIds: t.idList({ description: 'Teams: numbers or node ids.' }),
    }),
  });
const AssignTasksInput = assignmentInput('AssignTasksInput', 'Tasks of one project, and whom they are meant for.');
const UnassignTasksInput = assignmentInput(
  'UnassignTasksInput',
  'Tasks of one project, and whom to take off them: everybody when neither people nor teams are named.',
);

const assignmentOf = (input: typeof AssignTasksInput.$inferInput): Assignment => ({
  taskNumbers: input.taskNumbers,
  personNumbers: (input.personIds ?? []).map((id) => numberOf('Person', id)),
  teamNumbers: (input.teamIds ?? []).map((id) => numberOf('Team', id)),
});

const refusals = [NotSignedIn, NotPermitted, NotFound, InvalidInput];

builder.mutationField('assignTasks', (t) =>
  t.field({
    type: manyPayload('AssignTasksPayload'),
    description: 'Adds people and teams to those whom tasks are meant for. For managers of the project.',
    errors: { types: refusals },
    args: oneInput(AssignTasksInput),
    resolve: (_root, { input }, context) =>
      assignTasks(context, signedIn(context.viewer), numberOf('Project', input.projectId), assignmentOf(input)),
  }),
);

builder.mutationField('unassignTasks', (t) =>
  t.field({
    type: manyPayload('UnassignTasksPayload'),
    description:
      'Takes people and teams off tasks, or everybody when none is named. For managers of the project. Who works on a task goes on.',
    errors: { types: refusals },
    args: oneInput(UnassignTasksInput),
    resolve: (_root, { input }, context) =>
      unassignTasks(context, signedIn(context.viewer), numberOf('Project', input.projectId), assignmentOf(input)),
  }),
);
