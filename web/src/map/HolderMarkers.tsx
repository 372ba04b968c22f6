import { Marker } from '@vis.gl/react-maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { Avatar } from '../components/Avatar';
import { cellPx } from './cellSize';
import type { TaskPoint } from './neighbours';
import classes from './TaskMap.module.css';
import { loadedTaskPoints } from './taskPoints';
import type { TaskStateStore } from './taskStateStore';
import { useLocksInForce } from './useTaskStore';

/** More avatars than this would hide the map, and each is an element of its own. */
const MOST = 60;
/** From this size of a task (px) on the avatar stands in its upper end corner. */
const CORNER_FROM = 60;

type Props = { map: MapLibreMap; store: TaskStateStore; cellZoom: number; viewerOsmId: number | null };

/** Who holds a task, on that task: those in view. The list and the presence pill say the same in words. */
export function HolderMarkers({ map, store, cellZoom, viewerOsmId }: Props) {
  const locks = useLocksInForce(store);
  const [view, setView] = useState<{ points: Map<number, TaskPoint>; cell: number } | null>(null);

  useEffect(() => {
    if (locks.length === 0) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        setView({
          points: loadedTaskPoints(
            map,
            locks.map(({ mapId }) => mapId),
          ),
          cell: cellPx(map.getZoom(), cellZoom),
        }),
      );
    };
    look();
    map.on('moveend', look);
    map.on('idle', look);
    return () => {
      cancelAnimationFrame(frame);
      map.off('moveend', look);
      map.off('idle', look);
    };
  }, [map, cellZoom, locks]);

  if (!view) return null;
  const bounds = map.getBounds();
  const end = document.documentElement.dir === 'rtl' ? -1 : 1;
  const aside = Math.min(view.cell * 0.3, 40);
  const offset: [number, number] = view.cell >= CORNER_FROM ? [end * aside, -aside] : [0, 0];
  return locks
    .flatMap((lock) => {
      const point = view.points.get(lock.mapId);
      return point && bounds.contains([point.lng, point.lat]) ? [{ lock, point }] : [];
    })
    .sort(
      (one, other) => Number(other.lock.holder.osmId === viewerOsmId) - Number(one.lock.holder.osmId === viewerOsmId),
    )
    .slice(0, MOST)
    .map(({ lock, point }) => (
      <Marker
        key={lock.mapId}
        longitude={point.lng}
        latitude={point.lat}
        offset={offset}
        style={{ pointerEvents: 'none' }}
      >
        <span className={classes.holder}>
          <Avatar
            name={lock.holder.username}
            id={lock.holder.osmId}
            picture={lock.holder.pictureUrl}
            size={20}
            own={lock.holder.osmId === viewerOsmId}
          />
        </span>
      </Marker>
    ));
}
