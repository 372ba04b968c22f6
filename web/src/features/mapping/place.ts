import type { Geometry } from 'geojson';
import type { Boundary, BoundaryFeature, Place } from '../../editor/protocol';
import { unionOf } from '../../map/bounds';
import { viewOf } from './editorLinks';
import type { TaskWork } from './taskWork';

/** What an editor's own panels take of the window, about. */
const EDITOR_PANELS = { width: 500, height: 240 };

type Ring = [number, number][];

/** The outlines of an area as lines: an editor shades areas, and the imagery in the task must stay clear. */
function outlineOf(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'MultiLineString', coordinates: geometry.coordinates as Ring[] };
  if (geometry.type === 'MultiPolygon')
    return { type: 'MultiLineString', coordinates: geometry.coordinates.flat() as Ring[] };
  return geometry;
}

/**
 * Where the tasks are, or the one of them that is to be `shown`, for an editor in a window of this size; null while there
 * is none.
 */
export function placeOf(
  tasks: readonly TaskWork[],
  shown: number | null,
  size: { width: number; height: number },
): Place | null {
  if (tasks.length === 0) return null;
  const features = tasks.map(({ number, geometry }): BoundaryFeature => ({
    type: 'Feature',
    properties: { name: String(number) },
    geometry: outlineOf(geometry as Geometry),
  }));
  const boundary: Boundary = { type: 'FeatureCollection', features };
  const window = {
    width: Math.max(200, size.width - EDITOR_PANELS.width),
    height: Math.max(200, size.height - EDITOR_PANELS.height),
  };
  const inView = tasks.filter((task) => task.number === shown);
  const seen = inView.length > 0 ? inView : tasks;
  return {
    key: [tasks.map((task) => task.number).join(), ...(inView.length > 0 ? [shown] : [])].join('@'),
    view: viewOf(unionOf(seen.map((task) => task.bbox)), window),
    boundary,
  };
}
