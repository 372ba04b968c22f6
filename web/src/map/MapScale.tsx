import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { FormattedNumber } from 'react-intl';
import { scaleOf } from './scale';
import classes from './TaskMap.module.css';

/** How long a line on the map is on the ground, in the middle of what one sees. */
export function MapScale({ map }: { map: MapLibreMap }) {
  const now = () => scaleOf(map.getZoom(), map.getCenter().lat);
  const [{ metres, px }, setScale] = useState(now);
  useEffect(() => {
    const read = () =>
      setScale((last) => {
        const next = scaleOf(map.getZoom(), map.getCenter().lat);
        return next.metres === last.metres && Math.abs(next.px - last.px) < 0.5 ? last : next;
      });
    read();
    map.on('move', read);
    return () => void map.off('move', read);
  }, [map]);
  const isFar = metres >= 1000;
  return (
    <div className={classes.scale} style={{ width: px }} aria-hidden="true">
      <FormattedNumber value={isFar ? metres / 1000 : metres} style="unit" unit={isFar ? 'kilometer' : 'meter'} />
    </div>
  );
}
