import { useQuery } from '@apollo/client/react';
import { Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { levelName } from '../../components/person/levelNames';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PersonLink } from '../../components/PersonLink';
import rows from '../../components/Rows.module.css';
import { ShowMore } from '../../components/ShowMore';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import type { TeamMemberFunction } from '../../gql/graphql';
import { MemberMenu } from './MemberMenu';
import classes from './Team.module.css';

const PAGE = 20;

const membersQuery = graphql(`
  query TeamMembers($team: ID!, $function: TeamMemberFunction, $search: String, $first: Int!, $after: String) {
    team(id: $team) {
      id
      members(function: $function, search: $search, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            joinedAt
            person {
              id
              osmId
              username
              pictureUrl
              level {
                number
                name
              }
            }
          }
        }
      }
    }
  }
`);

type Props = { team: string; function: TeamMemberFunction; manages: boolean };

/** Who is in the team, as managers or as members; found by name where they are many. */
export function Members({ team, function: only, manages }: Props) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const variables = { team, function: only, search: search || null, first: PAGE };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(membersQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const members = (data ?? previousData)?.team?.members;
  if (error && !members) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!members) {
    return (
      <Waiting>
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} height={36} my={8} />
        ))}
      </Waiting>
    );
  }
  const searchable = text !== '' || members.totalCount > 10;
  return (
    <>
      {searchable && (
        <TextInput
          type="search"
          className={classes.search}
          aria-label={intl.formatMessage({ id: 'team.findMember', defaultMessage: 'Find by name' })}
          placeholder={intl.formatMessage({ id: 'team.findMember', defaultMessage: 'Find by name' })}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {members.edges.length === 0 ? (
        <Nobody searched={search !== ''} manager={only === 'MANAGER'} />
      ) : (
        <ul className={rows.people}>
          {members.edges.map(({ node: { person, joinedAt } }) => (
            <li key={person.id} className={rows.row}>
              <div className={rows.who}>
                <PersonLink person={person} size={32} />
                <span className={rows.facts}>
                  {joinedAt ? (
                    <FormattedMessage
                      id="team.memberSince"
                      defaultMessage="{level}, in the team since {day}"
                      values={{
                        level: levelName(intl, person.level.name),
                        day: intl.formatDate(joinedAt, { day: 'numeric', month: 'short', year: 'numeric' }),
                      }}
                    />
                  ) : (
                    levelName(intl, person.level.name)
                  )}
                </span>
              </div>
              {manages && <MemberMenu team={team} username={person.username} function={only} />}
            </li>
          ))}
        </ul>
      )}
      {members.totalCount > PAGE && (
        <ShowMore
          shown={members.edges.length}
          total={members.totalCount}
          loading={loading}
          onMore={() => void fetchMore({ variables: { ...variables, after: members.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}

function Nobody({ searched, manager }: { searched: boolean; manager: boolean }) {
  if (searched) {
    return (
      <EmptyState
        title={<FormattedMessage id="team.nobodyFound" defaultMessage="Nobody here has these letters in their name." />}
      />
    );
  }
  return (
    <p className={rows.facts}>
      {manager ? (
        <FormattedMessage
          id="team.noManagers"
          defaultMessage="This team has no manager of its own. The managers of its organisation look after it."
        />
      ) : (
        <FormattedMessage id="team.noMembers" defaultMessage="Nobody is in this team as a member yet." />
      )}
    </p>
  );
}
