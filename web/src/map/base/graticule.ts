import type { FeatureCollection, LineString } from 'geojson';

export const EMPTY: FeatureCollection<LineString> = { type: 'FeatureCollection', features: [] };

/** Spacing of the lines in degrees at a zoom, so that a screen shows about four to eight; none while countries give hold. */
export function graticuleStep(zoom: number): number | null {
  if (zoom < 6) return null;
  const steps = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
  return steps[Math.min(steps.length - 1, Math.floor(zoom - 6))] ?? 0.001;
}

/** Meridians and parallels over [west, south, east, north] (degrees): hold for the eye where no coast or border is near. */
export function graticule([west, south, east, north]: readonly [number, number, number, number], zoom: number) {
  const step = graticuleStep(zoom);
  if (!step) return EMPTY;
  const features: FeatureCollection<LineString>['features'] = [];
  const line = (from: [number, number], to: [number, number]) =>
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [from, to] } });
  for (let i = Math.floor(west / step); i <= Math.ceil(east / step); i++) {
    line([i * step, Math.max(-85, south - step)], [i * step, Math.min(85, north + step)]);
  }
  for (let i = Math.floor(south / step); i <= Math.ceil(north / step); i++) {
    if (Math.abs(i * step) <= 85) line([west - step, i * step], [east + step, i * step]);
  }
  return { type: 'FeatureCollection' as const, features };
}
