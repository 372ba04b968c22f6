import { graphql } from '../../gql';

/** Hands a mapped task in. */
export const submitMapping = graphql(`
  mutation SubmitMapping($input: SubmitMappingInput!) {
    submitMapping(input: $input) {
      ...SubmitMappingAnswer @unmask
    }
  }
`);

/** Hands a mapped task in and takes the next one near it, in one request. */
export const submitAndTakeNext = graphql(`
  mutation SubmitMappingAndLockNext($input: SubmitMappingInput!, $next: LockNextTaskInput!) {
    submitMapping(input: $input) {
      ...SubmitMappingAnswer @unmask
    }
    lockNextTask(input: $next) {
      ... on LockNextTaskPayload {
        task {
          id
          ...HeldTask @unmask
          ...TaskWork @unmask
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export const submitMappingAnswer = graphql(`
  fragment SubmitMappingAnswer on SubmitMappingResult {
    ... on SubmitMappingPayload {
      task {
        id
        number
        status
        viewerCanUndo {
          allowed
        }
      }
    }
    ... on Error {
      message
      code
    }
    ... on LockNotHeld {
      holder {
        id
        username
      }
      expiresAt
    }
    ... on LockEnded {
      holder {
        id
        username
      }
      expiresAt
      task {
        id
        status
      }
    }
  }
`);

export const stopMapping = graphql(`
  mutation StopMapping($input: StopMappingInput!) {
    stopMapping(input: $input) {
      ... on StopMappingPayload {
        task {
          id
          status
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export const splitTask = graphql(`
  mutation SplitTask($input: SplitTaskInput!) {
    splitTask(input: $input) {
      ... on SplitTaskPayload {
        tasks {
          id
          number
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export const takeAgain = graphql(`
  mutation TakeTaskAgain($input: LockTaskForMappingInput!) {
    lockTaskForMapping(input: $input) {
      ... on LockTaskForMappingPayload {
        task {
          id
          ...HeldTask @unmask
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export const submitValidation = graphql(`
  mutation SubmitValidation($input: SubmitValidationInput!) {
    submitValidation(input: $input) {
      ... on SubmitValidationPayload {
        tasks {
          id
          number
          status
        }
      }
      ... on Error {
        message
        code
      }
      ... on TasksRefused {
        refusals {
          taskNumber
          code
          message
        }
      }
    }
  }
`);

export const stopValidation = graphql(`
  mutation StopValidation($input: StopValidationInput!) {
    stopValidation(input: $input) {
      ... on StopValidationPayload {
        tasks {
          id
          status
        }
      }
      ... on Error {
        message
        code
      }
      ... on TasksRefused {
        refusals {
          taskNumber
          code
          message
        }
      }
    }
  }
`);

export const takeForValidationAgain = graphql(`
  mutation TakeForValidationAgain($input: LockTasksForValidationInput!) {
    lockTasksForValidation(input: $input) {
      ... on LockTasksForValidationPayload {
        tasks {
          id
          ...HeldTask @unmask
        }
      }
      ... on Error {
        message
        code
      }
      ... on TasksRefused {
        refusals {
          taskNumber
          code
          message
        }
      }
    }
  }
`);
