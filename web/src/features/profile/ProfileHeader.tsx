import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { IconExternalLink } from '@tabler/icons-react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Badge } from '../../components/Badge';
import { levelName } from '../../components/person/levelNames';
import { graphql } from '../../gql';
import { contactOf, editPages, SERVICES, type ContactKey } from './contacts';
import classes from './ProfileHeader.module.css';

const profileHeaderFragment = graphql(`
  fragment ProfileHeader on Person {
    id
    username
    role
    registeredAt
    name
    city
    country
    twitterId
    facebookId
    linkedinId
    slackId
    skypeId
    ircId
    level {
      number
      name
    }
  }
`);

/** Under the name: level, who they are elsewhere, and since when they are here. */
export function ProfileHeader({
  person: from,
  osmUrl,
}: {
  person: FragmentType<typeof profileHeaderFragment>;
  osmUrl: string;
}) {
  const intl = useIntl();
  const { data: person, complete } = useFragment({ fragment: profileHeaderFragment, from });
  if (!complete) return null;
  const { username, role, name, city, country, level, registeredAt } = person;
  const place = [city, country].filter((part): part is string => Boolean(part));
  const contacts = (Object.keys(SERVICES) as ContactKey[]).flatMap((key) =>
    person[key] ? [{ key, ...contactOf(key, person[key]) }] : [],
  );
  return (
    <div className={classes.header}>
      <ul className={classes.facts}>
        <li>
          <Badge>{levelName(intl, level.name)}</Badge>
        </li>
        {role === 'ADMIN' && (
          <li>
            <Badge>
              <FormattedMessage id="profile.admin" defaultMessage="Administrator" />
            </Badge>
          </li>
        )}
        {name && name !== username && (
          <li>
            <bdi>{name}</bdi>
          </li>
        )}
        {place.length > 0 && <li>{intl.formatList(place, { type: 'unit' })}</li>}
        <li>
          <FormattedMessage
            id="profile.since"
            defaultMessage="Here since {month}"
            values={{ month: <FormattedDate value={registeredAt} month="long" year="numeric" /> }}
          />
        </li>
      </ul>
      <ul className={classes.links}>
        {editPages(username, osmUrl).map((page) => (
          <li key={page.key}>
            <a href={page.href} target="_blank" rel="noreferrer">
              {page.name}
              <IconExternalLink size={14} aria-hidden />
            </a>
          </li>
        ))}
        {contacts.map(({ key, name: account, href }) => (
          <li key={key}>
            {href ? (
              <a href={href} target="_blank" rel="me nofollow noreferrer" title={account}>
                {SERVICES[key]}
                <IconExternalLink size={14} aria-hidden />
              </a>
            ) : (
              <span>
                {SERVICES[key]} <bdi>{account}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {role === 'READ_ONLY' && (
        <p className={classes.blocked}>
          <FormattedMessage
            id="profile.blocked"
            defaultMessage="This account is blocked by an administrator: it can read, but not map, validate or comment."
          />
        </p>
      )}
    </div>
  );
}
