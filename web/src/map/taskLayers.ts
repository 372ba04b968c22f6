import type { LayerProps } from '@vis.gl/react-maplibre';
import type {
  CircleLayerSpecification,
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LineLayerSpecification,
  Map as MapLibreMap,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { zoomForCell } from './cellSize';
import { drawIcon, drawPattern, ICON_PIXEL_RATIO, PATTERN_PIXEL_RATIO } from './images';
import { FILL, FILL_OPACITY, ICON, INK, PATTERN, STATES, type TaskState, type ThemeName } from './states';

export const TASKS_SOURCE = 'tasks';
export const TASKS_LAYER = 'tasks';
export const LABELS_LAYER = 'labels';
export const FILL_LAYER = 'task-fill';

/** What the map keeps of each task in its feature-state. `s` is the index of its state in STATES. */
export interface TaskFeatureState {
  s?: number;
  hover?: boolean;
  selected?: boolean;
  own?: boolean;
  flash?: boolean;
}

const LINES: Record<
  ThemeName,
  Record<'edge' | 'text' | 'casing' | 'own' | 'ownCasing' | 'priority' | 'aoi', string>
> = {
  light: {
    edge: '#3A342B',
    text: '#1E1B17',
    casing: '#FFFFFF',
    own: '#2A4BB8',
    ownCasing: '#FFFFFF',
    priority: '#B3261E',
    aoi: '#5A5248',
  },
  dark: {
    edge: '#0E1113',
    text: '#FFFFFF',
    casing: '#0B0D0F',
    own: '#9DB2FF',
    ownCasing: '#101A3D',
    priority: '#FF9A8F',
    aoi: '#8D949B',
  },
};

export interface TaskLayerOptions {
  theme: ThemeName;
  /** See cellZoomOf. */
  cellZoom: number;
  /** Patterns at every zoom: asked for by the person, or by the system's contrast settings. */
  alwaysPatterns: boolean;
  /** Only these states at full strength; the others recede. Null: all. */
  shown: ReadonlySet<TaskState> | null;
  /** `work`: the person maps one task, so fills give way to what lies under them. */
  purpose: 'overview' | 'work';
}

const stateOf: ExpressionSpecification = ['coalesce', ['feature-state', 's'], 0];
const when = (key: keyof TaskFeatureState): ExpressionSpecification => ['boolean', ['feature-state', key], false];

function byState<T>(of: (state: TaskState) => T): DataDrivenPropertyValueSpecification<T> {
  const pairs = STATES.slice(1).flatMap((state, index) => [index + 1, of(state)]);
  return ['match', stateOf, ...pairs, of('READY')] as unknown as DataDrivenPropertyValueSpecification<T>;
}

function onlyIn(state: TaskState, value: number): DataDrivenPropertyValueSpecification<number> {
  return ['match', stateOf, STATES.indexOf(state), value, 0];
}

function fill(layer: Omit<FillLayerSpecification, 'source' | 'type'>): FillLayerSpecification {
  return { ...layer, type: 'fill', source: TASKS_SOURCE, 'source-layer': TASKS_LAYER };
}

/** Tasks smaller than this (px) have no lines round them: thousands in one tile, all sent to the graphics card at each change. */
export const LINES_FROM_PX = 8;

/** A line round the tasks of which `key` holds; width in px, [when small, from `zoom` + 2 on]. */
function outline(
  id: string,
  key: keyof TaskFeatureState,
  colour: string,
  width: number | [small: number, large: number, zoom: number],
  minzoom: number,
): LineLayerSpecification {
  const of = (px: number): ExpressionSpecification => ['case', when(key), px, 0];
  return {
    id,
    type: 'line',
    source: TASKS_SOURCE,
    'source-layer': TASKS_LAYER,
    minzoom,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width':
        typeof width === 'number'
          ? of(width)
          : ['interpolate', ['linear'], ['zoom'], width[2], of(width[0]), width[2] + 2, of(width[1])],
    },
  };
}

/**
 * All layers of the tasks, bottom to top: colour, patterns, edges, icons, then hover < own < selected. Patterns and icons
 * cannot read feature-state, so each has a layer of its own that is transparent unless the state matches.
 */
export function taskLayers({ theme, cellZoom, alwaysPatterns, shown, purpose }: TaskLayerOptions): LayerProps[] {
  const colours = LINES[theme];
  const working = purpose === 'work';
  const strength = (state: TaskState, full: number) =>
    (!shown || shown.has(state) ? full : full * 0.16) * (working ? 0.35 : 1);
  const patternZoom = alwaysPatterns ? undefined : Math.max(0, zoomForCell(36, cellZoom));
  const iconZoom = Math.max(0, zoomForCell(40, cellZoom));
  const small = zoomForCell(16, cellZoom);
  const linesFrom = Math.max(0, zoomForCell(LINES_FROM_PX, cellZoom));
  const fillOpacity = byState((state) => strength(state, FILL_OPACITY));
  const patterned = working ? [] : STATES.filter((state) => PATTERN[state] !== 'none');
  const withIcon = working ? [] : STATES.filter((state) => ICON[state]);
  return [
    fill({
      id: FILL_LAYER,
      paint: {
        'fill-color': byState((state) => FILL[theme][state]),
        // The task worked on is left clear: what lies under it is what is mapped.
        'fill-opacity': working ? ['case', when('own'), 0, fillOpacity as ExpressionSpecification] : fillOpacity,
        'fill-antialias': false,
      },
    }),
    ...patterned.map((state) =>
      fill({
        id: `task-pattern-${state}`,
        ...(patternZoom === undefined ? {} : { minzoom: patternZoom }),
        paint: {
          'fill-pattern': patternImage(theme, state),
          'fill-opacity': onlyIn(state, strength(state, state === 'MAPPED' ? 0.5 : 0.8)),
        },
      }),
    ),
    {
      id: 'task-edge',
      type: 'line',
      source: TASKS_SOURCE,
      'source-layer': TASKS_LAYER,
      minzoom: Math.max(0, zoomForCell(3, cellZoom)),
      paint: {
        'line-color': colours.edge,
        'line-opacity': theme === 'dark' ? 0.75 : ['interpolate', ['linear'], ['zoom'], small, 0.16, small + 2.5, 0.34],
        'line-width': ['interpolate', ['linear'], ['zoom'], small, 0.5, small + 2.5, 1],
      },
    } satisfies LineLayerSpecification,
    ...withIcon.map(
      (state) =>
        ({
          id: `task-icon-${state}`,
          type: 'symbol',
          source: TASKS_SOURCE,
          'source-layer': LABELS_LAYER,
          minzoom: iconZoom,
          layout: {
            'icon-image': iconImage(theme, state),
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'icon-size': [
              'interpolate',
              ['linear'],
              ['zoom'],
              iconZoom,
              0.6,
              zoomForCell(90, cellZoom),
              1,
              zoomForCell(256, cellZoom),
              1.5,
            ],
          },
          paint: { 'icon-opacity': onlyIn(state, strength(state, 1)) },
        }) satisfies SymbolLayerSpecification,
    ),
    outline('task-flash', 'flash', colours.own, 2.5, linesFrom),
    outline('task-hover', 'hover', colours.text, 2, linesFrom),
    outline('task-own-casing', 'own', colours.ownCasing, 6, linesFrom),
    outline('task-own', 'own', colours.own, 3.5, linesFrom),
    ...(working
      ? []
      : [
          outline('task-selected-casing', 'selected', colours.casing, [4.5, 7, small], linesFrom),
          outline('task-selected', 'selected', colours.text, [2, 3, small], linesFrom),
        ]),
  ];
}

/** The selected tasks while they are small: a ring round the only one, dots for several. */
export function selectedMarkLayers(theme: ThemeName, cellZoom: number): CircleLayerSpecification[] {
  const { text, casing } = LINES[theme];
  const circle = (id: string, alone: boolean, paint: CircleLayerSpecification['paint'], maxPx: number) => ({
    id,
    type: 'circle' as const,
    source: 'selected-marks',
    maxzoom: Math.max(0, zoomForCell(maxPx, cellZoom)),
    filter: ['==', ['get', 'alone'], alone] as FilterSpecification,
    paint,
  });
  const ring = (radius: number, width: number, colour: string) => ({
    'circle-radius': radius,
    'circle-opacity': 0,
    'circle-stroke-width': width,
    'circle-stroke-color': colour,
  });
  return [
    circle('selected-ring-casing', true, ring(13.75, 6.5, casing), 20),
    circle('selected-ring', true, ring(15.75, 2.5, text), 20),
    circle(
      'selected-dot',
      false,
      { 'circle-radius': 3.5, 'circle-color': text, 'circle-stroke-width': 2, 'circle-stroke-color': casing },
      LINES_FROM_PX,
    ),
  ];
}

/** Edge of the project's area. */
export function areaLayer(theme: ThemeName): LayerProps {
  return { id: 'project-area', type: 'line', paint: { 'line-color': LINES[theme].aoi, 'line-width': 1.4 } };
}

/** Areas to be mapped first. */
export function priorityLayer(theme: ThemeName): LayerProps {
  return {
    id: 'priority-areas',
    type: 'line',
    paint: { 'line-color': LINES[theme].priority, 'line-width': 2, 'line-dasharray': [3, 2] },
  };
}

const patternImage = (theme: ThemeName, state: TaskState) => `task-pattern:${theme}:${state}`;
const iconImage = (theme: ThemeName, state: TaskState) => `task-icon:${theme}:${state}`;

/** Draws a pattern or an icon the moment the map asks for it; ids of others are left alone. */
export function addTaskImage(map: MapLibreMap, id: string): void {
  const [kind, theme, state] = id.split(':') as [string, ThemeName, TaskState];
  if (map.hasImage(id)) return;
  if (kind === 'task-pattern') {
    const image = drawPattern(PATTERN[state], INK[theme][state]);
    if (image) map.addImage(id, image, { pixelRatio: PATTERN_PIXEL_RATIO });
  } else if (kind === 'task-icon') {
    const path = ICON[state];
    if (path) map.addImage(id, drawIcon(path, INK[theme][state]), { pixelRatio: ICON_PIXEL_RATIO });
  }
}
