import { Layer, Source } from '@vis.gl/react-maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import type { TaskPoint } from './neighbours';
import type { ThemeName } from './states';
import { selectedMarkLayers } from './taskLayers';
import { loadedTaskPoints } from './taskPoints';

type Props = {
  map: MapLibreMap;
  mapIds: readonly number[];
  /** Middle of the only selected task, for tiles that hold no points of tasks so small. */
  middle: [lng: number, lat: number] | null;
  theme: ThemeName;
  cellZoom: number;
};

/**
 * Where the selected tasks are while tasks are too small for a line round them to be seen. A source of its own with these few
 * points: as a state of the tasks' source each change would send tens of thousands of tasks to the graphics card again.
 */
export function SelectedMarks({ map, mapIds, middle, theme, cellZoom }: Props) {
  const [found, setFound] = useState<readonly TaskPoint[]>([]);
  const wanted = mapIds.join();
  useEffect(() => {
    let frame = 0;
    const ids = wanted ? wanted.split(',').map(Number) : [];
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const points = ids.length > 0 ? [...loadedTaskPoints(map, ids).values()] : [];
        // What has left the loaded tiles keeps its place.
        setFound((before) => {
          const kept = before.filter(({ mapId }) => ids.includes(mapId) && !points.some((one) => one.mapId === mapId));
          const next = [...kept, ...points];
          return sameTasks(before, next) ? before : next;
        });
      });
    };
    look();
    map.on('idle', look);
    map.on('moveend', look);
    map.on('sourcedata', look);
    return () => {
      cancelAnimationFrame(frame);
      map.off('idle', look);
      map.off('moveend', look);
      map.off('sourcedata', look);
    };
  }, [map, wanted]);

  const data = useMemo(() => {
    const points = found.length === 0 && middle ? [middle] : found.map(({ lng, lat }) => [lng, lat]);
    return {
      type: 'FeatureCollection' as const,
      features: points.map((coordinates) => ({
        type: 'Feature' as const,
        properties: { alone: points.length === 1 },
        geometry: { type: 'Point' as const, coordinates },
      })),
    };
  }, [found, middle]);
  return (
    <Source id="selected-marks" type="geojson" data={data}>
      {selectedMarkLayers(theme, cellZoom).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}

function sameTasks(one: readonly TaskPoint[], other: readonly TaskPoint[]): boolean {
  return one.length === other.length && one.every(({ mapId }) => other.some((each) => each.mapId === mapId));
}
