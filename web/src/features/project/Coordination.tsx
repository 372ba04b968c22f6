import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { PersonLink } from '../../components/PersonLink';
import { graphql } from '../../gql';
import classes from './Overview.module.css';

export const coordinationFragment = graphql(`
  fragment ProjectCoordination on Project {
    id
    number
    author {
      id
      osmId
      username
      pictureUrl
    }
    organisation {
      id
      number
      slug
      name
      logo
      url
    }
  }
`);

/** Who made the project, who runs it, and how to reach them. */
export function Coordination({ project: from }: { project: FragmentType<typeof coordinationFragment> }) {
  const { data: project, complete } = useFragment({
    fragment: coordinationFragment,
    from,
  });
  if (!complete) return null;
  const { author, organisation } = project;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>
          <FormattedMessage id="overview.author" defaultMessage="Made by" />
        </dt>
        <dd>
          <PersonLink person={author} />
        </dd>
      </div>
      {organisation && (
        <div>
          <dt>
            <FormattedMessage id="overview.organisation" defaultMessage="Run by" />
          </dt>
          <dd className={classes.organisation}>
            <Avatar square size={24} id={organisation.number} name={organisation.name} picture={organisation.logo} />
            <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <FormattedMessage id="overview.contact" defaultMessage="Questions" />
        </dt>
        <dd>
          <a href="#conversation">
            <FormattedMessage id="overview.ask" defaultMessage="Ask in the conversation" />
          </a>
        </dd>
      </div>
    </dl>
  );
}
