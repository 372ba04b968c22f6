import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { Badge } from '../../components/Badge';
import { graphql } from '../../gql';
import classes from './MyTeams.module.css';

const myTeamFragment = graphql(`
  fragment MyTeam on Team {
    id
    number
    name
    organisation {
      id
      number
      name
      logo
    }
    figures {
      members
      publishedProjects
    }
    viewerMembership {
      function
      active
      joinRequestNotifications
    }
    joinRequests(first: 1) {
      totalCount
    }
  }
`);

/** A team of the person: whose it is, what they are in it, and who asks to join where they decide. */
export function MyTeam({ team: from, children }: { team: FragmentType<typeof myTeamFragment>; children?: ReactNode }) {
  const { data: team, complete } = useFragment({ fragment: myTeamFragment, from });
  if (!complete) return null;
  const { organisation, figures, viewerMembership, joinRequests } = team;
  return (
    <li>
      <Avatar square size={40} id={organisation.number} name={organisation.name} picture={organisation.logo} />
      <div className={classes.words}>
        <h3>
          <Link to={`/teams/${team.number}`}>{team.name}</Link>
        </h3>
        <p>
          {organisation.name}
          {' · '}
          <FormattedMessage
            id="myTeams.figures"
            defaultMessage="{members, plural, one {# member} other {# members}}, {projects, plural, one {# open project} other {# open projects}}"
            values={{ members: figures.members, projects: figures.publishedProjects }}
          />
        </p>
      </div>
      <div className={classes.end}>
        {joinRequests.totalCount > 0 && (
          <Badge tone="warn">
            <FormattedMessage
              id="myTeams.requests"
              defaultMessage="{count, plural, one {# person asks to join} other {# people ask to join}}"
              values={{ count: joinRequests.totalCount }}
            />
          </Badge>
        )}
        {viewerMembership?.active && (
          <span>
            {viewerMembership.function === 'MANAGER' ? (
              <FormattedMessage id="myTeams.manager" defaultMessage="Manager" />
            ) : (
              <FormattedMessage id="myTeams.member" defaultMessage="Member" />
            )}
          </span>
        )}
        {children}
      </div>
    </li>
  );
}
