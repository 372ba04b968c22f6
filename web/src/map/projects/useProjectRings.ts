import { useReducedMotion } from '@mantine/hooks';
import type { MapRef } from '@vis.gl/react-maplibre';
import type { Feature, Point } from 'geojson';
import * as maplibre from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { furnish } from '../base';
import type { Bbox } from '../bounds';
import { buildClusters, normalBounds, ringsIn, type ProjectPoint, type Ring } from './clusters';

type View = { bounds: Bbox; zoom: number };

type Frame = {
  /** Something else decided the view already. */
  framed?: boolean;
  padding: number;
  maxZoom: number;
};

/** The projects of a map as rings: those in its view, which the projects that are there first decide. */
export function useProjectRings(
  points: Feature<Point, ProjectPoint>[],
  { framed: isFramed = false, padding, maxZoom }: Frame,
) {
  const map = useRef<MapRef>(null);
  const still = useReducedMotion();
  const [view, setView] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  const clusters = useMemo(() => buildClusters(points), [points]);
  const rings = useMemo(() => (view ? ringsIn(clusters, view.bounds, view.zoom) : []), [clusters, view]);
  const undo = useRef<() => void>(undefined);
  useEffect(() => () => undo.current?.(), []);

  // Later projects do not move the view.
  const framed = useRef(isFramed);
  useEffect(() => {
    if (framed.current || points.length === 0 || !view) return;
    framed.current = true;
    const bounds = new maplibre.LngLatBounds();
    for (const { geometry } of points) bounds.extend(geometry.coordinates as [number, number]);
    map.current?.fitBounds(bounds, { padding, maxZoom, duration: 0 });
  }, [points, view, padding, maxZoom]);

  const readView = useCallback(() => {
    if (!map.current) return;
    const bounds = map.current.getBounds();
    const now = normalBounds(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth());
    setView({ bounds: now, zoom: map.current.getZoom() });
    return now;
  }, []);

  const openGroup = ({ clusterId, at }: Ring) => {
    if (clusterId === undefined) return;
    const zoom = clusters.getClusterExpansionZoom(clusterId) + 0.4;
    map.current?.easeTo({ center: at, zoom, duration: still ? 0 : 400 });
  };

  const onLoad = ({ target }: { target: maplibre.Map }) => {
    undo.current = furnish(target);
    readView();
  };

  const onError = ({ error }: { error: Error }) => {
    if (/webgl/i.test(error.message)) setFailed(true);
  };

  return { map, clusters, rings, failed, readView, openGroup, onLoad, onError };
}
