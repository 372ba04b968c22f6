import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { Map } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import { useMemo, type ReactNode } from 'react';
import { ZoomControls } from '../../components/ZoomControls';
import { baseStyle, fadeDuration } from '../../map/base';
import { MAP_COLOURS, type MapTheme } from '../../map/base/colours';
import { NoMap } from '../../map/projects/NoMap';
import { RingLegend } from '../../map/projects/RingLegend';
import { RingMarkers } from '../../map/projects/RingMarkers';
import { standsFor, type Ring } from '../../map/projects/clusters';
import { useProjectRings } from '../../map/projects/useProjectRings';
import classes from './ActivityMap.module.css';

export type ActiveProject = {
  number: number;
  name: string;
  at: [number, number];
  percentMapped: number;
  percentValidated: number;
  /** How many since the page was opened. */
  changes: number;
};

type Props = {
  projects: readonly ActiveProject[];
  /** All open projects, as small dots under the rings. */
  tiles: { url: string; maxZoom: number };
  lit: number | null;
  onLight: (number: number | null) => void;
  /** On a phone the map shows, but does not take the finger that scrolls the page. */
  narrow: boolean;
};

/** A map of the world with a ring for each project in which people work. Not a tab stop: the list beside it says the same. */
export default function ActivityMap({ projects, tiles, lit, onLight, narrow }: Props) {
  const scheme = useComputedColorScheme('light');
  const style = useMemo(() => withDots(baseStyle(scheme), scheme, tiles), [scheme, tiles]);

  const points = useMemo(
    () =>
      projects.map(({ at, number, name, percentMapped, percentValidated }) => ({
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: at },
        properties: { number, name, percentMapped, percentValidated },
      })),
    [projects],
  );
  const { map, clusters, rings, failed, readView, openGroup, onLoad, onError } = useProjectRings(points, {
    padding: narrow ? 36 : 72,
    maxZoom: 4,
  });
  const withPulse = (ring: Ring, mark: ReactNode) => {
    const changes = projects
      .filter(({ number }) => standsFor(ring, number, clusters))
      .reduce((sum, project) => sum + project.changes, 0);
    return (
      <div className={classes.ring}>
        {changes > 0 && <i key={changes} className={classes.pulse} />}
        {mark}
      </div>
    );
  };

  if (failed) return <NoMap />;
  return (
    <>
      {/* Panels mirror with the language's direction, the map does not. */}
      <div className={classes.map} dir="ltr">
        <Map
          ref={map}
          mapLib={maplibre}
          mapStyle={style}
          initialViewState={{ longitude: 20, latitude: 12, zoom: narrow ? 0.4 : 1.2 }}
          minZoom={0.4}
          maxZoom={12}
          interactive={!narrow}
          scrollZoom={false}
          dragRotate={false}
          keyboard={false}
          attributionControl={false}
          fadeDuration={fadeDuration}
          onLoad={(event) => {
            event.target.getCanvas().tabIndex = -1;
            onLoad(event);
          }}
          onMoveEnd={readView}
          onError={onError}
          style={{ position: 'absolute', inset: 0 }}
        >
          <RingMarkers
            rings={rings}
            clusters={clusters}
            lit={lit}
            onLight={onLight}
            onOpenGroup={openGroup}
            around={withPulse}
          />
        </Map>
      </div>
      <RingLegend className={classes.legend} />
      {!narrow && <ZoomControls map={() => map.current} />}
    </>
  );
}

/** The ground with a small dot for each open project. */
function withDots(style: StyleSpecification, theme: MapTheme, tiles: Props['tiles']): StyleSpecification {
  return {
    ...style,
    sources: {
      ...style.sources,
      projects: { type: 'vector', tiles: [location.origin + tiles.url], maxzoom: tiles.maxZoom },
    },
    layers: [
      ...style.layers,
      {
        id: 'projects',
        type: 'circle',
        source: 'projects',
        'source-layer': 'projects',
        paint: {
          'circle-radius': 3,
          'circle-color': MAP_COLOURS[theme].landText,
          'circle-stroke-width': 1,
          'circle-stroke-color': MAP_COLOURS[theme].halo,
        },
      },
    ],
  };
}
