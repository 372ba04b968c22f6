import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { announce } from '../../app/announce';
import { graphql } from '../../gql';
import { Avatar } from '../Avatar';
import classes from './CommentEditor.module.css';

const messages: Record<'label' | 'found', MessageDescriptor> = defineMessages({
  label: { id: 'comment.mentions', defaultMessage: 'People to mention' },
  found: {
    id: 'comment.mentionsFound',
    defaultMessage:
      '{count, plural, =0 {Nobody of this name} one {# person} other {# people}}. Arrow keys choose, Enter mentions.',
  },
});

const MOST = 6;

const mentionQuery = graphql(`
  query PeopleToMention($search: String!, $project: ID!, $ofProject: Boolean!) {
    project(id: $project) @include(if: $ofProject) {
      id
      contributions(first: 6, search: $search) {
        nodes {
          person {
            id
            osmId
            username
            pictureUrl
          }
        }
      }
    }
    people(first: 6, filter: { search: $search }) {
      nodes {
        id
        osmId
        username
        pictureUrl
      }
    }
  }
`);

/** Whom a mention may mean: people of the project first, then everybody. Empty while no mention is written. */
export function usePeopleToMention(search: string | null, project: string | undefined) {
  const intl = useIntl();
  const [asked] = useDebouncedValue(search, 120);
  const { data, previousData } = useQuery(mentionQuery, {
    variables: { search: asked ?? '', project: project ?? '', ofProject: Boolean(project) },
    skip: search === null || asked === null,
  });
  const answer = data ?? previousData;
  const all = [
    ...(answer?.project?.contributions.nodes.map(({ person }) => person) ?? []),
    ...(answer?.people?.nodes ?? []),
  ];
  const people =
    search === null
      ? []
      : all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index).slice(0, MOST);
  const found = data && search !== null ? people.length : null;
  useEffect(() => {
    if (found !== null) announce(intl.formatMessage(messages.found, { count: found }));
  }, [found, asked, intl]);
  return people;
}

type Props = {
  id: string;
  people: ReturnType<typeof usePeopleToMention>;
  /** Index of the one that Enter takes. */
  active: number;
  onPick: (username: string) => void;
};

/** The list under the field; the focus stays in the field (aria-activedescendant). */
export function MentionList({ id, people, active, onPick }: Props) {
  const intl = useIntl();
  return (
    <ul id={id} role="listbox" aria-label={intl.formatMessage(messages.label)} className={classes.mentions}>
      {people.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(person.username)}
        >
          <Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={24} />
          <bdi>{person.username}</bdi>
        </li>
      ))}
    </ul>
  );
}
