import type { ReactNode } from 'react';
import { strokes } from '../../art/Cell';

const HALF = 340;
const HEIGHT = 200;

/** Two drawings beside each other, of 340 × 200: how not, with a cross, and how, with a check. */
export function Pair({ not, but }: { not: ReactNode; but: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${2 * HALF} ${HEIGHT}`} aria-hidden="true">
      <Half>{not}</Half>
      <g transform={`translate(${HALF} 0)`}>
        <Half>{but}</Half>
      </g>
      <path d={`M${HALF} 0V${HEIGHT}`} stroke="var(--line)" strokeWidth="1" />
      <Mark x={26} colour="var(--danger)" path="M-5 -5L5 5M5 -5L-5 5" />
      <Mark x={HALF + 26} colour="var(--ok)" path="M-6 0L-2 4.5L6 -4" />
    </svg>
  );
}

function Half({ children }: { children: ReactNode }) {
  return (
    <svg width={HALF} height={HEIGHT} viewBox={`0 0 ${HALF} ${HEIGHT}`}>
      <rect width={HALF} height={HEIGHT} fill="var(--land)" />
      {children}
    </svg>
  );
}

function Mark({ x, colour, path }: { x: number; colour: string; path: string }) {
  return (
    <g transform={`translate(${x} 26)`}>
      <circle r="13" fill="var(--surface)" stroke={colour} strokeWidth="2" />
      <path d={path} {...strokes(colour, 2.6)} />
    </g>
  );
}

type Outline = { points: readonly (readonly [number, number])[]; wrong?: boolean; open?: boolean; dashed?: boolean };

/** What a mapper draws: a line with its points. */
export function Outline({ points, wrong = false, open = false, dashed = false }: Outline) {
  const colour = wrong ? 'var(--danger)' : 'var(--accent)';
  const d = `M${points.map((point) => point.join(' ')).join('L')}${open ? '' : 'Z'}`;
  return (
    <>
      <path
        d={d}
        {...strokes(colour, 2.4)}
        fill={open ? 'none' : colour}
        fillOpacity="0.14"
        strokeDasharray={dashed ? '6 6' : undefined}
      />
      {points.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="3.4" fill="var(--surface)" stroke={colour} strokeWidth="2" />
      ))}
    </>
  );
}

/** A roof as imagery shows it. */
export function Roof({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <g>
      <rect x={x + 4} y={y + 4} width={width} height={height} fill="var(--text)" opacity="0.12" />
      <rect x={x} y={y} width={width} height={height} fill="var(--land-text)" opacity="0.55" />
      <path d={`M${x} ${y + height / 2}H${x + width}`} stroke="var(--land)" strokeWidth="2" opacity="0.6" />
    </g>
  );
}
