/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation SignOut {\n    signOut {\n      ok\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query Viewer {\n    viewer {\n      person {\n        id\n        osmId\n        username\n        pictureUrl\n        role\n      }\n      viewerCanCreateProject {\n        allowed\n        message\n      }\n    }\n    instance {\n      name\n      standIn\n      signInUrl\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query ExploreMap($filter: ProjectFilter) {\n    projectMap(filter: $filter)\n  }\n": typeof types.ExploreMapDocument,
    "\n  query OrganisationChoices {\n    organisations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.OrganisationChoicesDocument,
    "\n  query ExploreProjects($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {\n    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...ProjectRow\n        }\n      }\n    }\n  }\n": typeof types.ExploreProjectsDocument,
    "\n  fragment ProjectRow on Project {\n    id\n    number\n    name\n    priority\n    difficulty\n    mappingTypes\n    countries\n    dueDate\n    contributorCount\n    organisation {\n      id\n      number\n      name\n      logo\n    }\n    figures {\n      percentMapped\n      percentValidated\n    }\n  }\n": typeof types.ProjectRowFragmentDoc,
    "\n  fragment HistoryEntry on TaskHistoryEntry {\n    id\n    at\n    kind\n    person {\n      id\n      osmId\n      username\n      pictureUrl\n    }\n    taskNumber\n    status\n    comment\n    durationSeconds\n    undo\n    issues {\n      category {\n        number\n        name\n      }\n      count\n    }\n  }\n": typeof types.HistoryEntryFragmentDoc,
    "\n  fragment HeldTask on Task {\n    id\n    number\n    mapId\n    status\n    lock {\n      kind\n      since\n      expiresAt\n      version\n    }\n    project {\n      id\n      number\n      name\n    }\n  }\n": typeof types.HeldTaskFragmentDoc,
    "\n  mutation LockTaskForMapping($input: LockTaskForMappingInput!) {\n    lockTaskForMapping(input: $input) {\n      ... on LockTaskForMappingPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TaskAlreadyLocked {\n        holder {\n          id\n          username\n        }\n        expiresAt\n        nextFree {\n          id\n          number\n        }\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n      ... on TaskNotInState {\n        status\n      }\n    }\n  }\n": typeof types.LockTaskForMappingDocument,
    "\n  mutation LockNextTask($input: LockNextTaskInput!) {\n    lockNextTask(input: $input) {\n      ... on LockNextTaskPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n    }\n  }\n": typeof types.LockNextTaskDocument,
    "\n  mutation LockTasksForValidation($input: LockTasksForValidationInput!) {\n    lockTasksForValidation(input: $input) {\n      ... on LockTasksForValidationPayload {\n        tasks {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TasksRefused {\n        refusals {\n          taskNumber\n          code\n          message\n          holder {\n            id\n            username\n          }\n        }\n      }\n    }\n  }\n": typeof types.LockTasksForValidationDocument,
    "\n  query ProjectTaskStates($id: ID!) {\n    project(id: $id) {\n      id\n      gridVersion\n      taskStates {\n        cursor\n        runs\n        statuses\n        locks {\n          mapId\n          number\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n      }\n    }\n  }\n": typeof types.ProjectTaskStatesDocument,
    "\n  subscription ProjectTasks($projectId: ID!, $after: String) {\n    projectTasks(projectId: $projectId, after: $after) {\n      cursor\n      events {\n        cursor\n        at\n        kind\n        person {\n          osmId\n          username\n          pictureUrl\n        }\n        mapId\n        number\n        statusUnderLock\n        lock {\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n        removed\n        gridVersion\n      }\n    }\n  }\n": typeof types.ProjectTasksDocument,
};
const documents: Documents = {
    "\n  mutation SignOut {\n    signOut {\n      ok\n    }\n  }\n": types.SignOutDocument,
    "\n  query Viewer {\n    viewer {\n      person {\n        id\n        osmId\n        username\n        pictureUrl\n        role\n      }\n      viewerCanCreateProject {\n        allowed\n        message\n      }\n    }\n    instance {\n      name\n      standIn\n      signInUrl\n    }\n  }\n": types.ViewerDocument,
    "\n  query ExploreMap($filter: ProjectFilter) {\n    projectMap(filter: $filter)\n  }\n": types.ExploreMapDocument,
    "\n  query OrganisationChoices {\n    organisations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.OrganisationChoicesDocument,
    "\n  query ExploreProjects($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {\n    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...ProjectRow\n        }\n      }\n    }\n  }\n": types.ExploreProjectsDocument,
    "\n  fragment ProjectRow on Project {\n    id\n    number\n    name\n    priority\n    difficulty\n    mappingTypes\n    countries\n    dueDate\n    contributorCount\n    organisation {\n      id\n      number\n      name\n      logo\n    }\n    figures {\n      percentMapped\n      percentValidated\n    }\n  }\n": types.ProjectRowFragmentDoc,
    "\n  fragment HistoryEntry on TaskHistoryEntry {\n    id\n    at\n    kind\n    person {\n      id\n      osmId\n      username\n      pictureUrl\n    }\n    taskNumber\n    status\n    comment\n    durationSeconds\n    undo\n    issues {\n      category {\n        number\n        name\n      }\n      count\n    }\n  }\n": types.HistoryEntryFragmentDoc,
    "\n  fragment HeldTask on Task {\n    id\n    number\n    mapId\n    status\n    lock {\n      kind\n      since\n      expiresAt\n      version\n    }\n    project {\n      id\n      number\n      name\n    }\n  }\n": types.HeldTaskFragmentDoc,
    "\n  mutation LockTaskForMapping($input: LockTaskForMappingInput!) {\n    lockTaskForMapping(input: $input) {\n      ... on LockTaskForMappingPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TaskAlreadyLocked {\n        holder {\n          id\n          username\n        }\n        expiresAt\n        nextFree {\n          id\n          number\n        }\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n      ... on TaskNotInState {\n        status\n      }\n    }\n  }\n": types.LockTaskForMappingDocument,
    "\n  mutation LockNextTask($input: LockNextTaskInput!) {\n    lockNextTask(input: $input) {\n      ... on LockNextTaskPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n    }\n  }\n": types.LockNextTaskDocument,
    "\n  mutation LockTasksForValidation($input: LockTasksForValidationInput!) {\n    lockTasksForValidation(input: $input) {\n      ... on LockTasksForValidationPayload {\n        tasks {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TasksRefused {\n        refusals {\n          taskNumber\n          code\n          message\n          holder {\n            id\n            username\n          }\n        }\n      }\n    }\n  }\n": types.LockTasksForValidationDocument,
    "\n  query ProjectTaskStates($id: ID!) {\n    project(id: $id) {\n      id\n      gridVersion\n      taskStates {\n        cursor\n        runs\n        statuses\n        locks {\n          mapId\n          number\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n      }\n    }\n  }\n": types.ProjectTaskStatesDocument,
    "\n  subscription ProjectTasks($projectId: ID!, $after: String) {\n    projectTasks(projectId: $projectId, after: $after) {\n      cursor\n      events {\n        cursor\n        at\n        kind\n        person {\n          osmId\n          username\n          pictureUrl\n        }\n        mapId\n        number\n        statusUnderLock\n        lock {\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n        removed\n        gridVersion\n      }\n    }\n  }\n": types.ProjectTasksDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      ok\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      ok\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      person {\n        id\n        osmId\n        username\n        pictureUrl\n        role\n      }\n      viewerCanCreateProject {\n        allowed\n        message\n      }\n    }\n    instance {\n      name\n      standIn\n      signInUrl\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      person {\n        id\n        osmId\n        username\n        pictureUrl\n        role\n      }\n      viewerCanCreateProject {\n        allowed\n        message\n      }\n    }\n    instance {\n      name\n      standIn\n      signInUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExploreMap($filter: ProjectFilter) {\n    projectMap(filter: $filter)\n  }\n"): (typeof documents)["\n  query ExploreMap($filter: ProjectFilter) {\n    projectMap(filter: $filter)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganisationChoices {\n    organisations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganisationChoices {\n    organisations(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExploreProjects($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {\n    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...ProjectRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExploreProjects($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {\n    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          number\n          ...ProjectRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProjectRow on Project {\n    id\n    number\n    name\n    priority\n    difficulty\n    mappingTypes\n    countries\n    dueDate\n    contributorCount\n    organisation {\n      id\n      number\n      name\n      logo\n    }\n    figures {\n      percentMapped\n      percentValidated\n    }\n  }\n"): (typeof documents)["\n  fragment ProjectRow on Project {\n    id\n    number\n    name\n    priority\n    difficulty\n    mappingTypes\n    countries\n    dueDate\n    contributorCount\n    organisation {\n      id\n      number\n      name\n      logo\n    }\n    figures {\n      percentMapped\n      percentValidated\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryEntry on TaskHistoryEntry {\n    id\n    at\n    kind\n    person {\n      id\n      osmId\n      username\n      pictureUrl\n    }\n    taskNumber\n    status\n    comment\n    durationSeconds\n    undo\n    issues {\n      category {\n        number\n        name\n      }\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment HistoryEntry on TaskHistoryEntry {\n    id\n    at\n    kind\n    person {\n      id\n      osmId\n      username\n      pictureUrl\n    }\n    taskNumber\n    status\n    comment\n    durationSeconds\n    undo\n    issues {\n      category {\n        number\n        name\n      }\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HeldTask on Task {\n    id\n    number\n    mapId\n    status\n    lock {\n      kind\n      since\n      expiresAt\n      version\n    }\n    project {\n      id\n      number\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment HeldTask on Task {\n    id\n    number\n    mapId\n    status\n    lock {\n      kind\n      since\n      expiresAt\n      version\n    }\n    project {\n      id\n      number\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LockTaskForMapping($input: LockTaskForMappingInput!) {\n    lockTaskForMapping(input: $input) {\n      ... on LockTaskForMappingPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TaskAlreadyLocked {\n        holder {\n          id\n          username\n        }\n        expiresAt\n        nextFree {\n          id\n          number\n        }\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n      ... on TaskNotInState {\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LockTaskForMapping($input: LockTaskForMappingInput!) {\n    lockTaskForMapping(input: $input) {\n      ... on LockTaskForMappingPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TaskAlreadyLocked {\n        holder {\n          id\n          username\n        }\n        expiresAt\n        nextFree {\n          id\n          number\n        }\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n      ... on TaskNotInState {\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LockNextTask($input: LockNextTaskInput!) {\n    lockNextTask(input: $input) {\n      ... on LockNextTaskPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LockNextTask($input: LockNextTaskInput!) {\n    lockNextTask(input: $input) {\n      ... on LockNextTaskPayload {\n        task {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on AlreadyHoldsLock {\n        task {\n          id\n          number\n          project {\n            id\n            number\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LockTasksForValidation($input: LockTasksForValidationInput!) {\n    lockTasksForValidation(input: $input) {\n      ... on LockTasksForValidationPayload {\n        tasks {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TasksRefused {\n        refusals {\n          taskNumber\n          code\n          message\n          holder {\n            id\n            username\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LockTasksForValidation($input: LockTasksForValidationInput!) {\n    lockTasksForValidation(input: $input) {\n      ... on LockTasksForValidationPayload {\n        tasks {\n          id\n          number\n          ...HeldTask\n        }\n      }\n      ... on Error {\n        message\n        code\n      }\n      ... on TasksRefused {\n        refusals {\n          taskNumber\n          code\n          message\n          holder {\n            id\n            username\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectTaskStates($id: ID!) {\n    project(id: $id) {\n      id\n      gridVersion\n      taskStates {\n        cursor\n        runs\n        statuses\n        locks {\n          mapId\n          number\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectTaskStates($id: ID!) {\n    project(id: $id) {\n      id\n      gridVersion\n      taskStates {\n        cursor\n        runs\n        statuses\n        locks {\n          mapId\n          number\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ProjectTasks($projectId: ID!, $after: String) {\n    projectTasks(projectId: $projectId, after: $after) {\n      cursor\n      events {\n        cursor\n        at\n        kind\n        person {\n          osmId\n          username\n          pictureUrl\n        }\n        mapId\n        number\n        statusUnderLock\n        lock {\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n        removed\n        gridVersion\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ProjectTasks($projectId: ID!, $after: String) {\n    projectTasks(projectId: $projectId, after: $after) {\n      cursor\n      events {\n        cursor\n        at\n        kind\n        person {\n          osmId\n          username\n          pictureUrl\n        }\n        mapId\n        number\n        statusUnderLock\n        lock {\n          kind\n          holder {\n            osmId\n            username\n            pictureUrl\n          }\n          expiresAt\n        }\n        removed\n        gridVersion\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;