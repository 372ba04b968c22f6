import { retryOnce } from '../../database/database.js';
import { InvalidInput, NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import type { Viewer } from '../../viewer.js';
import { freshTasks, managed, readTaskNumbers, taskNotFound } from './action.js';
import type { TaskRow } from './rows.js';

const ASSIGN = {
  name: 'tasks/assign',
  text: 'select * from assign_tasks($1, $2, $3::int[], $4::int[], $5::int[], $6)',
};
const ASSIGNEES = {
  name: 'tasks/assignees',
  text: 'select task_id, person_id, team_id from task_assignee where task_id = any ($1::int[]) order by id',
};
const OPEN_TO = {
  name: 'tasks/open_to',
  text: `select t.id from task t join project p on p.id = t.project_id
          where t.id = any ($1::int[]) and (not p.enforce_assignment or is_meant_for(t.id, $2))`,
};

const MOST_ASSIGNEES = 50;

export interface Assignee {
  person_id: number | null;
  team_id: number | null;
}

/** For whom tasks are meant; nobody in particular when empty. */
export const assigneesOf = batched(async (ids: number[], { database }) => {
  const rows = grouped(await database.read<Assignee & { task_id: number }>(ASSIGNEES, [ids]), ({ task_id }) => task_id);
  return (id: number): Assignee[] => rows.get(id) ?? [];
});

/** Whether the viewer may take a task as far as its assignment goes: always, unless the project enforces it. */
export const isOpenToViewer = batched(async (ids: number[], { database, viewer }) => {
  const open = new Set((await database.read<{ id: number }>(OPEN_TO, [ids, viewer?.id ?? null])).map(({ id }) => id));
  return (id: number) => open.has(id);
});

export interface Assignment {
  taskNumbers: number[];
  personNumbers: number[];
  teamNumbers: number[];
}

/** Adds people and teams to those whom tasks are meant for. Managers only. Throws NotPermitted, NotFound, InvalidInput. */
export async function assignTasks(
  services: Services,
  viewer: Viewer,
  projectId: number,
  input: Assignment,
): Promise<TaskRow[]> {
  await managed(services, viewer, projectId);
  const { personNumbers, teamNumbers } = input;
  const named = personNumbers.length + teamNumbers.length;
  if (named === 0 || named > MOST_ASSIGNEES) {
    const message = `Name the people or teams: 1 to ${MOST_ASSIGNEES}.`;
    throw new InvalidInput([{ path: ['personIds'], message }]);
  }
  const { prisma } = services.database;
  const people = await prisma.person.count({ where: { id: { in: personNumbers }, deletedAt: null } });
  if (people < new Set(personNumbers).size)
    throw new NotFound('PERSON', 'One of these people has never signed in here. Ask them to sign in once.');
  const teams = await prisma.team.count({ where: { id: { in: teamNumbers } } });
  if (teams < new Set(teamNumbers).size) throw new NotFound('TEAM', 'One of these teams is not there.');
  return change(services, viewer, projectId, input, false);
}

/** Takes people and teams off tasks; everybody when none is named. Managers only. Throws as assignTasks. */
export async function unassignTasks(
  services: Services,
  viewer: Viewer,
  projectId: number,
  input: Assignment,
): Promise<TaskRow[]> {
  await managed(services, viewer, projectId);
  return change(services, viewer, projectId, input, true);
}

async function change(
  services: Services,
  viewer: Viewer,
  projectId: number,
  { taskNumbers: asked, personNumbers, teamNumbers }: Assignment,
  remove: boolean,
): Promise<TaskRow[]> {
  const numbers = readTaskNumbers(asked);
  const values = [projectId, viewer.id, numbers, personNumbers, teamNumbers, remove];
  const [missing] = await retryOnce(() => services.database.query<{ missing: number }>(ASSIGN, values));
  if (missing) throw taskNotFound(missing.missing);
  services.live.touched(projectId);
  return freshTasks(services, projectId, numbers);
}
