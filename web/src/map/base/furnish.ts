import { setWorkerUrl, type GeoJSONSource, type Map } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { familyOf, fetchFonts } from '../../app/fonts';
import { fineLandLoaded, namesData, pageLanguage } from './baseStyle';
import { graticule } from './graticule';
import './land';
import { loadCountries } from './countries';

// Without this MapLibre looks for its worker beside a file that the bundler has moved, and no map ever loads.
setWorkerUrl(workerUrl);

/** Whether the person asks for less motion. */
export const lessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How long names and patterns take to come and go, in ms: with less motion not a picture of the whole map for each step of it. */
export const fadeDuration = lessMotion() ? 0 : 300;

type Connection = { saveData?: boolean };

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
  // A map that stands while the person changes the language follows it.
  const rename = async () => {
    const language = pageLanguage();
    await fetchFonts(language);
    if (!map.getSource('land-names') || language !== pageLanguage()) return;
    map.setLayoutProperty('names', 'text-font', [familyOf(language)]);
    map.getSource<GeoJSONSource>('land-names')?.setData(namesData(language));
  };
  const languages = new MutationObserver(() => void rename());
  languages.observe(document.documentElement, { attributeFilter: ['lang'] });
  map.on('moveend', drawGraticule);
  map.on('style.load', drawGraticule);
  map.once('idle', refine);
  drawGraticule();
  return () => {
    languages.disconnect();
    map.off('moveend', drawGraticule);
    map.off('style.load', drawGraticule);
    map.off('idle', refine);
  };
}
