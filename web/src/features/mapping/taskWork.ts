import { graphql } from '../../gql';
import type { TaskWorkQuery } from '../../gql/graphql';

/** What is needed to work on the tasks held. */
export const taskWorkQuery = graphql(`
  query TaskWork($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Task {
        id
        number
        bbox
        areaM2
        geometry
        statusUnderLock
        validatorRequest
        instructions
        viewerCanSplit {
          allowed
          message
        }
        history(first: 1) {
          totalCount
        }
      }
    }
  }
`);

export type TaskWork = Extract<NonNullable<TaskWorkQuery['nodes'][number]>, { __typename: 'Task' }>;

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
      changesetComment
      imagery
      instructions
      mappingEditors
      sandbox
      idEditorUrl
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
