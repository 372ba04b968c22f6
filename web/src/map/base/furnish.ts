import { setWorkerUrl, type GeoJSONSource, type Map } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { fineLandLoaded } from './baseStyle';
import { graticule } from './graticule';
import { loadCountries } from './land';

// Without this MapLibre looks for its worker beside a file that the bundler has moved, and no map ever loads.
setWorkerUrl(workerUrl);

type Connection = { saveData?: boolean };

/** Labels are drawn with the web font: it must be there before the first map is. Never rejects. */
export async function mapFontReady(): Promise<void> {
  await document.fonts.load('400 16px "Inter Variable"').catch(() => undefined);
}

/** Brings a map made with `baseStyle` finer coasts (unless the person saves data) and a graticule. Returns the undoing. */
export function furnish(map: Map): () => void {
  const drawGraticule = () => {
    const bounds = map.getBounds();
    const source = map.getSource<GeoJSONSource>('graticule');
    source?.setData(
      graticule([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom()),
    );
  };
  const refine = () => {
    const { connection } = navigator as Navigator & { connection?: Connection };
    if (connection?.saveData) return;
    // The coarse land stays when the fine one does not arrive: nothing is lost but the detail.
    loadCountries('fine').then(
      () => {
        fineLandLoaded();
        map.getSource<GeoJSONSource>('land')?.setData('land://fine');
      },
      () => undefined,
    );
  };
  map.on('moveend', drawGraticule);
  map.on('style.load', drawGraticule);
  map.once('idle', refine);
  drawGraticule();
  return () => {
    map.off('moveend', drawGraticule);
    map.off('style.load', drawGraticule);
    map.off('idle', refine);
  };
}
