import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { signInAddress } from '../../app/viewer';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { graphql } from '../../gql';
import { CreateProject } from './CreateProject';

const messages = defineMessages({
  title: { id: 'create.documentTitle', defaultMessage: 'New project · Taskgrid' },
});

const createPageQuery = graphql(`
  query CreatePage {
    viewer {
      person {
        id
      }
      viewerCanCreateProject {
        allowed
        message
      }
      viewerCanCreateOrganisation {
        allowed
      }
      organisationsManaged {
        id
        name
      }
    }
    instance {
      maxInputBytes
    }
  }
`);

/** Lets in whoever may create a project; says to everyone else what would change it. */
export default function CreatePage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(createPageQuery);
  return (
    <>
      <title>{intl.formatMessage(messages.title)}</title>
      {content()}
    </>
  );

  function content() {
    if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (!data) return null;
    const { viewer, instance } = data;
    if (!viewer) {
      return (
        <EmptyState
          page
          title={<FormattedMessage id="create.signIn.title" defaultMessage="Sign in to create a project" />}
          text={
            <FormattedMessage
              id="create.signIn.text"
              defaultMessage="You sign in with your OpenStreetMap account, and come back to this page."
            />
          }
          action={
            <Button component="a" href={signInAddress()}>
              <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
            </Button>
          }
        />
      );
    }
    const { allowed, message } = viewer.viewerCanCreateProject;
    if (!allowed && !viewer.viewerCanCreateOrganisation.allowed) {
      return (
        <EmptyState
          page
          title={<FormattedMessage id="create.no.title" defaultMessage="Projects are created by organisations" />}
          text={
            message ?? (
              <FormattedMessage
                id="create.no.text"
                defaultMessage="Ask the manager of your organisation to add you as a manager."
              />
            )
          }
          action={
            <Button component={Link} to="/explore">
              <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
            </Button>
          }
        />
      );
    }
    return (
      <CreateProject
        organisations={viewer.organisationsManaged}
        mayCreateOrganisation={viewer.viewerCanCreateOrganisation.allowed}
        onOrganisationCreated={refetch}
        maxBytes={instance.maxInputBytes}
      />
    );
  }
}
