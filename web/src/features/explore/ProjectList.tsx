import { useApolloClient, useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Menu, Skeleton, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { askAhead, useFresh } from '../../app/askAhead';
import { useViewer } from '../../app/viewer';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { ORDERS, orderOf, readFilters, toProjectFilter, type ExploreOrder, type Filters } from './filters';
import { NoProjects } from './NoProjects';
import classes from './ProjectList.module.css';
import { ProjectRow } from './ProjectRow';
import type { ChangeFilters } from './useFilters';
import { useNearMe } from './useNearMe';
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

const askedBy = (filters: Filters) => ({ filter: toProjectFilter(filters), orderBy: orderOf(filters) });

if (location.pathname === '/explore') {
  const filters = readFilters(new URLSearchParams(location.search));
  askAhead(projectsQuery, { ...askedBy(filters), first: PAGE });
}

type Props = {
  filters: Filters;
  change: ChangeFilters;
  /** Number of the project lit here and on the map. */
  lit: number | null;
  onLight: (number: number | null) => void;
  /** The projects are there, or will not come. */
  onListed: () => void;
};

export function ProjectList({ filters, change, lit, onLight, onListed }: Props) {
  const asked = askedBy(filters);
  const key = JSON.stringify(asked);
  const first = useMemo(() => shownBefore.get(key) ?? PAGE, [key]);
  const variables = { ...asked, first };
  const fresh = useFresh(projectsQuery, variables);
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(projectsQuery, { variables, ...fresh });
  const { viewer } = useViewer();
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle');

  // While other filters load, the last answer stays, dimmed: nothing jumps.
  const projects = (data ?? previousData)?.projects;
  const stale = !data && loading;
  const isDone = projects !== undefined || error !== undefined;
  useEffect(() => {
    if (isDone) onListed();
  }, [isDone, onListed]);

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
        <div className={classes.tools}>
          {viewer?.viewerCanCreateProject.allowed && projects.totalCount > 0 && <DownloadCsv filters={filters} />}
          <OrderMenu filters={filters} change={change} />
        </div>
      </div>
      {projects.edges.length === 0 ? (
        <NoProjects filters={filters} change={change} />
      ) : (
        <ul className={classes.list} data-stale={stale || undefined} onKeyDown={moveFocus}>
          {projects.edges.map(({ node }) => (
            <ProjectRow
              key={node.id}
              project={node}
              signedIn={Boolean(viewer)}
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
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('h2 a')];
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

/** For those who manage projects: all that fit, as a table for spreadsheets. */
function DownloadCsv({ filters }: { filters: Filters }) {
  const intl = useIntl();
  const client = useApolloClient();
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const download = async () => {
    setState('loading');
    try {
      const { downloadProjects } = await import('./downloadProjects');
      await downloadProjects(client, filters);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && (
        <span className={classes.problem} role="alert">
          <FormattedMessage id="explore.csv.failed" defaultMessage="Not downloaded. Try again" />
        </span>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        className={classes.csv}
        loading={state === 'loading'}
        aria-label={intl.formatMessage({ id: 'explore.csv', defaultMessage: 'Download these projects as CSV' })}
        title={intl.formatMessage({ id: 'explore.csv', defaultMessage: 'Download these projects as CSV' })}
        onClick={() => void download()}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </>
  );
}

function OrderMenu({ filters, change }: Pick<Props, 'filters' | 'change'>) {
  const intl = useIntl();
  const { sort, problem, forget } = useNearMe(change);
  const chosen = orderOf(filters);
  return (
    <Menu position="bottom-end">
      <Tooltip label={problem} opened={problem !== null} color="var(--danger)" multiline maw={240}>
        <Menu.Target>
          <button type="button" className={classes.order} onBlur={forget}>
            <IconArrowsSort size={16} aria-hidden />
            {intl.formatMessage(orderWords[chosen])}
            <IconChevronDown size={16} aria-hidden />
          </button>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown mah="min(70vh, 480px)" style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup
          value={chosen}
          onChange={(value) => (value === 'NEAREST' ? sort() : change({ orderBy: value as ExploreOrder, near: null }))}
        >
          {([...ORDERS, 'NEAREST'] as const).map((order) => (
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
