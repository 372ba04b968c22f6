import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Badge } from '../../components/Badge';
import { graphql } from '../../gql';
import classes from './Overview.module.css';

export const headFragment = graphql(`
  fragment ProjectHead on Project {
    id
    number
    status
    priority
    private
    sandbox
    organisation {
      id
      name
    }
  }
`);

type Props = { project: FragmentType<typeof headFragment>; name: string; actions: ReactNode };

/** Name and number of the project, whose it is, and what makes it special: a badge only where it is true. */
export function Head({ project: from, name, actions }: Props) {
  const intl = useIntl();
  const { data: project, complete } = useFragment({ fragment: headFragment, from });
  if (!complete) return null;
  const { status, priority, organisation, number } = project;
  return (
    <header>
      <div className={classes.over}>
        <span className={classes.quiet}>
          {organisation && <>{organisation.name} · </>}
          <bdi>#{number}</bdi>
        </span>
        <span className={classes.headActions}>{actions}</span>
      </div>
      <h1 dir="auto">{name}</h1>
      <p className={classes.badges}>
        {priority === 'URGENT' && (
          <Badge tone="urgent">{intl.formatMessage({ id: 'priority.urgent', defaultMessage: 'Urgent' })}</Badge>
        )}
        {status === 'DRAFT' && (
          <Badge tone="warn">
            <FormattedMessage id="overview.draft" defaultMessage="Draft" />
          </Badge>
        )}
        {status === 'ARCHIVED' && (
          <Badge>
            <FormattedMessage id="overview.archived" defaultMessage="Archived" />
          </Badge>
        )}
        {project.private && (
          <Badge>
            <FormattedMessage id="overview.privateBadge" defaultMessage="Private" />
          </Badge>
        )}
        {project.sandbox && (
          <Badge tone="warn">
            <FormattedMessage id="overview.sandbox" defaultMessage="For trying out" />
          </Badge>
        )}
      </p>
    </header>
  );
}
