import { useId } from 'react';
import { strokes } from './Cell';

/** Houses as left, top, width, height and turn in degrees, in a square of 160. */
const HOUSES = [
  [22, 22, 26, 18, -8],
  [58, 16, 18, 24, -8],
  [20, 60, 22, 22, 4],
  [106, 22, 28, 18, 12],
  [116, 62, 20, 26, 12],
  [18, 112, 30, 20, 2],
  [62, 120, 20, 20, -4],
] as const;

type Props = {
  x?: number;
  y?: number;
  width: number;
  height: number;
  /** How many of the houses are traced. */
  traced?: number;
};

/** A few houses, a road and a stream, as imagery shows them; the first houses are traced, with their corners. */
export function Village({ x = 0, y = 0, width, height, traced = 4 }: Props) {
  const id = useId();
  return (
    <svg
      x={x}
      y={y}
      width={width}
      height={height}
      viewBox={`0 ${width > height ? 8 : 0} 160 ${width > height ? (160 * height) / width : 160}`}
      preserveAspectRatio="xMidYMid slice"
    >
      <clipPath id={id}>
        <rect width="160" height="160" />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect width="160" height="160" fill="var(--land)" />
        <path d="M96 -4L164 -4L164 44L104 58Z" fill="var(--ok)" opacity="0.14" />
        <path d="M-4 92L52 96L46 164L-4 164Z" fill="var(--warn-line)" opacity="0.2" />
        <path d="M104 104L164 92L164 164L108 164Z" fill="var(--ok)" opacity="0.22" />
        <path d="M146 -6C136 40 160 70 148 104S132 140 138 168" {...strokes('var(--sea)', 13)} />
        <path d="M-6 92C40 84 62 98 92 88S120 44 166 50" {...strokes('var(--land-line)', 9)} />
        <path d="M90 90C92 116 96 140 92 168" {...strokes('var(--land-line)', 7)} />
        {HOUSES.map(([left, top, w, h, turn], index) => {
          const isTraced = index < traced;
          return (
            <g key={index} transform={`translate(${left} ${top}) rotate(${turn})`}>
              <rect width={w} height={h} fill="var(--land-text)" opacity={isTraced ? 0.35 : 0.6} />
              {isTraced && (
                <>
                  <rect
                    width={w}
                    height={h}
                    fill="var(--accent)"
                    fillOpacity="0.22"
                    stroke="var(--accent)"
                    strokeWidth="2"
                  />
                  {[
                    [0, 0],
                    [w, 0],
                    [w, h],
                    [0, h],
                  ].map(([cx, cy]) => (
                    <circle
                      key={`${cx} ${cy}`}
                      cx={cx}
                      cy={cy}
                      r="2.6"
                      fill="var(--surface)"
                      stroke="var(--accent)"
                      strokeWidth="1.6"
                    />
                  ))}
                </>
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
