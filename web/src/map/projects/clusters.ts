import type { Feature, FeatureCollection, GeoJSON, Point } from 'geojson';
import Supercluster from 'supercluster';
import type { Bbox } from '../bounds';

/** A project on the map, as `projectMap` gives it. */
export type ProjectPoint = { number: number; name: string; percentMapped: number; percentValidated: number };

/** What a ring shows: one project, or several close together. Percents are means, and mapped excludes validated. */
export type Ring = {
  key: string;
  at: [number, number];
  count: number;
  validated: number;
  mapped: number;
  /** The project's, where the ring is one. */
  project?: ProjectPoint;
  /** Of the group, for `zoomToOpen`. */
  clusterId?: number;
};

type Sums = { validated: number; mapped: number };

export type Clusters = Supercluster<ProjectPoint, Sums>;

function isPoint(feature: Feature): feature is Feature<Point, ProjectPoint> {
  return feature.geometry?.type === 'Point' && typeof feature.properties?.number === 'number';
}

/** Points of the API's answer; whatever is not one is left out. */
export function readPoints(geojson: GeoJSON | undefined): Feature<Point, ProjectPoint>[] {
  return geojson?.type === 'FeatureCollection' ? (geojson as FeatureCollection).features.filter(isPoint) : [];
}

export function buildClusters(points: Feature<Point, ProjectPoint>[]): Clusters {
  const clusters = new Supercluster<ProjectPoint, Sums>({
    radius: 54,
    extent: 512,
    maxZoom: 12,
    map: ({ percentMapped, percentValidated }) => ({
      validated: percentValidated,
      mapped: Math.max(0, percentMapped - percentValidated),
    }),
    reduce: (sums, { validated, mapped }) => {
      sums.validated += validated;
      sums.mapped += mapped;
    },
  });
  return clusters.load(points);
}

/** The rings in a view of the map at a zoom. */
export function ringsIn(clusters: Clusters, bounds: Bbox, zoom: number): Ring[] {
  return clusters.getClusters(bounds, Math.round(zoom)).map(({ geometry, properties }): Ring => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    if ('cluster' in properties) {
      const { cluster_id: clusterId, point_count: count, validated, mapped } = properties;
      return {
        key: `group-${clusterId}`,
        at: [lon, lat],
        count,
        validated: Math.round(validated / count),
        mapped: Math.round(mapped / count),
        clusterId,
      };
    }
    return {
      key: `project-${properties.number}`,
      at: [lon, lat],
      count: 1,
      validated: properties.percentValidated,
      mapped: Math.max(0, properties.percentMapped - properties.percentValidated),
      project: properties,
    };
  });
}

/** Does the ring stand for this project, alone or in a group? */
export function standsFor(ring: Ring, number: number, clusters: Clusters): boolean {
  if (ring.project) return ring.project.number === number;
  if (ring.clusterId === undefined) return false;
  return clusters.getLeaves(ring.clusterId, Infinity).some(({ properties }) => properties.number === number);
}

/** Zoom levels of the view are fractional and its bounds may lie beyond the 180th meridian: as the API takes them. */
export function normalBounds(west: number, south: number, east: number, north: number): Bbox {
  const clampLat = (lat: number) => Math.max(-90, Math.min(90, lat));
  if (east - west >= 360) return [-180, clampLat(south), 180, clampLat(north)];
  const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return [wrap(west), clampLat(south), wrap(east), clampLat(north)];
}
