import { useQuery } from '@apollo/client/react';
import { Button, Menu, Skeleton } from '@mantine/core';
import { IconArrowsSort, IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { toProjectFilter, type ExploreOrder, type Filters } from './filters';
import { NoProjects } from './NoProjects';
import classes from './ProjectList.module.css';
import { ProjectRow } from './ProjectRow';
import type { ChangeFilters } from './useFilters';
import { orderWords } from '../../components/projectWords';

const PAGE = 20;
/** As many as the API gives at once. */
const MOST = 100;

/** How many were shown of a list, for the way back to it. */
const shownBefore = new Map<string, number>();

const projectsQuery = graphql(`
  query ExploreProjects($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          number
          ...ProjectRow
        }
      }
    }
  }
`);

type Props = {
  filters: Filters;
  change: ChangeFilters;
  /** Number of the project lit here and on the map. */
  lit: number | null;
  onLight: (number: number | null) => void;
};

export function ProjectList({ filters, change, lit, onLight }: Props) {
  const asked = { filter: toProjectFilter(filters), orderBy: filters.orderBy };
  const key = JSON.stringify(asked);
  const first = useMemo(() => shownBefore.get(key) ?? PAGE, [key]);
  const variables = { ...asked, first };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(projectsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle');

  // While other filters load, the last answer stays, dimmed: nothing jumps.
  const projects = (data ?? previousData)?.projects;
  const stale = !data && loading;

  if (error && !data) {
    return (
      <ErrorState
        title={<FormattedMessage id="explore.error" defaultMessage="The projects did not load." />}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!projects) return <ListSkeleton />;

  const showMore = async () => {
    setMore('loading');
    try {
      await fetchMore({ variables: { ...asked, first: PAGE, after: projects.pageInfo.endCursor } });
      shownBefore.set(key, Math.min(MOST, projects.edges.length + PAGE));
      setMore('idle');
    } catch {
      setMore('failed');
    }
  };
  const left = projects.totalCount - projects.edges.length;
  return (
    <>
      <div className={classes.head}>
        <h1 aria-live="polite">
          <Count need={filters.need} count={projects.totalCount} />
        </h1>
        <OrderMenu filters={filters} change={change} />
      </div>
      {projects.edges.length === 0 ? (
        <NoProjects filters={filters} change={change} />
      ) : (
        <ul className={classes.list} data-stale={stale || undefined} onKeyDown={moveFocus}>
          {projects.edges.map(({ node }) => (
            <ProjectRow
              key={node.id}
              project={node}
              lit={lit === node.number}
              onLight={(on) => onLight(on ? node.number : null)}
            />
          ))}
        </ul>
      )}
      {projects.pageInfo.hasNextPage && (
        <div className={classes.more}>
          {more === 'failed' && (
            <p className={classes.problem} role="alert">
              <FormattedMessage id="explore.more.failed" defaultMessage="The next projects did not load. Try again" />
            </p>
          )}
          <Button variant="default" loading={more === 'loading'} onClick={() => void showMore()}>
            <FormattedMessage
              id="explore.more"
              defaultMessage="Show {count, number} more"
              values={{ count: Math.min(PAGE, left) }}
            />
          </Button>
          <FormattedMessage
            id="explore.shown"
            defaultMessage="{shown, number} of {total, number} shown"
            values={{ shown: projects.edges.length, total: projects.totalCount }}
          />
        </div>
      )}
    </>
  );
}

/** Arrows, Home and End go from row to row; Tab still visits each. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('h3 a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
}

function Count({ need, count }: { need: Filters['need']; count: number }) {
  if (need === 'TO_MAP') {
    return (
      <FormattedMessage
        id="explore.count.map"
        defaultMessage="{count, plural, one {# project needs mapping} other {# projects need mapping}}"
        values={{ count }}
      />
    );
  }
  if (need === 'TO_VALIDATE') {
    return (
      <FormattedMessage
        id="explore.count.validate"
        defaultMessage="{count, plural, one {# project needs validating} other {# projects need validating}}"
        values={{ count }}
      />
    );
  }
  return (
    <FormattedMessage
      id="explore.count.all"
      defaultMessage="{count, plural, one {# project} other {# projects}}"
      values={{ count }}
    />
  );
}

function OrderMenu({ filters, change }: Pick<Props, 'filters' | 'change'>) {
  const intl = useIntl();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.order}>
          <IconArrowsSort size={16} aria-hidden />
          {intl.formatMessage(orderWords[filters.orderBy])}
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={filters.orderBy} onChange={(value) => change({ orderBy: value as ExploreOrder })}>
          {(['PRIORITY', 'LAST_UPDATED', 'NEWEST'] as const).map((order) => (
            <Menu.RadioItem key={order} value={order} closeMenuOnClick>
              {intl.formatMessage(orderWords[order])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function ListSkeleton() {
  return (
    <Waiting>
      <div className={classes.head}>
        <LineSkeleton width={170} />
        <LineSkeleton width={120} />
      </div>
      {Array.from({ length: 7 }, (_, i) => (
        <div key={i} className={classes.skeleton}>
          <Skeleton width={44} height={44} radius="md" />
          <div>
            <LineSkeleton width="62%" height={14} />
            <LineSkeleton width="48%" height={10} />
            <Skeleton height={8} radius="xs" my={8} />
            <LineSkeleton width="34%" height={10} />
          </div>
        </div>
      ))}
    </Waiting>
  );
}
