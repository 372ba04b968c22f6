const EARTH_CIRCUMFERENCE_M = 40_075_016.686;
/** CSS pixels of a map tile's side in MapLibre. */
const TILE_PX = 512;

/**
 * The zoom at which a task of the project is about as large as one map tile (512 px): its grid's own zoom, or for tasks
 * of any shape the zoom of a square of their mean area.
 */
export function cellZoomOf(project: {
  gridZoom?: number | null;
  areaM2: number;
  bbox: readonly number[];
  taskCount: number;
}): number {
  if (project.gridZoom) return project.gridZoom;
  const [, south = 0, , north = 0] = project.bbox;
  const latitude = ((south + north) / 2) * (Math.PI / 180);
  const side = Math.sqrt(Math.max(project.areaM2, 1) / Math.max(project.taskCount, 1));
  return Math.log2((EARTH_CIRCUMFERENCE_M * Math.cos(latitude)) / side);
}

/** Side of a task on the screen, in CSS px, at a map zoom. */
export function cellPx(zoom: number, cellZoom: number): number {
  return TILE_PX * 2 ** (zoom - cellZoom);
}

/** The map zoom at which a task's side is `px` CSS pixels. */
export function zoomForCell(px: number, cellZoom: number): number {
  return cellZoom + Math.log2(px / TILE_PX);
}
