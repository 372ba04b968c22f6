import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useIntersection, useMediaQuery } from '@mantine/hooks';
import type { Point } from 'geojson';
import { Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './Activity.module.css';
import { ActivityRow } from './ActivityRow';
import { useFresh } from './fresh';
import { useLiveProjects } from './useLiveProjects';
import { mapPart } from '../../app/part';

const ActivityMap = mapPart(() => import('./ActivityMap'));

/** As many as the list beside the map has room for. */
const SHOWN = 8;

const activityQuery = graphql(`
  query HomeActivity($first: Int!) {
    recentlyActiveProjects(first: $first) {
      id
      number
      name
      centroid
      lastUpdated
      figures {
        percentMapped
        percentValidated
      }
    }
    projectTiles {
      url
      maxZoom
    }
  }
`);

/** Where people work at this moment, on a map and in a list beside it that says the same. */
export function Activity() {
  const { data, error, refetch } = useQuery(activityQuery, {
    variables: { first: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  useFresh(refetch);
  const [lit, setLit] = useState<number | null>(null);
  const [order, setOrder] = useState<readonly number[]>([]);
  // The map's code is large: it is fetched when the map comes into sight, and never waited for.
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const [near, setNear] = useState(false);
  if (entry?.isIntersecting && !near) setNear(true);
  const narrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });

  const active = data?.recentlyActiveProjects ?? [];
  // Rows keep the places they have; who comes later goes to the end.
  const added = active.map(({ number }) => number).filter((number) => !order.includes(number));
  if (added.length > 0) setOrder([...order, ...added]);
  const projects = order.flatMap((number) => active.find((project) => project.number === number) ?? []);
  const changed = useLiveProjects(projects.map(({ number }) => number));

  return (
    <section ref={ref}>
      <h2>
        <FormattedMessage id="home.activity" defaultMessage="Where people map now" />
      </h2>
      <p className={classes.text}>
        <FormattedMessage
          id="home.activity.text"
          defaultMessage="Projects with work in the last 24 hours. A ring pulses when someone takes or finishes a task."
        />
      </p>
      <div className={classes.both}>
        <div className={classes.map}>
          {near && data && (
            <Suspense fallback={null}>
              <ActivityMap
                projects={projects.map(({ number, name, centroid, figures }) => ({
                  number,
                  name,
                  at: (centroid as Point).coordinates as [number, number],
                  percentMapped: figures.percentMapped,
                  percentValidated: figures.percentValidated,
                  changes: changed.get(number)?.count ?? 0,
                }))}
                tiles={data.projectTiles}
                lit={lit}
                onLight={setLit}
                narrow={narrow}
              />
            </Suspense>
          )}
        </div>
        {error && !data ? (
          <ErrorState
            title={<FormattedMessage id="explore.error" defaultMessage="The projects did not load." />}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : data && projects.length + added.length === 0 ? (
          <EmptyState
            title={<FormattedMessage id="home.activity.none" defaultMessage="Nobody has mapped within the last day" />}
            text={
              <FormattedMessage id="home.activity.noneText" defaultMessage="Take a task, and this place shows it." />
            }
            action={
              <Button component={Link} to="/explore">
                <FormattedMessage id="notFound.action" defaultMessage="Explore projects" />
              </Button>
            }
          />
        ) : data ? (
          <ul className={classes.list}>
            {projects.map(({ number, name, lastUpdated, figures }) => (
              <ActivityRow
                key={number}
                number={number}
                name={name}
                at={changed.get(number)?.at ?? lastUpdated}
                changes={changed.get(number)?.count ?? 0}
                percentMapped={figures.percentMapped}
                percentValidated={figures.percentValidated}
                lit={lit === number}
                onLight={(on) => setLit(on ? number : null)}
              />
            ))}
          </ul>
        ) : (
          <Waiting>
            {[1, 2, 3, 4].map((row) => (
              <div key={row} className={classes.skeleton}>
                <LineSkeleton width="70%" height={14} />
                <LineSkeleton width="100%" height={8} />
                <LineSkeleton width="45%" />
              </div>
            ))}
          </Waiting>
        )}
      </div>
    </section>
  );
}
