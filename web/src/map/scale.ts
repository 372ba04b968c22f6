/** Width of the world in CSS px at zoom 0, and in metres at the equator. */
const WORLD_PX = 512;
const WORLD_M = 40_075_017;
const LONGEST_PX = 96;

/** The roundest length (1, 2 or 5 with zeros, metres) whose line is at most 96 CSS px long at a zoom and latitude, and that line. */
export function scaleOf(zoom: number, latitude: number): { metres: number; px: number } {
  const metresPerPx = (WORLD_M * Math.cos((latitude * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
  const longest = LONGEST_PX * metresPerPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = ([5, 2].find((step) => step * power <= longest) ?? 1) * power;
  return { metres, px: metres / metresPerPx };
}
