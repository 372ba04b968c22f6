import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { signInAddress, useViewer } from '../../app/viewer';
import { EmptyState } from '../../components/EmptyState';

/** No project of this number, or none that the person may know of: the server does not tell them apart. */
export function MissingProject({ number }: { number: string }) {
  const { viewer } = useViewer();
  return (
    <EmptyState
      page
      title={
        <FormattedMessage id="project.missing" defaultMessage="There is no project {number} here" values={{ number }} />
      }
      text={
        viewer ? (
          <FormattedMessage
            id="project.missingTeam"
            defaultMessage="It may be private, or not published yet. If you know its team, ask to join it."
          />
        ) : (
          <FormattedMessage
            id="project.missingText"
            defaultMessage="It may be private, or not published yet. If you belong to its team, sign in."
          />
        )
      }
      action={
        <>
          {viewer ? (
            <Button component={Link} to="/teams">
              <FormattedMessage id="project.toTeams" defaultMessage="Find your team" />
            </Button>
          ) : (
            <Button component="a" href={signInAddress()}>
              <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
            </Button>
          )}
          <Button component={Link} to="/explore" variant="default">
            <FormattedMessage id="project.explore" defaultMessage="Explore projects" />
          </Button>
        </>
      }
    />
  );
}
