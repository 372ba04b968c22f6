import type { PatternName } from './states';

/** Side of a pattern tile in CSS pixels; drawn at twice that. */
export const PATTERN_TILE = 16;
export const PATTERN_PIXEL_RATIO = 2;
/** Icons are drawn at 64 pixels and shown at 20 CSS pixels when `icon-size` is 1. */
export const ICON_PIXEL_RATIO = 3.2;

const INK_ALPHA = 0.55;

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size;
  const context = element.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the patterns of the task map.');
  return context;
}

function strokeLines(context: CanvasRenderingContext2D, lines: readonly [number, number, number, number][]): void {
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of lines) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}

/** Parallel diagonals over a square tile, drawn past its edges so that neighbours join without a seam. */
function diagonals(size: number, rising: boolean, steps: readonly number[]): [number, number, number, number][] {
  const over = 4;
  return steps.map((offset) =>
    rising
      ? [offset - over, size + over, offset + size + over, -over]
      : [offset - over, -over, offset + size + over, size + over],
  );
}

/** One seamless tile of a pattern, or null where the pattern is none. */
export function drawPattern(pattern: PatternName, ink: string): ImageData | null {
  if (pattern === 'none') return null;
  const size = PATTERN_TILE * PATTERN_PIXEL_RATIO;
  const context = canvas(size);
  context.strokeStyle = context.fillStyle = ink;
  context.globalAlpha = INK_ALPHA;
  context.lineWidth = 3.2;
  const every = [-size, -size / 2, 0, size / 2, size];
  switch (pattern) {
    case 'dots':
      for (const at of [size / 4, (3 * size) / 4]) {
        context.beginPath();
        context.arc(at, at, 2.6, 0, 2 * Math.PI);
        context.fill();
      }
      break;
    case 'stripes-rising':
      strokeLines(context, diagonals(size, true, every));
      break;
    case 'stripes-falling':
      strokeLines(context, diagonals(size, false, every));
      break;
    case 'lines':
      strokeLines(
        context,
        [size / 4, (3 * size) / 4].map((y) => [0, y, size, y]),
      );
      break;
    case 'cross-hatch':
      context.lineWidth = 2;
      strokeLines(context, diagonals(size, true, [-size, 0, size]).concat(diagonals(size, false, [-size, 0, size])));
      break;
  }
  return context.getImageData(0, 0, size, size);
}

/** An icon's outline in the given ink on a transparent square. */
export function drawIcon(path: string, ink: string): ImageData {
  const size = 64;
  const context = canvas(size);
  context.scale(size / 24, size / 24);
  context.strokeStyle = ink;
  context.lineWidth = 2.6;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(new Path2D(path));
  return context.getImageData(0, 0, size, size);
}

const dataUrls = new Map<string, string>();

/** The pattern as a CSS background image at half its drawn size (`none` where there is no pattern). */
export function patternBackground(pattern: PatternName, ink: string): string {
  const key = pattern + ink;
  const known = dataUrls.get(key);
  if (known) return known;
  const image = drawPattern(pattern, ink);
  if (!image) return 'none';
  const context = canvas(image.width);
  context.putImageData(image, 0, 0);
  const url = `url(${context.canvas.toDataURL()})`;
  dataUrls.set(key, url);
  return url;
}
