import 'maplibre-gl/dist/maplibre-gl.css';
import { useQuery } from '@apollo/client/react';
import { Checkbox, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { Map, Marker, type MapRef } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { ZoomControls } from '../../components/ZoomControls';
import { graphql } from '../../gql';
import { baseStyle, furnish } from '../../map/base';
import { buildClusters, normalBounds, readPoints, ringsIn, standsFor, type Ring } from './clusters';
import classes from './ExploreMap.module.css';
import { toProjectFilter, type Bounds, type Filters } from './filters';
import { RingMark } from './RingMark';
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

type View = { bounds: Bounds; zoom: number };

export default function ExploreMap({ filters, change, lit, onLight, strip }: Props) {
  const intl = useIntl();
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const map = useRef<MapRef>(null);
  const [view, setView] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  // The map shows all matches, also those outside: the view must not filter what one pans to.
  const { data, previousData } = useQuery(projectMapQuery, {
    variables: { filter: toProjectFilter({ ...filters, bounds: null }) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const answer = data ?? previousData;
  const points = useMemo(() => readPoints(answer?.projectMap), [answer]);
  const clusters = useMemo(() => buildClusters(points), [points]);
  const rings = useMemo(() => (view ? ringsIn(clusters, view.bounds, view.zoom) : []), [clusters, view]);
  const style = useMemo(() => baseStyle(scheme), [scheme]);
  const duration = still ? 0 : 400;

  // The first answer decides the view, unless the address did.
  const framed = useRef(filters.bounds !== null);
  useEffect(() => {
    if (framed.current || points.length === 0 || !view) return;
    framed.current = true;
    const bounds = new maplibre.LngLatBounds();
    for (const { geometry } of points) bounds.extend(geometry.coordinates as [number, number]);
    map.current?.fitBounds(bounds, { padding: strip ? 24 : 72, maxZoom: 5, duration: 0 });
  }, [points, view, strip]);

  const readView = useCallback(() => {
    if (!map.current) return;
    const bounds = map.current.getBounds();
    const now = normalBounds(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
    setView({ bounds: now, zoom: map.current.getZoom() });
    return now;
  }, []);

  const undo = useRef<() => void>(undefined);
  useEffect(() => () => undo.current?.(), []);

  const openGroup = ({ clusterId, at }: Ring) => {
    if (clusterId === undefined) return;
    map.current?.easeTo({ center: at, zoom: clusters.getClusterExpansionZoom(clusterId) + 0.4, duration });
  };

  if (failed) {
    return (
      <p className={`float ${classes.note}`}>
        <FormattedMessage
          id="map.noWebGl"
          defaultMessage="This browser cannot draw the map. The list has all projects."
        />
      </p>
    );
  }
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
              ? { bounds: unwrapped(filters.bounds) }
              : { longitude: 20, latitude: 12, zoom: strip ? 0.6 : 1.6 }
          }
          minZoom={0.5}
          maxZoom={16}
          dragRotate={false}
          pitchWithRotate={false}
          touchPitch={false}
          attributionControl={false}
          interactive={!strip}
          onLoad={({ target }) => {
            undo.current = furnish(target);
            readView();
          }}
          onError={({ error }) => {
            if (/webgl/i.test(error.message)) setFailed(true);
          }}
          onMoveEnd={() => {
            const bounds = readView();
            if (filters.bounds && bounds) change({ bounds }, { replace: true });
          }}
          style={{ position: 'absolute', inset: 0 }}
        >
          {rings.map((ring) => {
            const isLit = lit !== null && standsFor(ring, lit, clusters);
            return (
              <Marker key={ring.key} longitude={ring.at[0]} latitude={ring.at[1]} style={{ zIndex: isLit ? 2 : 1 }}>
                <RingMark
                  ring={ring}
                  lit={isLit}
                  onOpenGroup={() => openGroup(ring)}
                  onLight={(on) => onLight(on ? (ring.project?.number ?? null) : null)}
                />
              </Marker>
            );
          })}
        </Map>
      </div>
      <div className={`float ${classes.only}`}>
        <Checkbox
          size="sm"
          label={intl.formatMessage(messages.only)}
          checked={filters.bounds !== null}
          onChange={(event) => change({ bounds: event.currentTarget.checked ? (readView() ?? null) : null })}
        />
      </div>
      <ul className={`float ${classes.legend}`}>
        <li>
          <i style={{ background: 'var(--state-validated)' }} />
          <FormattedMessage id="legend.validated" defaultMessage="validated" />
        </li>
        <li>
          <i style={{ background: 'var(--state-mapped)' }} />
          <FormattedMessage id="legend.mapped" defaultMessage="mapped" />
        </li>
        <li>
          <i style={{ background: 'var(--state-rest)' }} />
          <FormattedMessage id="legend.rest" defaultMessage="still to map" />
        </li>
      </ul>
      <ZoomControls map={() => map.current} className={classes.controls} />
    </div>
  );
}

/** Bounds over the 180th meridian as one stretch, which is how a map takes them. */
function unwrapped([west, south, east, north]: Bounds): Bounds {
  return [west, south, east < west ? east + 360 : east, north];
}
