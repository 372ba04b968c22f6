import type { FilterSpecification, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { TaskPoint } from './neighbours';
import { FILL_LAYER, LABELS_LAYER, TASKS_SOURCE } from './taskLayers';

/**
 * The tasks in the tiles the map has loaded (those in view and a little beyond), each by the point in its middle. `only`: these
 * map ids, which spares making points of the tens of thousands of others.
 */
export function loadedTaskPoints(map: MapLibreMap, only?: readonly number[]): Map<number, TaskPoint> {
  const points = new Map<number, TaskPoint>();
  if (!map.getSource(TASKS_SOURCE)) return points;
  const filter: FilterSpecification | undefined = only && ['in', ['id'], ['literal', [...only]]];
  for (const feature of map.querySourceFeatures(TASKS_SOURCE, { sourceLayer: LABELS_LAYER, filter, validate: false })) {
    if (typeof feature.id !== 'number' || feature.geometry.type !== 'Point') continue;
    const [lng = 0, lat = 0] = feature.geometry.coordinates;
    points.set(feature.id, { mapId: feature.id, number: Number(feature.properties.number), lng, lat });
  }
  return points;
}

/** Numbers of the tasks drawn at a place on the screen, or in a box between two corners (CSS px in the map). */
export function taskNumbersAt(map: MapLibreMap, at: PointLike | [PointLike, PointLike]): number[] {
  if (!map.getLayer(FILL_LAYER)) return [];
  const numbers = new Set<number>();
  for (const feature of map.queryRenderedFeatures(at, { layers: [FILL_LAYER] })) {
    numbers.add(Number(feature.properties.number));
  }
  return [...numbers];
}
