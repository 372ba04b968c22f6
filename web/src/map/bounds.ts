/** [west, south, east, north] in degrees; west > east crosses the antimeridian. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** A box as MapLibre wants it: south-west and north-east corner, the east always right of the west. */
export function boundsOf([west, south, east, north]: Bbox): [[number, number], [number, number]] {
  return [
    [west, south],
    [east < west ? east + 360 : east, north],
  ];
}

/** The box round several boxes; they lie within one project, so on one side of the world. */
export function unionOf(boxes: readonly (readonly number[])[]): Bbox {
  const side = (index: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index] ?? 0));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}
