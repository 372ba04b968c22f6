import { graphql } from '../gql';

/**
 * A lock. All who show one ask for all of it: a lock has no id, so in the cache the last answer replaces it whole, and
 * whoever had asked for more would miss it.
 */
export const lockFragment = graphql(`
  fragment Lock on TaskLock {
    kind
    since
    expiresAt
    version
    holder {
      id
      osmId
      username
    }
  }
`);

/** A task somebody holds, with what its lock needs to be shown and sent back. */
export const heldTaskFragment = graphql(`
  fragment HeldTask on Task {
    id
    number
    mapId
    status
    lock {
      ...Lock @unmask
    }
    project {
      id
      number
      name
    }
  }
`);
