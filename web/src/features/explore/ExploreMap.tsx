import 'maplibre-gl/dist/maplibre-gl.css';
import { useQuery } from '@apollo/client/react';
import { Checkbox, useComputedColorScheme } from '@mantine/core';
import { Map } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import { useMemo } from 'react';
import { defineMessages, useIntl } from 'react-intl';
import { ZoomControls } from '../../components/ZoomControls';
import { graphql } from '../../gql';
import { baseStyle, fadeDuration } from '../../map/base';
import { boundsOf } from '../../map/bounds';
import { NoMap } from '../../map/projects/NoMap';
import { RingLegend } from '../../map/projects/RingLegend';
import { RingMarkers } from '../../map/projects/RingMarkers';
import { readPoints } from '../../map/projects/clusters';
import { useProjectRings } from '../../map/projects/useProjectRings';
import classes from './ExploreMap.module.css';
import { toProjectFilter, type Filters } from './filters';
import type { ChangeFilters } from './useFilters';

const messages = defineMessages({
  only: { id: 'explore.onlyHere', defaultMessage: 'Only projects on this map' },
});

const projectMapQuery = graphql(`
  query ExploreMap($filter: ProjectFilter) {
    projectMap(filter: $filter)
  }
`);

type Props = {
  filters: Filters;
  change: ChangeFilters;
  lit: number | null;
  onLight: (number: number | null) => void;
  /** A phone's strip above the list: it shows, but does not take the finger that scrolls the page. */
  strip: boolean;
};

export default function ExploreMap({ filters, change, lit, onLight, strip }: Props) {
  const intl = useIntl();
  const scheme = useComputedColorScheme('light');
  // The map shows all matches, also those outside: the view must not filter what one pans to.
  const { data, previousData } = useQuery(projectMapQuery, {
    variables: { filter: toProjectFilter({ ...filters, bounds: null, near: null }) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const answer = data ?? previousData;
  const points = useMemo(() => readPoints(answer?.projectMap), [answer]);
  // The first answer decides the view, unless the address did.
  const { map, clusters, rings, failed, readView, openGroup, onLoad, onError } = useProjectRings(points, {
    framed: filters.bounds !== null,
    padding: strip ? 24 : 72,
    maxZoom: 5,
  });
  const style = useMemo(() => baseStyle(scheme), [scheme]);

  if (failed) return <NoMap />;
  return (
    <div className={`${classes.map} ${strip ? classes.strip : ''}`}>
      {/* Panels mirror with the language's direction, the map does not. */}
      <div className={classes.map} dir="ltr">
        <Map
          ref={map}
          mapLib={maplibre}
          mapStyle={style}
          initialViewState={
            filters.bounds
              ? { bounds: boundsOf(filters.bounds) }
              : { longitude: 20, latitude: 12, zoom: strip ? 0.6 : 1.6 }
          }
          minZoom={0.5}
          maxZoom={16}
          dragRotate={false}
          pitchWithRotate={false}
          touchPitch={false}
          attributionControl={false}
          fadeDuration={fadeDuration}
          interactive={!strip}
          onLoad={onLoad}
          onError={onError}
          onMoveEnd={() => {
            const bounds = readView();
            if (filters.bounds && bounds) change({ bounds }, { replace: true });
          }}
          style={{ position: 'absolute', inset: 0 }}
        >
          <RingMarkers rings={rings} clusters={clusters} lit={lit} onLight={onLight} onOpenGroup={openGroup} />
        </Map>
      </div>
      <div className={`float ${classes.only}`}>
        <Checkbox
          size="sm"
          styles={{ label: { fontSize: 13 } }}
          label={intl.formatMessage(messages.only)}
          checked={filters.bounds !== null}
          onChange={(event) => change({ bounds: event.currentTarget.checked ? (readView() ?? null) : null })}
        />
      </div>
      <RingLegend className={classes.legend} />
      <ZoomControls map={() => map.current} className={classes.controls} />
    </div>
  );
}
