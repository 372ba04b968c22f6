import type { Database } from '../api/src/database/database.js';
import type { Asked } from './load.js';

/** A request to measure. */
export interface Row extends Asked {
  name: string;
  /** Asked for with the ETag of its own answer. */
  unchanged?: true;
  /** Before each: somebody changes the project of 10,000 tasks. */
  changed?: true;
}

const PERMISSION = '{ allowed reason message }';
const TASKS_PAGE = `query TasksPage($project: ID!) { project(id: $project) { id number name contributorCount enforceRandomTaskSelection
  organisation { id name } viewerCanMap ${PERMISSION} viewerCanValidate ${PERMISSION} tilesUrl tilesMaxZoom bbox gridZoom areaM2
  areaOfInterest priorityAreas figures { totalTasks } } }`;
const TASK_STATES = `query ProjectTaskStates($id: ID!) { project(id: $id) { id gridVersion
  taskStates { cursor runs statuses locks { mapId number kind holder { osmId username pictureUrl } expiresAt } } } }`;
const EXPLORE = `query ExploreProjects($first: Int!) { projects(first: $first) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id number name priority difficulty mappingTypes countries dueDate contributorCount
    organisation { id number name logo } figures { percentMapped percentValidated } } } } }`;
const TASK_CARD = `query TaskCard($project: ID!, $number: Int!) { project(id: $project) { id created author { id username } mappingEditors
  validationEditors task(number: $number) { id number status areaM2 bbox lastChangedAt validatorRequest
    lock { kind since expiresAt version holder { id osmId username } }
    viewerCanMap ${PERMISSION} viewerCanValidate ${PERMISSION} viewerCanUndo { allowed }
    history(first: 20) { totalCount pageInfo { hasNextPage endCursor } edges { node { id at kind person { id osmId username pictureUrl }
      taskNumber status comment durationSeconds undo issues { category { number name } count } } } } } } }`;
const VIEWER = `query Viewer { viewer { person { id osmId username pictureUrl role } viewerCanCreateProject { allowed message } }
  instance { name standIn signInUrl } }`;
const NESTED = `query Nested { projects(first: 50) { nodes { number name organisation { number name } teams { role team { number name } }
  activity(first: 5) { nodes { at kind status taskNumber person { username } } } contributorCount
  figures { totalTasks mapped validated percentMapped } } } }`;

/** The project of 10,000 tasks: generate.ts makes it the second. */
export const LARGE = 2;

/** What is asked for, with the numbers of this instance. `token`: of a session. */
export async function requests({ pool }: Database, token: string): Promise<Row[]> {
  const one = async <T>(sql: string) => (await pool.query<{ it: T }>(sql)).rows[0]!.it;
  const usual = await one<number>(
    `select g.project_id as it from project_progress g join project p on p.id = g.project_id where p.status = 'PUBLISHED' order by abs(total_tasks - 77), 1 limit 1`,
  );
  const heaviest = await one<number>(
    'select person_id as it from task_history group by person_id order by count(*) desc, 1 limit 1',
  );
  const username = await one<string>(`select username as it from person where id = ${heaviest}`);
  // Not READY: the rows that are asked for after a change write a history of hundreds of rows to one of those.
  const told = await one<number>(
    `select t.number as it from task t join task_history h on h.task_id = t.id where t.project_id = ${LARGE} and t.status <> 'READY'
      group by t.number order by count(*) desc, 1 limit 1`,
  );
  const v2 = (name: string, path: string, more: Partial<Row> = {}): Row => ({
    name,
    path: `/api/v2${path}`,
    headers: { authorization: `Token ${Buffer.from(token).toString('base64')}` },
    ...more,
  });
  const graphql = (name: string, query: string, variables: object = {}): Row => ({
    name: `GraphQL: ${name}`,
    path: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    body: { query, variables },
  });
  const visitor = { headers: {} };
  const zipped = { headers: { 'accept-encoding': 'gzip' } };
  return [
    v2('search page 1, no map points', '/projects/?omitMapResults=true', visitor),
    v2('search page 1, map points', '/projects/', visitor),
    v2('search page 1, map points, gzip', '/projects/', zipped),
    v2('text search', '/projects/?textSearch=pokhara&omitMapResults=true', visitor),
    v2('project, 77 tasks', `/projects/${usual}/`, visitor),
    v2('project, 10,000 tasks', `/projects/${LARGE}/`, visitor),
    v2('project, 10,000 tasks, gzip', `/projects/${LARGE}/`, zipped),
    v2('project, 10,000 tasks, changed', `/projects/${LARGE}/`, { ...visitor, changed: true }),
    v2('project, 10,000 tasks, unchanged', `/projects/${LARGE}/`, { ...visitor, unchanged: true }),
    v2('tasks GeoJSON, 10,000', `/projects/${LARGE}/tasks/`, visitor),
    v2('tasks GeoJSON, 10,000, gzip', `/projects/${LARGE}/tasks/`, zipped),
    v2('tasks GeoJSON, 10,000, changed', `/projects/${LARGE}/tasks/`, { ...visitor, changed: true }),
    v2('tasks GeoJSON, 10,000, unchanged', `/projects/${LARGE}/tasks/`, { ...visitor, unchanged: true }),
    v2('task with history', `/projects/${LARGE}/tasks/${told}/`, visitor),
    v2('contributions, 10,000 tasks', `/projects/${LARGE}/contributions/`, visitor),
    v2('contributions, 10,000 tasks, changed', `/projects/${LARGE}/contributions/`, { ...visitor, changed: true }),
    v2('contributions a day', `/projects/${LARGE}/contributions/queries/day/`, visitor),
    v2('contributions a day, changed', `/projects/${LARGE}/contributions/queries/day/`, { ...visitor, changed: true }),
    v2('activities page', `/projects/${LARGE}/activities/`, visitor),
    v2('activities page, changed', `/projects/${LARGE}/activities/`, { ...visitor, changed: true }),
    v2("heaviest person's tasks", `/users/${heaviest}/tasks/`),
    v2("heaviest person's touched projects", `/projects/queries/${encodeURIComponent(username)}/touched/`),
    v2('teams with members', '/teams/'),
    v2('notifications', '/notifications/'),
    graphql('project page, first query', TASKS_PAGE, { project: String(LARGE) }),
    graphql('states of 10,000 tasks', TASK_STATES, { id: String(LARGE) }),
    graphql('explore page', EXPLORE, { first: 20 }),
    graphql('task panel', TASK_CARD, { project: String(LARGE), number: told }),
    graphql('viewer', VIEWER),
    graphql('50 projects, nested', NESTED),
  ];
}
