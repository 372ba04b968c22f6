import { Button } from '@mantine/core';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { NotFoundPage } from '../../app/NotFoundPage';
import { SignedInOnly } from '../../app/SignedInOnly';
import { useViewer } from '../../app/viewer';
import { LinkTabs } from '../../components/LinkTabs';
import { Page } from '../../components/Page';
import { MyProjects } from './MyProjects';
import { MyTaskList } from './MyTaskList';
import { MyTeams } from './MyTeams';
import { Overview } from './Overview';

const words = defineMessages({
  title: { id: 'topBar.myWork', defaultMessage: 'My work' },
  tabs: { id: 'myWork.tabs', defaultMessage: 'Parts of your work' },
});

const PARTS: Record<string, () => React.ReactNode> = {
  overview: Overview,
  tasks: MyTaskList,
  projects: MyProjects,
  teams: MyTeams,
};

/** All that is the signed-in person's own: what waits for them, their tasks, projects and teams, each at its address. */
export default function MyWorkPage() {
  return (
    <SignedInOnly>
      <MyWork />
    </SignedInOnly>
  );
}

function MyWork() {
  const intl = useIntl();
  const { viewer } = useViewer();
  const { part = 'overview' } = useParams();
  const Part = PARTS[part];
  if (!Part || !viewer) return <NotFoundPage />;
  return (
    <Page
      title={intl.formatMessage(words.title)}
      actions={
        <Button component={Link} to={`/users/${encodeURIComponent(viewer.person.username)}`} variant="default">
          <FormattedMessage id="myWork.profile" defaultMessage="Your profile" />
        </Button>
      }
    >
      <LinkTabs
        label={intl.formatMessage(words.tabs)}
        tabs={[
          {
            to: '/contributions',
            end: true,
            label: <FormattedMessage id="myWork.overview" defaultMessage="Overview" />,
          },
          { to: '/contributions/tasks', label: <FormattedMessage id="projectPanel.tasks" defaultMessage="Tasks" /> },
          { to: '/contributions/projects', label: <FormattedMessage id="myWork.projects" defaultMessage="Projects" /> },
          { to: '/contributions/teams', label: <FormattedMessage id="page.teams" defaultMessage="Teams" /> },
        ]}
      />
      <Part />
    </Page>
  );
}
