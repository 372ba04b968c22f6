import { FormattedMessage } from 'react-intl';
import classes from './AboutPage.module.css';

export default function AboutPage() {
  return (
    <article className={classes.page}>
      <h1>
        <FormattedMessage id="about.title" defaultMessage="Map together, one small piece each" />
      </h1>
      <p>
        <FormattedMessage
          id="about.what"
          defaultMessage="An organisation draws the area that needs a map. It is cut into tasks, each small enough for one person and an hour or two. You take a task, map what you see on the imagery in OpenStreetMap, and hand it back. Someone else looks over it."
        />
      </p>
      <h2>
        <FormattedMessage id="about.how.title" defaultMessage="Nobody works on the same task twice" />
      </h2>
      <p>
        <FormattedMessage
          id="about.how"
          defaultMessage="A task you take is yours until you hand it back or its time is over. Everyone on the project sees at once who works where."
        />
      </p>
      <h2>
        <FormattedMessage id="about.data.title" defaultMessage="Everything you map belongs to everyone" />
      </h2>
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
    </article>
  );
}
