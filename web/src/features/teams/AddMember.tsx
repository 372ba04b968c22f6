import { useMutation, useQuery } from '@apollo/client/react';
import { Autocomplete, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { announce } from '../../app/announce';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import { AFTER_CHANGE } from './Joining';
import classes from './Team.module.css';

/** Puts a person into a team, or changes what they are in it. */
export const addMemberMutation = graphql(`
  mutation AddTeamMember($input: AddTeamMemberInput!) {
    addTeamMember(input: $input) {
      ... on AddTeamMemberPayload {
        team {
          id
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

const peopleQuery = graphql(`
  query PeopleToAdd($search: String!) {
    people(first: 8, filter: { search: $search }) {
      nodes {
        id
        username
      }
    }
  }
`);

/** A person is found by the beginning of their name, and is in the team at once. */
export function AddMember({ team }: { team: string }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [search] = useDebouncedValue(name.trim(), 200);
  const { data, previousData } = useQuery(peopleQuery, { variables: { search }, skip: search.length < 2 });
  const [add] = useMutation(addMemberMutation, AFTER_CHANGE);
  const { run, busy, problem, forget } = useChange();
  const found = search.length < 2 ? [] : ((data ?? previousData)?.people?.nodes ?? []);

  const submit = async () => {
    const username = name.trim();
    if (!username) return;
    const input = { teamId: team, username };
    if (!(await run(() => add({ variables: { input } }).then((answer) => answer.data?.addTeamMember)))) return;
    setName('');
    announce(intl.formatMessage({ id: 'team.added', defaultMessage: '{name} is in the team' }, { name: username }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={classes.add}>
        <Autocomplete
          label={<FormattedMessage id="team.addName" defaultMessage="Name on OpenStreetMap" />}
          value={name}
          onChange={(value) => {
            setName(value);
            forget();
          }}
          data={[...new Set(found.map(({ username }) => username))]}
          filter={({ options }) => options}
          maxLength={255}
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" variant="default" loading={busy} disabled={!name.trim()}>
          <FormattedMessage id="team.add" defaultMessage="Add to the team" />
        </Button>
      </div>
      <Problem>{problem}</Problem>
    </form>
  );
}
