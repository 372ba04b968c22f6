import { Button } from '@mantine/core';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Page, Section } from '../../components/Page';
import { StateWords } from './StateWords';
import classes from './About.module.css';

const messages = defineMessages({ page: { id: 'page.about', defaultMessage: 'About' } });

/** What this is, how the work is shared, and whose the result is. */
export default function AboutPage() {
  const intl = useIntl();
  return (
    <Page
      width="reading"
      tab={intl.formatMessage(messages.page)}
      title={<FormattedMessage id="about.title" defaultMessage="Map together, one small piece each" />}
      lead={
        <FormattedMessage
          id="about.what"
          defaultMessage="An organisation draws the area that needs a map. It is cut into tasks, each small enough for one person and an hour or two. You take a task, map what you see on the imagery in OpenStreetMap, and hand it back. Someone else looks over it."
        />
      }
    >
      <div className={classes.text}>
        <Section title={<FormattedMessage id="about.how.title" defaultMessage="Nobody works on the same task twice" />}>
          <p>
            <FormattedMessage
              id="about.how"
              defaultMessage="A task you take is yours until you hand it back or its time is over. Everyone on the project sees at once who works where."
            />
          </p>
          <StateWords />
        </Section>
        <Section
          title={<FormattedMessage id="about.data.title" defaultMessage="Everything you map belongs to everyone" />}
        >
          <p>
            <FormattedMessage
              id="about.data"
              defaultMessage="Your edits go straight to <osm>OpenStreetMap</osm>, under your own name. What is open about this platform can be asked for, field by field, at <api>its GraphQL interface</api>."
              values={{
                osm: (text) => <a href="https://www.openstreetmap.org">{text}</a>,
                api: (text) => <a href="/graphql">{text}</a>,
              }}
            />
          </p>
        </Section>
        <Section title={<FormattedMessage id="about.ask.title" defaultMessage="Questions are welcome" />}>
          <p>
            <FormattedMessage
              id="about.ask"
              defaultMessage="Those about a place or a task are answered best in the comments of its project, where everyone who maps there reads them. For all else, write to the people who run this site."
            />
          </p>
          <div className={classes.actions}>
            <Button component={Link} to="/learn">
              <FormattedMessage id="home.how.learn" defaultMessage="Learn to map" />
            </Button>
            <Button component={Link} to="/contact" variant="default">
              <FormattedMessage id="about.contact" defaultMessage="Write to us" />
            </Button>
          </div>
        </Section>
      </div>
    </Page>
  );
}
