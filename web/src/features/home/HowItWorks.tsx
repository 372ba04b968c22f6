import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import classes from './HowItWorks.module.css';
import { StepArt } from '../../art/StepArt';

/** The work in three steps, drawn with the states that the task map has. */
export function HowItWorks() {
  return (
    <section>
      <h2>
        <FormattedMessage id="home.how" defaultMessage="How it works" />
      </h2>
      <ol className={classes.steps}>
        <li>
          <StepArt step="choose" />
          <h3>
            <FormattedMessage id="home.how.choose" defaultMessage="Choose a square" />
          </h3>
          <p>
            <FormattedMessage
              id="home.how.choose.text"
              defaultMessage="Each project is cut into tasks. Take one, and it is yours for a while: nobody else maps the same place."
            />
          </p>
        </li>
        <li>
          <StepArt step="map" />
          <h3>
            <FormattedMessage id="home.how.map" defaultMessage="Trace what you see" />
          </h3>
          <p>
            <FormattedMessage
              id="home.how.map.text"
              defaultMessage="An editor opens on the imagery. Draw houses, roads and rivers: they go straight into OpenStreetMap, under your name."
            />
          </p>
        </li>
        <li>
          <StepArt step="validate" />
          <h3>
            <FormattedMessage id="home.how.validate" defaultMessage="Someone looks over it" />
          </h3>
          <p>
            <FormattedMessage
              id="home.how.validate.text"
              defaultMessage="A validator checks your square, mends small things, and tells you what to do better next time."
            />
          </p>
        </li>
      </ol>
      <Button component={Link} to="/learn/quickstart" variant="default" mt={20}>
        <FormattedMessage id="home.how.learn" defaultMessage="Learn to map" />
      </Button>
    </section>
  );
}
