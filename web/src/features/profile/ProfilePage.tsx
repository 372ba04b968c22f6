import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Link, useParams } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { MarkedTitle } from '../../components/Columns';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Page } from '../../components/Page';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { ProfileHeader } from './ProfileHeader';
import { ProfileWork } from './ProfileWork';

const profileQuery = graphql(`
  query Profile($username: String!) {
    person(username: $username) {
      id
      osmId
      username
      pictureUrl
      isDeleted
      ...ProfileHeader
    }
    viewer {
      person {
        id
      }
    }
    instance {
      osmUrl
    }
  }
`);

/** Somebody's own page: who they are, what they did here, and where. For everybody; some of it only once signed in. */
export default function ProfilePage() {
  const { username = '' } = useParams();
  const { data, error, refetch } = useQuery(profileQuery, {
    variables: { username },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Page title={<Skeleton width={220} height={40} />}>
        <Waiting>
          <Skeleton width="60%" height={18} mb={12} />
          <Skeleton width="40%" height={18} />
        </Waiting>
      </Page>
    );
  }
  const { person, viewer, instance } = data;
  const explore = (
    <Button component={Link} to="/explore">
      <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
    </Button>
  );
  if (!person) {
    return (
      <EmptyState
        page
        title={
          <FormattedMessage
            id="profile.unknown"
            defaultMessage="Nobody here is called {name}"
            values={{ name: <bdi>{username}</bdi> }}
          />
        }
        text={
          <FormattedMessage
            id="profile.unknownText"
            defaultMessage="People are found by their name on OpenStreetMap, which they can change. Upper and lower case count."
          />
        }
        action={explore}
      />
    );
  }
  if (person.isDeleted) {
    return (
      <EmptyState
        page
        title={<FormattedMessage id="profile.deleted" defaultMessage="This account was deleted" />}
        text={
          <FormattedMessage
            id="profile.deletedText"
            defaultMessage="What the person mapped stays, without their name."
          />
        }
        action={explore}
      />
    );
  }
  const own = viewer?.person.id === person.id;
  return (
    <Page
      tab={person.username}
      title={
        <MarkedTitle
          mark={<Avatar name={person.username} id={person.osmId} picture={person.pictureUrl} size={64} own={own} />}
        >
          {person.username}
        </MarkedTitle>
      }
      actions={
        own && (
          <Button component={Link} to="/settings" variant="default" leftSection={<IconPencil size={18} />}>
            <FormattedMessage id="profile.edit" defaultMessage="Edit your profile" />
          </Button>
        )
      }
    >
      <ProfileHeader person={person} osmUrl={instance.osmUrl} />
      <ProfileWork key={person.id} id={person.id} own={own} />
    </Page>
  );
}
