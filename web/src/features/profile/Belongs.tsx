import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { IconMedal } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { Section } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './Belongs.module.css';

const belongsFragment = graphql(`
  fragment Belongs on Person {
    id
    badges {
      number
      name
      description
      imagePath
    }
    teams {
      id
      number
      name
      organisation {
        id
        number
        name
        logo
      }
    }
    organisationsManaged {
      id
      number
      name
      slug
      logo
    }
  }
`);

/** What a person was given and where they belong: badges, organisations they manage, teams. Nothing of what there is none of. */
export function Belongs({ person: from }: { person: FragmentType<typeof belongsFragment> }) {
  const { data: person, complete } = useFragment({ fragment: belongsFragment, from });
  if (!complete) return null;
  const { badges, teams, organisationsManaged: organisations } = person;
  return (
    <>
      {badges.length > 0 && (
        <Section title={<FormattedMessage id="profile.badges" defaultMessage="Badges" />} card>
          <ul className={classes.list}>
            {badges.map(({ number, name, description, imagePath }) => (
              <li key={number}>
                {imagePath ? (
                  <img src={imagePath} alt="" width={36} height={36} loading="lazy" referrerPolicy="no-referrer" />
                ) : (
                  <span className={classes.medal}>
                    <IconMedal size={20} aria-hidden />
                  </span>
                )}
                <span className={classes.words}>
                  <b>{name}</b>
                  {description && <span>{description}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {organisations && organisations.length > 0 && (
        <Section title={<FormattedMessage id="profile.organisations" defaultMessage="Manages" />} card>
          <ul className={classes.list}>
            {organisations.map(({ id, number, name, slug, logo }) => (
              <li key={id}>
                <Avatar square size={36} id={number} name={name} picture={logo} />
                <Link to={`/organisations/${slug}`} className={classes.link}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {teams.length > 0 && (
        <Section title={<FormattedMessage id="page.teams" defaultMessage="Teams" />} card>
          <ul className={classes.list}>
            {teams.map(({ id, number, name, organisation }) => (
              <li key={id}>
                <Avatar
                  square
                  size={36}
                  id={organisation.number}
                  name={organisation.name}
                  picture={organisation.logo}
                />
                <span className={classes.words}>
                  <Link to={`/teams/${number}`} className={classes.link}>
                    {name}
                  </Link>
                  <span>{organisation.name}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
