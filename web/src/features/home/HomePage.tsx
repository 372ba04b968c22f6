import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer';
import { Activity } from './Activity';
import { LiveFigures } from './LiveFigures';
import { Greeting } from './Greeting';
import { Hero } from './Hero';
import { HowItWorks } from './HowItWorks';
import classes from './HomePage.module.css';
import { FeaturedProjects, PopularProjects } from './Projects';
import { WhoTakesPart } from './WhoTakesPart';

const messages = defineMessages({
  title: { id: 'home.tab', defaultMessage: 'Taskgrid: map together on OpenStreetMap' },
  more: { id: 'home.more', defaultMessage: 'More about Taskgrid' },
});

/** What this is and where it happens; for who is signed in, first what they can go on with. */
export default function HomePage() {
  const intl = useIntl();
  const { viewer, loading } = useViewer();
  const unknown = viewer === undefined && loading;
  return (
    <div className={classes.page}>
      <title>{intl.formatMessage(messages.title)}</title>
      {unknown ? <div className={classes.hold} /> : viewer ? <Greeting /> : <Hero />}
      {!unknown && (
        <>
          <LiveFigures />
          <Activity />
          <FeaturedProjects />
          {!viewer && <HowItWorks />}
          {!viewer && <PopularProjects />}
          {!viewer && <WhoTakesPart />}
          <nav className={classes.foot} aria-label={intl.formatMessage(messages.more)}>
            <Link to="/explore">
              <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
            </Link>
            <Link to="/organisations">
              <FormattedMessage id="page.organisations" defaultMessage="Organisations" />
            </Link>
            <Link to="/teams">
              <FormattedMessage id="page.teams" defaultMessage="Teams" />
            </Link>
            <Link to="/statistics">
              <FormattedMessage id="page.statistics" defaultMessage="Statistics" />
            </Link>
            <Link to="/learn">
              <FormattedMessage id="page.learn" defaultMessage="Learn" />
            </Link>
            <Link to="/about">
              <FormattedMessage id="page.about" defaultMessage="About" />
            </Link>
            <Link to="/contact">
              <FormattedMessage id="page.contact" defaultMessage="Contact" />
            </Link>
          </nav>
        </>
      )}
    </div>
  );
}
