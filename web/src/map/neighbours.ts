export interface TaskPoint {
  mapId: number;
  number: number;
  lng: number;
  lat: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const TOWARDS: Record<Direction, readonly [number, number]> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/** Offset from one point to another in units of equal length on a web map (x to the east, y to the north). */
function offset(from: TaskPoint, to: TaskPoint): [number, number] {
  const mercator = (lat: number) => (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [to.lng - from.lng, mercator(to.lat) - mercator(from.lat)];
}

/** The nearest task that lies in the given direction, at most 45° off; null when there is none. */
export function neighbour(from: TaskPoint, direction: Direction, points: Iterable<TaskPoint>): TaskPoint | null {
  const [towardsX, towardsY] = TOWARDS[direction];
  let best: TaskPoint | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const point of points) {
    if (point.number === from.number) continue;
    const [x, y] = offset(from, point);
    const along = x * towardsX + y * towardsY;
    const aside = Math.abs(x * towardsY - y * towardsX);
    if (along <= 0 || aside > along) continue;
    // What lies straight ahead comes before what is as near but off the line.
    const cost = along + 2 * aside;
    if (cost < bestCost) {
      best = point;
      bestCost = cost;
    }
  }
  return best;
}

/** The task nearest to a point among those accepted; null when none is. */
export function nearest(
  from: { lng: number; lat: number },
  points: Iterable<TaskPoint>,
  accept: (number: number) => boolean,
): TaskPoint | null {
  const start: TaskPoint = { mapId: 0, number: 0, ...from };
  let best: TaskPoint | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const point of points) {
    if (!accept(point.number)) continue;
    const distance = Math.hypot(...offset(start, point));
    if (distance < bestDistance) {
      best = point;
      bestDistance = distance;
    }
  }
  return best;
}
