import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { IconUsers } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { Badge } from '../../components/Badge';
import { FavouriteButton } from '../../components/FavouriteButton';
import { ProgressBar } from '../../components/ProgressBar';
import { useNow } from '../../components/useNow';
import { useProjectAddress } from '../../components/useProjectAddress';
import { graphql } from '../../gql';
import classes from './ProjectRow.module.css';
import { difficultyWords, typeWords } from '../../components/projectWords';

export const projectRowFragment = graphql(`
  fragment ProjectRow on Project {
    id
    number
    name
    priority
    difficulty
    mappingTypes
    countries
    dueDate
    contributorCount
    ...Favourite
    organisation {
      id
      number
      name
      logo
    }
    figures {
      percentMapped
      percentValidated
    }
  }
`);

/** Days before the due date from which it is worth a warning. */
const DUE_SOON = 14;

type Props = {
  project: FragmentType<typeof projectRowFragment>;
  /** People who are signed in have favourites. */
  signedIn: boolean;
  /** Lit together with its ring on the map. */
  lit: boolean;
  onLight: (on: boolean) => void;
};

export function ProjectRow({ project: from, signedIn, lit, onLight }: Props) {
  const intl = useIntl();
  const now = useNow();
  const addressOf = useProjectAddress();
  const { data: project, complete } = useFragment({
    fragment: projectRowFragment,
    fragmentName: 'ProjectRow',
    from,
  });
  if (!complete) return null;

  const { percentMapped, percentValidated } = project.figures;
  // percentMapped counts validated tasks too: what is only mapped is the difference.
  const mapped = Math.max(0, percentMapped - percentValidated);
  const types = project.mappingTypes.map((type) => intl.formatMessage(typeWords[type]));
  const daysLeft = project.dueDate ? (Date.parse(project.dueDate) - now) / 86_400_000 : Infinity;
  return (
    <li
      id={`project-${project.number}`}
      className={classes.row}
      data-lit={lit || undefined}
      data-heart={signedIn || undefined}
      onPointerEnter={() => onLight(true)}
      onPointerLeave={() => onLight(false)}
      onFocus={() => onLight(true)}
      onBlur={() => onLight(false)}
    >
      <div className={classes.mark}>
        <Avatar
          square
          size={44}
          id={project.organisation?.number ?? project.number}
          name={project.organisation?.name ?? project.name}
          picture={project.organisation?.logo}
        />
      </div>
      <h2>
        <Link to={addressOf(project.number)} className={classes.name}>
          {project.name}
        </Link>
      </h2>
      {signedIn && <FavouriteButton project={project} className={classes.favourite} />}
      <p className={classes.facts}>
        {project.countries.length > 0 && <>{intl.formatList(project.countries.slice(0, 2), { style: 'narrow' })} · </>}
        {project.organisation?.name}
        {types.length > 0 && (
          <span className={classes.wideOnly}> · {intl.formatList(types, { type: 'unit', style: 'short' })}</span>
        )}
      </p>
      <div className={classes.bar}>
        <ProgressBar validated={percentValidated} mapped={mapped} />
      </div>
      <div className={classes.foot}>
        <span>
          <FormattedMessage
            id="projectRow.progress"
            defaultMessage="{validated}% validated, {mapped}% mapped"
            values={{ validated: percentValidated, mapped }}
          />
        </span>
        <span className={classes.end}>
          <span className={classes.wideOnly}>{intl.formatMessage(difficultyWords[project.difficulty])}</span>
          {project.priority === 'URGENT' && daysLeft > DUE_SOON && (
            <Badge tone="urgent">
              <FormattedMessage id="projectRow.urgent" defaultMessage="Urgent" />
            </Badge>
          )}
          {project.dueDate && daysLeft <= DUE_SOON && (
            <Badge tone="urgent">
              {daysLeft < 0 ? (
                <FormattedMessage
                  id="projectRow.wasDue"
                  defaultMessage="Was due {day}"
                  values={{ day: intl.formatDate(project.dueDate, { day: 'numeric', month: 'short' }) }}
                />
              ) : (
                <FormattedMessage
                  id="projectRow.due"
                  defaultMessage="Due {day}"
                  values={{ day: intl.formatDate(project.dueDate, { day: 'numeric', month: 'short' }) }}
                />
              )}
            </Badge>
          )}
          <span className={`${classes.people} ${classes.wideOnly}`}>
            <IconUsers size={16} aria-hidden />
            <FormattedMessage
              id="projectRow.people"
              defaultMessage="{count, number}<hidden>{count, plural, one { person} other { people}}</hidden>"
              values={{
                count: project.contributorCount,
                hidden: (text) => <span className="visually-hidden">{text}</span>,
              }}
            />
          </span>
        </span>
      </div>
    </li>
  );
}
