import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { Layer, Map, Marker, Source, type MapRef } from '@vis.gl/react-maplibre';
import * as maplibre from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { FormattedMessage } from 'react-intl';
import { ZoomControls } from '../../components/ZoomControls';
import { baseStyle, cutAtAntimeridian, fadeDuration, furnish } from '../../map/base';
import classes from './CreateMap.module.css';
import type { Area, Draft, Step } from './draft';
import { extentOf } from './extent';
import { placeOf, type Preview } from './usePreview';
import { useDrawing } from './useDrawing';

type Props = {
  step: Step;
  draft: Draft;
  preview: Preview;
  drawing: boolean;
  onDrawn: (polygons: Area['polygons']) => void;
  onStopDrawing: () => void;
};

const colours = {
  light: { line: '#1e1b17', grid: '#2a4bb8', accent: '#2a4bb8', casing: '#ffffff' },
  dark: { line: '#f0f1f2', grid: '#9db2ff', accent: '#9db2ff', casing: '#101a3d' },
} as const;

/** The map behind the steps: the area, the grid it would get, and where something is wrong with it. */
export default function CreateMap(props: Props) {
  const scheme = useComputedColorScheme('light');
  const [view, setView] = useState({ longitude: 20, latitude: 15, zoom: 1.5 });
  // What the map has gone to, or need not go to, because it was drawn in view.
  const shownRef = useRef<Area['polygons'] | null>(null);
  const onDrawn = (polygons: Area['polygons']) => {
    shownRef.current = polygons;
    props.onDrawn(polygons);
  };
  // A new theme is a new map: what is drawn with is tied to a style, and the view is kept here.
  return (
    <ThemedMap
      key={scheme}
      {...props}
      scheme={scheme}
      view={view}
      onView={setView}
      shownRef={shownRef}
      onDrawn={onDrawn}
    />
  );
}

type View = { longitude: number; latitude: number; zoom: number };
type ThemedProps = Props & {
  scheme: 'light' | 'dark';
  view: View;
  onView: (view: View) => void;
  shownRef: RefObject<Area['polygons'] | null>;
};

function ThemedMap({
  scheme,
  view,
  onView,
  shownRef,
  step,
  draft,
  preview,
  drawing,
  onDrawn,
  onStopDrawing,
}: ThemedProps) {
  const ref = useRef<MapRef>(null);
  const [map, setMap] = useState<maplibre.Map | null>(null);
  const [failed, setFailed] = useState(false);
  const still = useReducedMotion();
  const style = useMemo(() => baseStyle(scheme), [scheme]);
  const colour = colours[scheme];
  const { area } = draft;
  const shape = useMemo(() => (area ? flat(area.polygons) : null), [area]);
  const editable = step === 'area' && !draft.created && (area === null || area.fileName === null);

  useDrawing({ map, on: editable, drawing, area, colours: colour, onDrawn, onStopDrawing });

  useEffect(() => {
    if (!map || !area || area.polygons === shownRef.current) return;
    shownRef.current = area.polygons;
    const extent = extentOf(area.polygons);
    if (extent) map.fitBounds(extent, { padding: freePart(map), maxZoom: 16, duration: still ? 0 : 600 });
  }, [map, area, shownRef, still]);

  const [faultLon, faultLat] = placeOf(preview.problem) ?? [];
  useEffect(() => {
    if (!map || faultLon === undefined || faultLat === undefined) return;
    map.easeTo({ center: [faultLon, faultLat], zoom: Math.max(map.getZoom(), 9), duration: still ? 0 : 600 });
  }, [map, faultLon, faultLat, still]);

  useEffect(() => (map ? furnish(map) : undefined), [map]);

  if (failed) {
    return (
      <p className={`float ${classes.note}`}>
        <FormattedMessage
          id="create.map.none"
          defaultMessage="This browser cannot draw the map. You can still choose a file with the area."
        />
      </p>
    );
  }
  const tasks = draft.ownTasks ? shape : preview.preview?.tasks;
  return (
    <div className={classes.map}>
      <div className={classes.map} dir="ltr">
        <Map
          ref={ref}
          mapLib={maplibre}
          mapStyle={style}
          initialViewState={view}
          minZoom={0.5}
          maxZoom={20}
          dragRotate={false}
          pitchWithRotate={false}
          touchPitch={false}
          attributionControl={false}
          fadeDuration={fadeDuration}
          onLoad={({ target }) => setMap(target)}
          onError={({ error }) => {
            if (/webgl/i.test(error.message)) setFailed(true);
          }}
          onMoveEnd={({ viewState: { longitude, latitude, zoom } }) => onView({ longitude, latitude, zoom })}
          style={{ position: 'absolute', inset: 0 }}
        >
          {tasks && step !== 'area' && (
            <Source id="tasks" type="geojson" data={tasks} tolerance={0.2}>
              <Layer id="tasks-fill" type="fill" paint={{ 'fill-color': colour.grid, 'fill-opacity': 0.08 }} />
              <Layer
                id="tasks-line"
                type="line"
                paint={{ 'line-color': colour.grid, 'line-width': 0.8, 'line-opacity': preview.waiting ? 0.3 : 0.7 }}
              />
            </Source>
          )}
          {shape && !editable && (
            <Source id="area" type="geojson" data={shape}>
              <Layer id="area-fill" type="fill" paint={{ 'fill-color': colour.grid, 'fill-opacity': 0.06 }} />
              <Layer
                id="area-line"
                type="line"
                layout={{ 'line-join': 'round' }}
                paint={{ 'line-color': colour.line, 'line-width': 1.6 }}
              />
            </Source>
          )}
          {faultLon !== undefined && faultLat !== undefined && (
            <Marker longitude={faultLon} latitude={faultLat}>
              <div className={classes.fault} />
            </Marker>
          )}
        </Map>
      </div>
      {drawing && (
        <p className={`float ${classes.note}`} role="status">
          <FormattedMessage
            id="create.map.drawing"
            defaultMessage="Click the corners of the area one after the other. To finish, click the first corner again or press Enter."
          />
        </p>
      )}
      <ZoomControls map={() => ref.current} />
    </div>
  );
}

/** Room at the map's edges, in CSS px: on a phone the zoom buttons would cover an end of the area. */
function freePart(map: maplibre.Map): maplibre.PaddingOptions | number {
  if (map.getContainer().clientWidth >= 700) return 48;
  const buttons = document.documentElement.dir === 'rtl' ? 'left' : 'right';
  return { top: 24, bottom: 24, left: 24, right: 24, [buttons]: 72 };
}

/** Areas as a flat map can draw them. */
function flat({ features }: Area['polygons']): Area['polygons'] {
  return {
    type: 'FeatureCollection',
    features: features.map((feature) => ({ ...feature, geometry: cutAtAntimeridian(feature.geometry) })),
  };
}
