import { graphql } from '../../gql';
import type { TaskWorksQuery } from '../../gql/graphql';

/** What is needed to work on a task. */
export const taskWorkFragment = graphql(`
  fragment TaskWork on Task {
    id
    number
    bbox
    areaM2
    geometry
    statusUnderLock
    validatorRequest
    badImageryUndone
    instructions
    mappedBy {
      id
      osmId
      username
    }
    viewerCanSplit {
      allowed
      message
    }
    history(first: 1) {
      totalCount
    }
  }
`);

export const taskWorkQuery = graphql(`
  query TaskWorks($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Task {
        id
        ...TaskWork @unmask
      }
    }
  }
`);

export type TaskWork = Extract<NonNullable<TaskWorksQuery['nodes'][number]>, { __typename: 'Task' }>;

/** What happened to one task before; asked for when somebody looks. */
export const taskHistoryQuery = graphql(`
  query TaskHistory($project: ID!, $number: Int!) {
    project(id: $project) {
      id
      task(number: $number) {
        id
        history(first: 50) {
          totalCount
          edges {
            node {
              id
              ...HistoryEntry
            }
          }
        }
      }
    }
  }
`);

/** Of a project, what the page to work in it shows. */
export const mappingPageQuery = graphql(`
  query MappingPage($project: ID!) {
    project(id: $project) {
      id
      number
      name
      created
      changesetComment
      imagery
      instructions
      mappingEditors
      sandbox
      database
      idEditorUrl
      idPresets
      extraIdParams
      rapidPowerUser
      osmchaFilterId
      customEditor {
        name
        url
      }
      validationEditors
      tilesUrl
      tilesMaxZoom
      bbox
      gridZoom
      areaM2
      areaOfInterest
      priorityAreas
      figures {
        totalTasks
      }
    }
  }
`);
