import type { TestServer } from './server.js';

type Ask = Pick<TestServer, 'get'>;

/** Longitude of a grid tile's western edge, in degrees. */
const longitude = (x: number, zoom: number) => (x / 2 ** zoom) * 360 - 180;
/** Latitude of a grid tile's southern edge; y grows northward. */
const latitude = (y: number, zoom: number) =>
  (Math.atan(Math.sinh(Math.PI * ((2 * y) / 2 ** zoom - 1))) * 180) / Math.PI;

/** A box just inside `columns` × `rows` tiles of a zoom, near the equator: its grid has exactly those tiles. */
export function boxOfTiles(zoom: number, columns: number, rows: number) {
  const middle = 2 ** (zoom - 1);
  const inset = 360 / 2 ** zoom / 50;
  const [west, east] = [longitude(middle, zoom) + inset, longitude(middle + columns, zoom) - inset];
  const [south, north] = [latitude(middle, zoom) + inset, latitude(middle + rows, zoom) - inset];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** Creates an organisation over the public API; its number. */
export async function newOrganisation(server: Ask, adminToken: string): Promise<string> {
  const { createOrganisation } = await server.get(
    `mutation ($name: String!) { createOrganisation(input: { name: $name }) { __typename ... on CreateOrganisationPayload { organisation { number } } } }`,
    { name: `Organisation ${Math.random().toString(36).slice(2)}` },
    adminToken,
  );
  return String(createOrganisation.organisation.number);
}

/** Creates a published project over the public API, of an organisation of its own if none is given; returns its number. */
export async function publishedProject(
  server: Ask,
  adminToken: string,
  input: { areaOfInterest: unknown; organisationId?: string; zoom?: number; [setting: string]: unknown },
): Promise<number> {
  const { createProject } = await server.get(
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
      __typename ... on Error { message } ... on CreateProjectPayload { project { number } } } }`,
    {
      input: {
        name: 'A project',
        shortDescription: 'For a test.',
        description: 'Buildings and roads.',
        instructions: 'Map every building.',
        clip: false,
        ...input,
        organisationId: input.organisationId ?? (await newOrganisation(server, adminToken)),
      },
    },
    adminToken,
  );
  if (createProject.__typename !== 'CreateProjectPayload') throw new Error(createProject.message);
  const number: number = createProject.project.number;
  const { publishProject } = await server.get(
    `mutation ($id: ID!) { publishProject(input: { projectId: $id }) { __typename ... on Error { message } } }`,
    { id: String(number) },
    adminToken,
  );
  if (publishProject.__typename !== 'PublishProjectPayload') throw new Error(publishProject.message);
  return number;
}

/** Asks for `{ data }` at a server of which only the address is known. */
export const askerOf = (url: string) => ({
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for
  async get(query: string, variables?: object, token?: string): Promise<any> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  },
});

const TASK = `task { number status statusUnderLock lock { version expiresAt holder { username } } mappedBy { username } validatedBy { username } }`;
const BULK = `changedCount leftCount groups { outcome status newStatus count taskNumbers message }`;
const bulkOf = (kind: string, field: string, payload: string, more = '') =>
  `${kind} ($p: ID!, $action: BulkAction!, $selection: BulkSelectionInput!, $authorId: ID, $leaveLocked: Boolean) {
    result: ${field}(input: { projectId: $p, action: $action, selection: $selection, authorId: $authorId, leaveLocked: $leaveLocked }) {
      __typename ... on ${payload} { ${BULK} ${more} } ... on Error { message code } ... on NotPermitted { reason } } }`;
const ERRORS = `... on Error { message code }
  ... on TaskAlreadyLocked { holder { username } expiresAt } ... on AlreadyHoldsLock { heldTask: task { number project { number } } }
  ... on TaskNotInState { status } ... on NotPermitted { reason }`;

/** The actions on tasks as a client sends them. */
export const ACTIONS = {
  lock: `mutation ($p: ID!, $n: Int!) { result: lockTaskForMapping(input: { projectId: $p, taskNumber: $n }) {
    __typename ... on LockTaskForMappingPayload { ${TASK} } ${ERRORS} } }`,
  next: `mutation ($p: ID!, $near: Int, $random: Boolean) { result: lockNextTask(input: { projectId: $p, near: $near, random: $random }) {
    __typename ... on LockNextTaskPayload { ${TASK} } ${ERRORS.replace('... on TaskAlreadyLocked { holder { username } expiresAt }', '').replace('... on TaskNotInState { status }', '')} } }`,
  stop: `mutation ($p: ID!, $n: Int!, $comment: String) { result: stopMapping(input: { projectId: $p, taskNumber: $n, comment: $comment }) {
    __typename ... on StopMappingPayload { ${TASK} } ... on Error { message code } } }`,
  submit: `mutation ($p: ID!, $n: Int!, $version: Int!, $status: MappingResult!, $comment: String) {
    result: submitMapping(input: { projectId: $p, taskNumber: $n, lockVersion: $version, status: $status, comment: $comment }) {
    __typename ... on SubmitMappingPayload { ${TASK} } ... on Error { message code }
    ... on LockEnded { comment holder { username } task { number status } } ... on LockNotHeld { comment holder { username } } } }`,
  lockMany: `mutation ($p: ID!, $n: [Int!]!) { result: lockTasksForValidation(input: { projectId: $p, taskNumbers: $n }) {
    __typename ... on LockTasksForValidationPayload { tasks { number status lock { version } } } ... on Error { message code }
    ... on TasksRefused { refusals { taskNumber code message holder { username } } } ... on NotPermitted { reason } } }`,
  stopMany: `mutation ($p: ID!, $tasks: [StopValidationTaskInput!]!) { result: stopValidation(input: { projectId: $p, tasks: $tasks }) {
    __typename ... on StopValidationPayload { tasks { number status } } ... on Error { message code } ... on TasksRefused { refusals { taskNumber code } } } }`,
  validate: `mutation ($p: ID!, $results: [ValidationResultInput!]!) { result: submitValidation(input: { projectId: $p, results: $results }) {
    __typename ... on SubmitValidationPayload { tasks { number status validatedBy { username } mappedBy { username } } } ... on Error { message code }
    ... on TasksRefused { refusals { taskNumber code comment } } ... on InvalidInput { issues { path message } } } }`,
  extend: `mutation ($p: ID!, $n: [Int!]!) { result: extendLocks(input: { projectId: $p, taskNumbers: $n }) {
    __typename ... on ExtendLocksPayload { tasks { number lock { version expiresAt } } } ... on Error { message code } ... on TasksRefused { refusals { taskNumber code } } } }`,
  undo: `mutation ($p: ID!, $n: Int!) { result: undoTask(input: { projectId: $p, taskNumber: $n }) {
    __typename ... on UndoTaskPayload { ${TASK} } ... on Error { message code } ... on NotPermitted { reason } ... on TaskNotInState { status } } }`,
  split: `mutation ($p: ID!, $n: Int!) { result: splitTask(input: { projectId: $p, taskNumber: $n }) {
    __typename ... on SplitTaskPayload { tasks { number status areaM2 } project { gridVersion figures { totalTasks } } } ... on Error { message code } } }`,
  comment: `mutation ($p: ID!, $n: Int!, $comment: String!) { result: commentOnTask(input: { projectId: $p, taskNumber: $n, comment: $comment }) {
    __typename ... on CommentOnTaskPayload { ${TASK} } ... on Error { message code } ... on NotPermitted { reason } } }`,
  undoSplit: `mutation ($p: ID!, $n: Int!, $discard: Boolean) { result: undoSplit(input: { projectId: $p, taskNumber: $n, discardWork: $discard }) {
    __typename ... on UndoSplitPayload { ${TASK} project { gridVersion figures { totalTasks } } } ... on Error { message code } ... on NotPermitted { reason }
    ... on PartChanged { taskNumber } } }`,
  assign: `mutation ($p: ID!, $n: [Int!]!, $people: [ID!], $teams: [ID!]) { result: assignTasks(input: { projectId: $p, taskNumbers: $n, personIds: $people, teamIds: $teams }) {
    __typename ... on AssignTasksPayload { tasks { number assignees { person { username } team { name } } } } ... on Error { message code } ... on NotPermitted { reason } } }`,
  unassign: `mutation ($p: ID!, $n: [Int!]!, $people: [ID!], $teams: [ID!]) { result: unassignTasks(input: { projectId: $p, taskNumbers: $n, personIds: $people, teamIds: $teams }) {
    __typename ... on UnassignTasksPayload { tasks { number assignees { person { username } team { name } } } } ... on Error { message code } ... on NotPermitted { reason } } }`,
  annotate: `mutation ($p: ID!, $type: String!, $annotations: [TaskAnnotationInput!]!) { result: annotateTasks(input: { projectId: $p, type: $type, annotations: $annotations }) {
    __typename ... on AnnotateTasksPayload { tasks { number } } ... on Error { message code } ... on NotPermitted { reason } } }`,
  bulk: bulkOf(
    'mutation',
    'bulkTaskAction',
    'BulkTaskActionPayload',
    'project { figures { mapped validated badImagery ready } }',
  ),
  bulkPreview: bulkOf('query', 'previewBulkAction', 'BulkActionPreview'),
} as const;

/** Ends everybody's locks without a trace, so that a test begins with free hands. */
export const freeEverybody = ({ database }: Pick<TestServer, 'database'>) =>
  database.pool.query(
    `update task set lock_kind = null, lock_holder = null, lock_since = null, lock_expires_at = null, lock_history_id = null
      where lock_holder is not null`,
  );
