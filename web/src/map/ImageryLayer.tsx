import { Layer, Source } from '@vis.gl/react-maplibre';

/** The project's own imagery under the tasks, where it is given by address. */
export function ImageryLayer({ template }: { template: string }) {
  // `{switch:a,b}` and `{-y}` are how some teams write servers and TMS rows; MapLibre has its own words for both.
  const servers = /\{switch:([^}]+)\}/.exec(template)?.[1]?.split(',') ?? [''];
  const tiles = servers.map((server) => template.replace(/\{switch:[^}]+\}/, server).replace('{-y}', '{y}'));
  return (
    <Source
      id="imagery"
      type="raster"
      tiles={tiles}
      tileSize={256}
      maxzoom={19}
      scheme={template.includes('{-y}') ? 'tms' : 'xyz'}
    >
      <Layer id="imagery" type="raster" />
    </Source>
  );
}
