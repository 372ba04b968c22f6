import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { Link, useParams } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { Badge } from '../../components/Badge';
import { Columns, MarkedTitle } from '../../components/Columns';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Markdown } from '../../components/Markdown';
import { Figures, Page, Section } from '../../components/Page';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { signInAddress, useViewer } from '../../app/viewer';
import { graphql } from '../../gql';
import { AddMember } from './AddMember';
import { Joining } from './Joining';
import { JoinRequests } from './JoinRequests';
import { Members } from './Members';
import { MessageTeam } from './MessageTeam';
import { TeamProjects } from './TeamProjects';

const teamQuery = graphql(`
  query Team($team: ID!) {
    team(id: $team) {
      id
      number
      name
      description
      visibility
      organisation {
        id
        number
        name
        slug
        logo
      }
      figures {
        members
        publishedProjects
        tasksToMap
        tasksToValidate
      }
      viewerCanEdit {
        allowed
      }
      ...Joining
    }
  }
`);

/** A team: who it is, how one comes into it, and for those who manage it who is. */
export default function TeamPage() {
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(teamQuery, {
    variables: { team: number },
    skip: !/^\d{1,9}$/.test(number),
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data && /^\d{1,9}$/.test(number)) return <TeamSkeleton />;
  const team = data?.team;
  if (!team) return <NoTeam />;

  const { organisation, figures } = team;
  const manages = team.viewerCanEdit.allowed;
  const count = (value: number) => <FormattedNumber value={value} />;
  return (
    <Page
      tab={team.name}
      title={
        <MarkedTitle
          mark={
            <Avatar square size={48} id={organisation.number} name={organisation.name} picture={organisation.logo} />
          }
        >
          {team.name}
        </MarkedTitle>
      }
      lead={
        <>
          <FormattedMessage
            id="team.of"
            defaultMessage="A team of {organisation}"
            values={{
              organisation: (
                <Link to={`/organisations/${encodeURIComponent(organisation.slug)}`}>{organisation.name}</Link>
              ),
            }}
          />{' '}
          {team.visibility === 'PRIVATE' && (
            <Badge>
              <FormattedMessage id="team.private" defaultMessage="Private" />
            </Badge>
          )}
        </>
      }
      actions={manages && <MessageTeam team={team.id} name={team.name} members={figures.members} />}
    >
      <Figures
        figures={[
          {
            key: 'members',
            value: count(figures.members),
            label: <FormattedMessage id="people.count" defaultMessage="People" />,
          },
          {
            key: 'projects',
            value: count(figures.publishedProjects),
            label: <FormattedMessage id="figure.openProjects" defaultMessage="Open projects" />,
          },
          {
            key: 'map',
            value: count(figures.tasksToMap),
            label: <FormattedMessage id="figure.tasksToMap" defaultMessage="Tasks to map" />,
          },
          {
            key: 'validate',
            value: count(figures.tasksToValidate),
            label: <FormattedMessage id="figure.tasksToValidate" defaultMessage="Tasks to validate" />,
          },
        ]}
      />
      <Columns asideFirst aside={<Joining team={team} />}>
        {team.description && (
          <Section title={<FormattedMessage id="team.about" defaultMessage="About this team" />}>
            <Markdown text={team.description} />
          </Section>
        )}
        {manages && <JoinRequests team={team.id} />}
        <Section title={<FormattedMessage id="team.managers" defaultMessage="Managers" />}>
          <Members team={team.id} function="MANAGER" manages={manages} />
        </Section>
        <Section title={<FormattedMessage id="team.members" defaultMessage="Members" />}>
          {manages && <AddMember team={team.id} />}
          <Members team={team.id} function="MEMBER" manages={manages} />
        </Section>
        <Section title={<FormattedMessage id="team.projects" defaultMessage="Projects" />}>
          <TeamProjects team={team.id} />
        </Section>
      </Columns>
    </Page>
  );
}

/** There is none, or it is private: which of the two, an outsider is not told. */
function NoTeam() {
  const { viewer } = useViewer();
  return (
    <EmptyState
      page
      title={<FormattedMessage id="team.none" defaultMessage="There is no team to show here" />}
      text={
        viewer ? (
          <FormattedMessage
            id="team.noneText"
            defaultMessage="It was deleted, or it is private. Only its members and managers see a private team."
          />
        ) : (
          <FormattedMessage
            id="team.noneSignIn"
            defaultMessage="It was deleted, or it is private. Sign in if you are one of its members."
          />
        )
      }
      action={
        <>
          {viewer === null && (
            <a href={signInAddress()}>
              <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
            </a>
          )}
          <Link to="/teams">
            <FormattedMessage id="team.all" defaultMessage="All teams" />
          </Link>
        </>
      }
    />
  );
}

function TeamSkeleton() {
  return (
    <Waiting>
      <Page title={<Skeleton width={280} height={34} />}>
        <Skeleton height={78} radius="lg" />
        <Columns asideFirst aside={<Skeleton height={150} radius="lg" />}>
          <LineSkeleton width={120} height={20} />
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} height={40} my={10} />
          ))}
        </Columns>
      </Page>
    </Waiting>
  );
}
