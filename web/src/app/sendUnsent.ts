import type { ApolloClient } from '@apollo/client';
import { graphql } from '../gql';
import { serverClock } from './serverClock';
import { unsent, type Unsent } from './unsent';

const unsentHolds = graphql(`
  query UnsentHolds {
    viewer {
      person {
        id
      }
      locks {
        id
        number
        project {
          id
          number
        }
        lock {
          version
          expiresAt
        }
      }
    }
  }
`);

const sendMapping = graphql(`
  mutation SendUnsentMapping($input: SubmitMappingInput!) {
    submitMapping(input: $input) {
      ... on SubmitMappingPayload {
        task {
          id
          status
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

const sendValidation = graphql(`
  mutation SendUnsentValidation($input: SubmitValidationInput!) {
    submitValidation(input: $input) {
      ... on SubmitValidationPayload {
        tasks {
          id
          status
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** Versions of the holds that the work was done under, by task. */
const versionsOf = (work: Unsent): Map<number, number> =>
  new Map(
    (work.kind === 'map' ? [work.input] : work.input.results).map(({ taskNumber, lockVersion }) => [
      taskNumber,
      lockVersion,
    ]),
  );

/** Sends what waited, if all of it is still held; else it stays and asks. True if it was accepted, by this tab. */
export async function send(client: ApolloClient, work: Unsent): Promise<boolean> {
  const attempt = async (): Promise<boolean> => {
    if (!unsent.get().includes(work)) return false;
    const { data: now } = await client.query({ query: unsentHolds, fetchPolicy: 'network-only' });
    if (!now?.viewer) return false;
    const held = new Map(
      now.viewer.locks
        .filter(
          ({ project, lock }) => project.number === work.project && Date.parse(lock!.expiresAt) > serverClock.now(),
        )
        .map(({ number, lock }) => [number, lock!.version]),
    );
    if ([...versionsOf(work)].some(([task, version]) => held.get(task) !== version)) {
      unsent.keep({ ...work, refused: { message: null } });
      return false;
    }
    const result =
      work.kind === 'map'
        ? (await client.mutate({ mutation: sendMapping, variables: { input: work.input } })).data!.submitMapping
        : (await client.mutate({ mutation: sendValidation, variables: { input: work.input } })).data!.submitValidation;
    if ('message' in result) {
      unsent.keep({ ...work, refused: { message: result.message } });
      return false;
    }
    unsent.drop(work);
    return true;
  };
  try {
    // Of several tabs, one sends.
    return await (navigator.locks?.request('taskgrid-unsent', attempt) ?? attempt());
  } catch {
    return false; // not there after all: it goes on waiting
  }
}
