import { graphql } from '../../gql';

/** A task somebody holds, with what its lock needs to be shown and sent back. */
export const heldTaskFragment = graphql(`
  fragment HeldTask on Task {
    id
    number
    mapId
    status
    lock {
      kind
      since
      expiresAt
      version
    }
    project {
      id
      number
      name
    }
  }
`);
