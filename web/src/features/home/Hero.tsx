import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { signInAddress } from '../../app/viewer';
import { GridArt } from './GridArt';
import classes from './Hero.module.css';

/** For visitors: what this is in one sentence, and the way in. */
export function Hero() {
  return (
    <header className={classes.hero}>
      <div className={classes.words}>
        <h1>
          <FormattedMessage id="home.title" defaultMessage="Put places on the map, one small task each" />
        </h1>
        <p className={classes.lead}>
          <FormattedMessage
            id="home.lead"
            defaultMessage="Aid workers, planners and neighbours need maps that do not exist yet. Here many people draw them in OpenStreetMap from satellite imagery, square by square, and look over each other’s work."
          />
        </p>
        <div className={classes.actions}>
          <Button component={Link} to="/explore" size="md" h={44}>
            <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
          </Button>
          <Button component="a" href={signInAddress('/')} variant="default" size="md" h={44}>
            <FormattedMessage id="account.signIn" defaultMessage="Sign in" />
          </Button>
        </div>
        <p className={classes.note}>
          <FormattedMessage
            id="home.note"
            defaultMessage="A browser and ten minutes are enough. <learn>See how a first task goes</learn>"
            values={{ learn: (text) => <Link to="/learn/quickstart">{text}</Link> }}
          />
        </p>
      </div>
      <GridArt />
    </header>
  );
}
