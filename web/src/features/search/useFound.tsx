import { useQuery } from '@apollo/client/react';
import { IconHash, IconMap2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { useMatch } from 'react-router';
import { useViewer } from '../../app/viewer';
import { Avatar } from '../../components/Avatar';
import { useProjectAddress } from '../../components/useProjectAddress';
import { graphql } from '../../gql';
import { readNumbers } from './numbers';

/** One row of the command search: a place to go to, or something to do. */
export type Found = {
  key: string;
  kind: 'project' | 'task' | 'person' | 'page' | 'action';
  label: string;
  sub?: string;
  icon: ReactNode;
} & ({ to: string; run?: undefined } | { run: () => void; to?: undefined });

const commandSearchQuery = graphql(`
  query CommandSearch(
    $search: String!
    $words: Boolean!
    $people: Boolean!
    $first: ID!
    $second: Int!
    $inFirst: Boolean!
    $here: ID!
    $number: Int!
    $inHere: Boolean!
  ) {
    projects(filter: { search: $search }, first: 6) @include(if: $words) {
      nodes {
        id
        number
        name
        organisation {
          id
          name
        }
      }
    }
    people(filter: { search: $search }, first: 5) @include(if: $people) {
      nodes {
        id
        osmId
        username
        pictureUrl
      }
    }
    other: project(id: $first) @include(if: $inFirst) {
      id
      number
      name
      task(number: $second) {
        id
        number
      }
    }
    here: project(id: $here) @include(if: $inHere) {
      id
      number
      name
      task(number: $number) {
        id
        number
      }
    }
  }
`);

const messages: Record<'task' | 'project', MessageDescriptor> = defineMessages({
  task: { id: 'search.task', defaultMessage: 'Task {number, number}' },
  project: { id: 'search.project', defaultMessage: '#{number} · {organisation}' },
});

/** What the server finds by the words or numbers typed: projects, tasks and, for people who are signed in, people. */
export function useFound(typed: string) {
  const intl = useIntl();
  const { viewer } = useViewer();
  const addressOf = useProjectAddress();
  const here = useMatch('/projects/:number/*')?.params.number ?? '';
  const search = typed.trim();
  const numbers = readNumbers(search);
  const pair = numbers !== null && numbers.second !== null;
  const inHere = numbers !== null && !pair && /^\d+$/.test(here);
  const { data, previousData, loading, error, refetch } = useQuery(commandSearchQuery, {
    skip: search === '',
    variables: {
      search: numbers ? String(numbers.first) : search,
      words: !pair,
      people: Boolean(viewer) && !numbers,
      first: String(numbers?.first ?? 0),
      second: numbers?.second ?? 0,
      inFirst: pair,
      here: here || '0',
      number: numbers?.first ?? 0,
      inHere,
    },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  if (search === '') return { found: [], loading: false, error: undefined, refetch };
  const answer = data ?? previousData;

  const tasks = [answer?.here, answer?.other].flatMap((project): Found[] =>
    project?.task
      ? [
          {
            key: project.task.id,
            kind: 'task',
            label: intl.formatMessage(messages.task, { number: project.task.number }),
            sub: `#${project.number} ${project.name}`,
            icon: <IconHash size={18} aria-hidden />,
            to: `/projects/${project.number}/tasks?task=${project.task.number}`,
          },
        ]
      : [],
  );
  const projects = (answer?.projects?.nodes ?? []).map(({ id, number, name, organisation }): Found => ({
    key: id,
    kind: 'project',
    label: name,
    sub: organisation
      ? intl.formatMessage(messages.project, { number, organisation: organisation.name })
      : `#${number}`,
    icon: <IconMap2 size={18} aria-hidden />,
    to: addressOf(number),
  }));
  const people = (answer?.people?.nodes ?? []).map(({ id, osmId, username, pictureUrl }): Found => ({
    key: id,
    kind: 'person',
    label: username,
    icon: <Avatar name={username} id={osmId} picture={pictureUrl} size={22} />,
    to: `/users/${encodeURIComponent(username)}`,
  }));
  return { found: [...tasks, ...projects, ...people], loading, error: data ? undefined : error, refetch };
}
