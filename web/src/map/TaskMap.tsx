import { useComputedColorScheme } from '@mantine/core';
import { Layer, Map as MapGl, Source, type MapRef } from '@vis.gl/react-maplibre';
import type { GeoJSON } from 'geojson';
import type { MapMouseEvent, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { baseStyle, fadeDuration, furnish, lessMotion } from './base';
import { boundsOf, type Bbox } from './bounds';
import { useBoxSelect } from './boxSelect';
import { cellPx, cellZoomOf, zoomForCell } from './cellSize';
import { HolderMarkers } from './HolderMarkers';
import { ImageryLayer } from './ImageryLayer';
import { useMapKeyboard } from './mapKeyboard';
import { MapScale } from './MapScale';
import { nearest, type TaskPoint } from './neighbours';
import { SelectedMarks } from './SelectedMarks';
import type { TaskState } from './states';
import { TaskFeatureStates } from './taskFeatureStates';
import { addTaskImage, areaLayer, LINES_FROM_PX, priorityLayer, taskLayers, TASKS_SOURCE } from './taskLayers';
import classes from './TaskMap.module.css';
import { loadedTaskPoints, taskNumbersAt } from './taskPoints';
import type { TaskStateStore } from './taskStateStore';
import { TaskTip } from './TaskTip';
import { useSayTask } from './useSayTask';
import { useGridVersion } from './useTaskStore';

/** Of a project, what its map needs. Boxes are [west, south, east, north] in degrees. */
export interface MappedProject {
  tilesUrl: string;
  tilesMaxZoom: number;
  bbox: number[];
  gridZoom: number | null;
  areaM2: number;
  areaOfInterest: GeoJSON;
  priorityAreas: GeoJSON;
  figures: { totalTasks: number };
}

/** Room that floating panels take at the map's edges, in CSS px. */
export interface MapPadding {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface TaskMapHandle {
  fitProject(): void;
  fitBbox(bbox: Bbox): void;
  zoomBy(steps: number): void;
  /** The nearest task to `from` (a task's number, or the middle of the map) among those accepted and loaded. */
  nearestTask(from: number | null, accept: (number: number) => boolean): number | null;
  /** Moves a task (by number and box) into view when it is hidden or outside, and nearer on a small screen. False: there is no map yet. */
  reveal(number: number, bbox: Bbox): boolean;
}

type Props = {
  ref?: Ref<TaskMapHandle>;
  /** Name of the map for screen readers. */
  label: string;
  store: TaskStateStore;
  project: MappedProject;
  /** Numbers of the selected tasks. */
  selected?: readonly number[];
  /** Numbers of the tasks to outline as the viewer's own; without it those the viewer holds. */
  own?: readonly number[];
  viewerOsmId?: number | null;
  padding: MapPadding;
  /** What to show first; the whole project without it. */
  bbox?: Bbox;
  purpose?: 'overview' | 'work';
  shown?: ReadonlySet<TaskState> | null;
  alwaysPatterns?: boolean;
  /** A click or Enter on a task; `add`: to what is selected already. Null: on no task. */
  onSelect?: (number: number | null, add: boolean) => void;
  /** A box was drawn over these. */
  onSelectBox?: (numbers: number[]) => void;
  /** The box is drawn by two taps instead of by dragging. */
  boxByTaps?: boolean;
  /** The map is there, and the handle does what it is asked. */
  onReady?: () => void;
  /** The map cannot be drawn here (no WebGL, say). */
  onFailure?: () => void;
  /** Address of the imagery to show under the tasks. */
  imagery?: string | null;
  /** A scale stands beside the controls that the page puts at the map's lower end. */
  withScale?: boolean;
};

const NONE: readonly number[] = [];
const BASE_SOURCES = new Set(Object.keys(baseStyle('light').sources));

/** The new ground under everything that is ours, so that no task loses its state. */
function keepOurs(previous: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  if (!previous) return next;
  const ours = Object.entries(previous.sources).filter(([id]) => !BASE_SOURCES.has(id));
  const layers = previous.layers.filter((layer) => 'source' in layer && !BASE_SOURCES.has(layer.source));
  return { ...next, sources: { ...next.sources, ...Object.fromEntries(ours) }, layers: [...next.layers, ...layers] };
}

/** MapLibre's worker needs whole addresses; a newer grid has a newer version in its address. */
function tilesAddress(tilesUrl: string, gridVersion: number): string {
  const address = tilesUrl.replace(/([?&]v=)(\d+)/, (_match, key: string, version: string) => {
    return key + Math.max(Number(version), gridVersion);
  });
  return /^https?:/.test(address) ? address : location.origin + address;
}

/** The tasks of one project on a map, coloured by their state, live. */
export default memo(function TaskMap({
  ref,
  label,
  store,
  project,
  selected = NONE,
  own,
  viewerOsmId = null,
  padding,
  bbox,
  purpose = 'overview',
  shown = null,
  alwaysPatterns = false,
  onSelect,
  onSelectBox,
  boxByTaps = false,
  onReady,
  onFailure,
  imagery,
  withScale = false,
}: Props) {
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const mapRef = useRef<MapRef>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const painter = useRef<TaskFeatureStates | null>(null);
  const [ground] = useState(() => baseStyle(theme));
  const grounded = useRef(theme);
  const [hovered, setHovered] = useState<{ number: number; x: number; y: number } | null>(null);
  const [revealed, setRevealed] = useState<{ number: number; middle: [number, number] } | null>(null);
  const [cursor, setCursor] = useState<TaskPoint | null>(null);
  const gridVersion = useGridVersion(store);
  const cellZoom = cellZoomOf({ ...project, taskCount: project.figures.totalTasks });
  const contrast = useMemo(() => matchMedia('(prefers-contrast: more), (forced-colors: active)').matches, []);

  useEffect(() => {
    if (!map) return;
    const painted = new TaskFeatureStates(map, store);
    painter.current = painted;
    const undo = furnish(map);
    return () => {
      undo();
      painted.dispose();
      painter.current = null;
    };
  }, [map, store]);

  useEffect(() => {
    if (!map || theme === grounded.current) return;
    grounded.current = theme;
    map.setStyle(baseStyle(theme), { transformStyle: keepOurs });
  }, [map, theme]);

  useEffect(() => {
    painter.current?.mark('selected', mapIdsOf(store, selected));
  }, [map, store, selected]);

  useEffect(() => {
    if (!map) return;
    const mark = () => {
      const mine = store.locks().filter((lock) => lock.holder.osmId === viewerOsmId);
      painter.current?.mark('own', own ? mapIdsOf(store, own) : mine.map((lock) => lock.mapId));
    };
    mark();
    return store.subscribe('locks', mark);
  }, [map, store, own, viewerOsmId]);

  const pointOf = (number: number): TaskPoint | null => {
    const mapId = store.task(number)?.mapId;
    return map && mapId !== undefined ? (loadedTaskPoints(map, [mapId]).get(mapId) ?? null) : null;
  };
  const quick = () => (lessMotion() ? 0 : 200);
  const fitBbox = (box: Bbox) => map?.fitBounds(boundsOf(box), { padding, duration: quick(), maxZoom: 19 });
  const revealPoint = (at: [lng: number, lat: number]) => {
    if (!map) return;
    const { x, y } = map.project(at);
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const free = x > padding.left && x < width - padding.right && y > padding.top && y < height - padding.bottom;
    if (!free) map.easeTo({ center: at, padding, duration: quick() });
  };
  const handle: TaskMapHandle = {
    fitProject: () => void fitBbox(project.bbox as Bbox),
    fitBbox: (box) => void fitBbox(box),
    zoomBy: (steps) => void map?.zoomTo(map.getZoom() + steps, { duration: quick() }),
    nearestTask: (from, accept) => {
      if (!map) return null;
      const start = (from === null ? null : pointOf(from)) ?? map.getCenter();
      return nearest(start, loadedTaskPoints(map).values(), accept)?.number ?? null;
    },
    reveal: (number, box) => {
      if (!map) return false;
      const [[west, south], [east, north]] = boundsOf(box);
      const center: [number, number] = [(west + east) / 2, (south + north) / 2];
      setRevealed({ number, middle: center });
      const small = map.getContainer().clientWidth < 700 && cellPx(map.getZoom(), cellZoom) < 24;
      if (small) map.easeTo({ center, zoom: zoomForCell(68, cellZoom), padding, duration: quick() });
      else revealPoint(center);
      return true;
    },
  };
  useImperativeHandle(ref, () => handle);
  useEffect(() => {
    if (map) onReady?.();
  }, [map, onReady]);

  const onKeyDown = useMapKeyboard({ map, cursor, setCursor, selected, pointOf, revealPoint, handle, onSelect });
  const say = useSayTask(store);
  useEffect(() => {
    painter.current?.hover(cursor?.mapId ?? null);
    if (cursor) say(cursor.number);
  }, [cursor, say]);

  const box = useBoxSelect({ map, enabled: Boolean(onSelectBox), byTaps: boxByTaps, onBox: onSelectBox });

  // The same elements while nothing of them changes: a pointer that moves over tasks must not compare two dozen layers.
  const layers = useMemo(
    () =>
      taskLayers({ theme, cellZoom, alwaysPatterns: alwaysPatterns || contrast, shown, purpose }).map((layer) => (
        <Layer key={layer.id} {...layer} />
      )),
    [theme, cellZoom, alwaysPatterns, contrast, shown, purpose],
  );

  const onClick = (event: MapMouseEvent) => {
    if (!map || boxByTaps || box.justDrawn()) return;
    const [number] = taskNumbersAt(map, event.point);
    onSelect?.(
      number ?? null,
      event.originalEvent.shiftKey || event.originalEvent.ctrlKey || event.originalEvent.metaKey,
    );
  };
  const onMouseMove = (event: MapMouseEvent) => {
    if (!map || !matchMedia('(hover: hover)').matches) return;
    const [number] = taskNumbersAt(map, event.point);
    map.getCanvas().style.cursor = boxByTaps ? 'crosshair' : number === undefined || !onSelect ? '' : 'pointer';
    // Where no line would be drawn, nothing is sent to the graphics card for it.
    const lined = cellPx(map.getZoom(), cellZoom) >= LINES_FROM_PX;
    painter.current?.hover(number === undefined || !lined ? null : (store.task(number)?.mapId ?? null));
    setHovered(number === undefined ? null : { number, x: event.point.x, y: event.point.y });
  };
  const leave = () => {
    painter.current?.hover(null);
    setHovered(null);
  };

  return (
    <div
      id="map"
      className={classes.map}
      role="application"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
    >
      <MapGl
        ref={mapRef}
        mapStyle={ground}
        initialViewState={{
          bounds: boundsOf(bbox ?? (project.bbox as Bbox)),
          fitBoundsOptions: { padding, maxZoom: 19 },
        }}
        style={{ position: 'absolute', inset: 0 }}
        attributionControl={false}
        fadeDuration={fadeDuration}
        keyboard={false}
        boxZoom={false}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        maxZoom={21}
        onClick={onClick}
        onMouseMove={onMouseMove}
        onMouseOut={leave}
        onMoveStart={leave}
        // Without a map to speak of the error comes from making it; a tile that fails is the map's own to try again.
        onError={() => !mapRef.current && onFailure?.()}
      >
        <MapReady
          onReady={() => {
            const created = mapRef.current?.getMap();
            if (!created) return;
            created.setMissingStyleImageResolver((id) => addTaskImage(created, id));
            created.touchZoomRotate.disableRotation();
            created.getCanvas().tabIndex = -1;
            setMap(created);
          }}
        />
        {imagery && <ImageryLayer template={imagery} />}
        <Source
          id={TASKS_SOURCE}
          type="vector"
          tiles={[tilesAddress(project.tilesUrl, gridVersion)]}
          minzoom={0}
          maxzoom={project.tilesMaxZoom}
        >
          {layers}
        </Source>
        <Source id="project-area" type="geojson" data={project.areaOfInterest}>
          <Layer {...areaLayer(theme)} />
        </Source>
        <Source id="priority-areas" type="geojson" data={project.priorityAreas}>
          <Layer {...priorityLayer(theme)} />
        </Source>
        {map && purpose === 'overview' && (
          <SelectedMarks
            map={map}
            mapIds={mapIdsOf(store, selected)}
            middle={selected.length === 1 && revealed && revealed.number === selected[0] ? revealed.middle : null}
            theme={theme}
            cellZoom={cellZoom}
          />
        )}
        {map && purpose === 'overview' && (
          <HolderMarkers map={map} store={store} cellZoom={cellZoom} viewerOsmId={viewerOsmId} />
        )}
      </MapGl>
      {map && withScale && <MapScale map={map} />}
      {box.element}
      {hovered && !boxByTaps && <TaskTip store={store} {...hovered} />}
    </div>
  );
});

/** Calls back once it is inside a map that exists. */
function MapReady({ onReady }: { onReady: () => void }) {
  const called = useRef(false);
  useEffect(() => {
    if (called.current) return;
    called.current = true;
    onReady();
  });
  return null;
}

function mapIdsOf(store: TaskStateStore, numbers: readonly number[]): number[] {
  return numbers.flatMap((number) => store.task(number)?.mapId ?? []);
}
