import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer';
import { EmptyState } from '../../components/EmptyState';
import { NO_FILTERS, countFilters, type Filters } from './filters';
import type { ChangeFilters } from './useFilters';

/** Why the list is empty, and one way on. */
export function NoProjects({ filters, change }: { filters: Filters; change: ChangeFilters }) {
  const { viewer } = useViewer();
  const count = countFilters(filters);
  if (count > 0) {
    return (
      <EmptyState
        title={<FormattedMessage id="explore.none.filtered" defaultMessage="No project matches these filters." />}
        action={
          <Button onClick={() => change({ ...NO_FILTERS, need: filters.need, orderBy: filters.orderBy })}>
            <FormattedMessage
              id="explore.clear"
              defaultMessage="Clear {count, plural, one {# filter} other {# filters}}"
              values={{ count }}
            />
          </Button>
        }
      />
    );
  }
  if (filters.need !== 'ALL') {
    return (
      <EmptyState
        title={
          filters.need === 'TO_MAP' ? (
            <FormattedMessage id="explore.none.map" defaultMessage="No project needs mapping right now." />
          ) : (
            <FormattedMessage id="explore.none.validate" defaultMessage="No project needs validating right now." />
          )
        }
        action={
          <Button onClick={() => change({ need: 'ALL' })}>
            <FormattedMessage id="explore.none.all" defaultMessage="Show all projects" />
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={<FormattedMessage id="explore.none.yet" defaultMessage="There are no projects yet." />}
      action={
        viewer?.viewerCanCreateProject.allowed ? (
          <Button component={Link} to="/projects/new">
            <FormattedMessage id="topBar.newProject" defaultMessage="New project" />
          </Button>
        ) : undefined
      }
    />
  );
}
