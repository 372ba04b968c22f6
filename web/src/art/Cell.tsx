import { useComputedColorScheme } from '@mantine/core';
import { useId } from 'react';
import { FILL, ICON, INK, PATTERN, type TaskState } from '../map/states';

type CellProps = { state: TaskState; x: number; y: number; size: number; className?: string; delay?: number };

/** A task as the map draws it, for drawings: fill, pattern and icon. Its patterns are its own: an id is there once a page. */
export function Cell({ state, x, y, size, className, delay }: CellProps) {
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const id = useId();
  const ink = INK[theme][state];
  const icon = ICON[state];
  const side = size * 0.4;
  const pattern = patterns[PATTERN[state]];
  return (
    <g
      className={className}
      transform={`translate(${x} ${y})`}
      style={delay === undefined ? undefined : { animationDelay: `${delay}ms` }}
    >
      {pattern && (
        <pattern id={id} width="12" height="12" patternUnits="userSpaceOnUse">
          <path d={pattern} stroke={ink} strokeWidth="1.4" strokeLinecap="round" strokeOpacity="0.4" fill="none" />
        </pattern>
      )}
      <rect width={size} height={size} fill={FILL[theme][state]} stroke="var(--line-strong)" strokeWidth="0.6" />
      {pattern && <rect width={size} height={size} fill={`url(#${id})`} />}
      {icon && (
        <path
          d={icon}
          transform={`translate(${(size - side) / 2} ${(size - side) / 2}) scale(${side / 24})`}
          {...strokes(ink, 2.4)}
        />
      )}
    </g>
  );
}

/** One tile of 12 × 12 of each pattern. A dot is a line without length and with round ends. */
const patterns = {
  none: '',
  dots: 'M3 3h.1M9 9h.1',
  'stripes-rising': 'M-1 13L13 -1M-1 1L1 -1M11 13L13 11',
  'stripes-falling': 'M-1 -1L13 13M11 -1L13 1M-1 11L1 13',
  lines: 'M0 3H12M0 9H12',
  'cross-hatch': 'M-1 13L13 -1M-1 -1L13 13',
};

/** An outline without a fill, with round ends. */
export const strokes = (stroke: string, strokeWidth: number) =>
  ({ fill: 'none', stroke, strokeWidth, strokeLinecap: 'round', strokeLinejoin: 'round' }) as const;

/** The line round a selected task: of the text's colour, over a casing of the opposite. */
export function Selected({ x, y, size, own = false }: { x: number; y: number; size: number; own?: boolean }) {
  const box = { x, y, width: size, height: size, rx: 1, fill: 'none' };
  return (
    <>
      <rect {...box} stroke="var(--surface)" strokeWidth="7" />
      <rect {...box} stroke={own ? 'var(--accent)' : 'var(--text)'} strokeWidth="3" />
    </>
  );
}
