// What PostGraphile is asked beside each GraphQL row of requests.ts: as near to it as its schema of these tables comes.

const LISTED = 'condition: { status: PUBLISHED }, orderBy: PRIMARY_KEY_DESC';
const NAME = 'projectTextsByProjectId(condition: { locale: "en" }) { nodes { name } }';
const CONTRIBUTORS = 'projectContributorsByProjectId { totalCount }';

const TASKS_PAGE = `query TasksPage($project: Int!) { projectByRowId(rowId: $project) { id rowId ${NAME} ${CONTRIBUTORS} enforceRandomTaskSelection
  organisationByOrganisationId { id name } gridZoom areaM2 projectProgressByProjectId { totalTasks gridVersion } } }`;
const EXPLORE = `query ExploreProjects($first: Int!) { allProjects(first: $first, ${LISTED}) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id rowId ${NAME} priority difficulty mappingTypes countries dueDate ${CONTRIBUTORS}
    organisationByOrganisationId { id rowId name logo } projectProgressByProjectId { totalTasks tasksMapped tasksValidated tasksBadImagery } } } } }`;
const TASK_CARD = `query TaskCard($project: Int!, $number: Int!) { projectByRowId(rowId: $project) { id createdAt personByAuthorId { id username } mappingEditors
  validationEditors tasksByProjectId(condition: { number: $number }) { nodes { id number status changedAt taskGeometryByTaskId { areaM2 }
    lockKind lockSince lockExpiresAt lockVersion personByLockHolder { id rowId username }
    taskHistoriesByTaskId(first: 20, orderBy: PRIMARY_KEY_DESC) { totalCount pageInfo { hasNextPage endCursor } edges { node { id at kind
      personByPersonId { id rowId username pictureUrl } status comment durationSeconds undo
      taskIssuesByHistoryId { nodes { count mappingIssueCategoryByCategoryId { rowId name } } } } } } } } } }`;
const VIEWER = `query Viewer($person: Int!) { personByRowId(rowId: $person) { id rowId username pictureUrl role } }`;
const NESTED = `query Nested { allProjects(first: 50, ${LISTED}) { nodes { rowId ${NAME} organisationByOrganisationId { rowId name }
  projectTeamsByProjectId { nodes { role teamByTeamId { rowId name } } }
  taskHistoriesByProjectId(first: 5, orderBy: PRIMARY_KEY_DESC) { nodes { at kind status taskByTaskId { number } personByPersonId { username } } }
  ${CONTRIBUTORS} projectProgressByProjectId { totalTasks tasksMapped tasksValidated } } } }`;

const number = (value: unknown) => Number(value);
type Variables = Record<string, unknown>;

/** By the name of the row: the document, and its variables from those of ours. */
export const TWINS: Record<string, { query: string; variables: (ours: Variables) => Variables }> = {
  'GraphQL: project page, first query': {
    query: TASKS_PAGE,
    variables: ({ project }) => ({ project: number(project) }),
  },
  'GraphQL: explore page': { query: EXPLORE, variables: ({ first }) => ({ first }) },
  'GraphQL: task panel': {
    query: TASK_CARD,
    variables: ({ project, number: task }) => ({ project: number(project), number: task }),
  },
  'GraphQL: viewer': { query: VIEWER, variables: () => ({ person: 1 }) },
  'GraphQL: 50 projects, nested': { query: NESTED, variables: () => ({}) },
};
