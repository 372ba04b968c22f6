import type { Map as MapLibreMap } from 'maplibre-gl';
import type { KeyboardEvent } from 'react';
import { neighbour, nearest, type Direction, type TaskPoint } from './neighbours';
import type { TaskMapHandle } from './TaskMap';
import { loadedTaskPoints } from './taskPoints';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const PAN_PX = 120;
const PANS: Record<Direction, [number, number]> = {
  up: [0, -PAN_PX],
  down: [0, PAN_PX],
  left: [-PAN_PX, 0],
  right: [PAN_PX, 0],
};

type Options = {
  map: MapLibreMap | null;
  /** The task the keys stand on. */
  cursor: TaskPoint | null;
  setCursor: (point: TaskPoint) => void;
  selected: readonly number[];
  pointOf: (number: number) => TaskPoint | null;
  revealPoint: (at: [lng: number, lat: number]) => void;
  handle: TaskMapHandle;
  onSelect?: (number: number | null, add: boolean) => void;
};

/**
 * The map by keyboard, in one tab stop: arrows step to the neighbouring task, Enter selects it, Space adds it,
 * + and − zoom, Shift and arrows pan, 0 shows the project.
 */
export function useMapKeyboard(options: Options): (event: KeyboardEvent) => void {
  const { map, cursor, setCursor, selected, pointOf, revealPoint, handle, onSelect } = options;

  const step = (direction: Direction) => {
    if (!map) return;
    const points = [...loadedTaskPoints(map).values()];
    const last = selected[selected.length - 1];
    const from = cursor ?? (last === undefined ? null : pointOf(last));
    const next = from ? neighbour(from, direction, points) : nearest(map.getCenter(), points, () => true);
    if (next) {
      setCursor(next);
      revealPoint([next.lng, next.lat]);
    } else map.panBy(PANS[direction], { duration: 0 });
  };

  const act = (event: KeyboardEvent): boolean => {
    const direction = ARROWS[event.key];
    if (direction) {
      if (event.shiftKey) map?.panBy(PANS[direction], { duration: 0 });
      else step(direction);
      return true;
    }
    switch (event.key) {
      case '+':
      case '=':
        handle.zoomBy(1);
        return true;
      case '-':
        handle.zoomBy(-1);
        return true;
      case '0':
        handle.fitProject();
        return true;
      case 'Enter':
      case ' ':
        if (cursor) onSelect?.(cursor.number, event.key === ' ');
        return cursor !== null;
      default:
        return false;
    }
  };

  return (event) => {
    // A click leaves the focus on MapLibre's canvas; the keys are the map's there too, but not in a control on top.
    const inControl = event.target instanceof Element && event.target.closest('button, a, input');
    if (inControl || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event)) event.preventDefault();
  };
}
