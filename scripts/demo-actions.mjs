// What people do, over the public GraphQL API: signing in through the stand-in, and the operations of the demo.

/** A running program to which people can be signed in. */
export class Instance {
  constructor(url) {
    this.url = url;
  }

  /** Answers `data`; throws with what the server said otherwise. */
  async ask(query, variables = {}, token) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data;
  }

  /** One mutation; its payload, or an Error with the `code` of the answer. */
  async change(query, variables, token) {
    const [result] = Object.values(await this.ask(query, variables, token));
    if (result.message === undefined) return result;
    const details = (result.issues ?? result.refusals ?? []).map(({ message }) => message).join(' ');
    throw Object.assign(new Error(details || result.message), { code: result.code });
  }

  /** Signs a person in as a browser would, through the stand-in; answers the session's token. */
  async signIn(name, changesets = 0) {
    const cookies = new Map();
    const visit = async (path, init = {}) => {
      const response = await fetch(new URL(path, this.url), {
        ...init,
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, cookie, value] = /^([^=]+)=([^;]*)/.exec(line);
        cookies.set(cookie, value);
      }
      const next = response.headers.get('location');
      if (!next)
        throw new Error(`${name} could not sign in: ${response.status} at ${new URL(path, this.url).pathname}.`);
      return new URL(next, this.url);
    };
    const page = await visit('/sign-in');
    const form = new URLSearchParams([...page.searchParams, ['name', name], ['changesets', String(changesets)]]);
    await visit(await visit(page.pathname, { method: 'POST', body: form }));
    return cookies.get('taskgrid_session');
  }
}

const ERROR = '... on Error { message code }';

export const OPERATIONS = {
  instance: '{ instance { standIn name } }',
  organisations: '{ organisations(search: "Island Mapping", first: 1) { nodes { number name } } }',
  projects: `query ($organisation: ID!) { projects(filter: { organisationId: $organisation, statuses: [DRAFT, PUBLISHED, ARCHIVED] }, first: 100) { nodes { number name } } }`,
  createOrganisation: `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
    ${ERROR} ... on CreateOrganisationPayload { organisation { number } } ... on InvalidInput { issues { message } } } }`,
  createProject: `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
    ${ERROR} ... on CreateProjectPayload { project { number figures { totalTasks } } } ... on InvalidInput { issues { message } } } }`,
  publishProject: `mutation ($project: ID!) { publishProject(input: { projectId: $project }) {
    ${ERROR} ... on PublishProjectPayload { project { number } } ... on InvalidInput { issues { message } } } }`,
  lockNext: `mutation ($project: ID!, $near: Int) { lockNextTask(input: { projectId: $project, near: $near }) {
    ${ERROR} ... on LockNextTaskPayload { task { number lock { version } } } } }`,
  lock: `mutation ($project: ID!, $number: Int!) { lockTaskForMapping(input: { projectId: $project, taskNumber: $number }) {
    ${ERROR} ... on LockTaskForMappingPayload { task { number lock { version } } } } }`,
  stop: `mutation ($project: ID!, $number: Int!, $comment: String) { stopMapping(input: { projectId: $project, taskNumber: $number, comment: $comment }) {
    ${ERROR} ... on StopMappingPayload { task { number } } } }`,
  split: `mutation ($project: ID!, $number: Int!) { splitTask(input: { projectId: $project, taskNumber: $number }) {
    ${ERROR} ... on SplitTaskPayload { tasks { number } } } }`,
  submit: `mutation ($project: ID!, $number: Int!, $version: Int!, $status: MappingResult!, $comment: String) {
    submitMapping(input: { projectId: $project, taskNumber: $number, lockVersion: $version, status: $status, comment: $comment }) {
    ${ERROR} ... on SubmitMappingPayload { task { number } } } }`,
  sizes: `query ($project: ID!) { project(id: $project) { tasks(orderBy: NUMBER, first: 100) { nodes { number areaM2 } } } }`,
  mapped: `query ($project: ID!, $first: Int!) { project(id: $project) { tasks(filter: { statuses: [MAPPED] }, orderBy: NUMBER, first: $first) { nodes { number mappedBy { username } } } } }`,
  lockMany: `mutation ($project: ID!, $numbers: [Int!]!) { lockTasksForValidation(input: { projectId: $project, taskNumbers: $numbers }) {
    ${ERROR} ... on LockTasksForValidationPayload { tasks { number lock { version } } } ... on TasksRefused { refusals { message } } } }`,
  validate: `mutation ($project: ID!, $results: [ValidationResultInput!]!) { submitValidation(input: { projectId: $project, results: $results }) {
    ${ERROR} ... on SubmitValidationPayload { tasks { number } } ... on TasksRefused { refusals { message } } ... on InvalidInput { issues { message } } } }`,
  issues: '{ mappingIssueCategories { number } }',
};
