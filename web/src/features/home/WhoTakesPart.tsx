import { IconBuildingCommunity, IconEye, IconPencil } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import classes from './WhoTakesPart.module.css';

/** Who does what here, each with the way to begin. */
export function WhoTakesPart() {
  return (
    <section>
      <h2>
        <FormattedMessage id="home.who" defaultMessage="Who takes part" />
      </h2>
      <ul className={classes.people}>
        <li>
          <IconPencil size={20} aria-hidden />
          <h3>
            <FormattedMessage id="home.who.mappers" defaultMessage="Mappers" />
          </h3>
          <p>
            <FormattedMessage
              id="home.who.mappers.text"
              defaultMessage="You need no experience. Take a task of an easy project, and stop whenever you like. <learn>Map your first task</learn>"
              values={{ learn: (text) => <Link to="/learn/quickstart">{text}</Link> }}
            />
          </p>
        </li>
        <li>
          <IconEye size={20} aria-hidden />
          <h3>
            <FormattedMessage id="home.who.validators" defaultMessage="Validators" />
          </h3>
          <p>
            <FormattedMessage
              id="home.who.validators.text"
              defaultMessage="You have mapped for a while, and help others to get better. What you approve, people rely on. <learn>Validate kindly</learn>"
              values={{ learn: (text) => <Link to="/learn/validate">{text}</Link> }}
            />
          </p>
        </li>
        <li>
          <IconBuildingCommunity size={20} aria-hidden />
          <h3>
            <FormattedMessage id="home.who.organisations" defaultMessage="Organisations" />
          </h3>
          <p>
            <FormattedMessage
              id="home.who.organisations.text"
              defaultMessage="You need a map of a place, and bring the question that it answers. Many hands do the rest. <learn>Run a project</learn>"
              values={{ learn: (text) => <Link to="/learn/manage">{text}</Link> }}
            />
          </p>
        </li>
      </ul>
    </section>
  );
}
