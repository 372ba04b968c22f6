import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import { FILL, ICON, INK, type TaskState } from '../../map/states';
import { Swatch } from '../../map/Swatch';
import classes from './Donut.module.css';

const RADIUS = 40;
const ROUND = 2 * Math.PI * RADIUS;

/** A piece of the ring: a state of tasks, shown as everywhere, or anything else with a colour (a variable of tokens.css). */
export type Piece = { key: string; label: ReactNode; value: number } & ({ state: TaskState } | { colour: string });

/**
 * Shares of a whole as a ring, with what it counts in the middle, and beside it the list that says the same in words. Large
 * pieces carry the icon of their state, so that none is known by its colour alone.
 */
export function Donut({ pieces, centre, unit }: { pieces: readonly Piece[]; centre?: ReactNode; unit?: ReactNode }) {
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const total = pieces.reduce((sum, { value }) => sum + value, 0);
  const shown = pieces.filter(({ value }) => value > 0);
  const gap = shown.length > 1 ? 1.5 : 0;
  const starts = shown.map((_, index) => shown.slice(0, index).reduce((sum, { value }) => sum + value, 0) / total);
  return (
    <div className={classes.donut}>
      <div className={classes.ring}>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r={RADIUS} className={classes.track} />
          {shown.map((piece, index) => {
            const share = piece.value / total;
            const start = starts[index] ?? 0;
            const colour = 'state' in piece ? FILL[theme][piece.state] : piece.colour;
            const icon = 'state' in piece && share > 0.07 ? ICON[piece.state] : null;
            const angle = 2 * Math.PI * (start + share / 2) - Math.PI / 2;
            return (
              <g key={piece.key}>
                <circle
                  cx="50"
                  cy="50"
                  r={RADIUS}
                  className={classes.piece}
                  stroke={colour}
                  strokeDasharray={`${Math.max(0.6, share * ROUND - gap)} ${ROUND}`}
                  strokeDashoffset={-start * ROUND - gap / 2}
                  transform="rotate(-90 50 50)"
                />
                {icon && 'state' in piece && (
                  <path
                    d={icon}
                    className={classes.icon}
                    stroke={INK[theme][piece.state]}
                    transform={`translate(${50 + RADIUS * Math.cos(angle) - 4.6} ${50 + RADIUS * Math.sin(angle) - 4.6}) scale(0.385)`}
                  />
                )}
              </g>
            );
          })}
          {[RADIUS - 7.5, RADIUS + 7.5].map((radius) => (
            <circle key={radius} cx="50" cy="50" r={radius} className={classes.edge} />
          ))}
        </svg>
        <div className={classes.centre}>
          <b>{centre ?? <FormattedNumber value={total} />}</b>
          {unit && <span>{unit}</span>}
        </div>
      </div>
      <ul className={classes.legend}>
        {pieces.map((piece) => (
          <li key={piece.key}>
            {'state' in piece ? (
              <Swatch state={piece.state} />
            ) : (
              <i className={classes.dot} style={{ background: piece.colour }} aria-hidden="true" />
            )}
            <span>{piece.label}</span>
            <b>
              <FormattedNumber value={piece.value} />
            </b>
            <span className={classes.share}>
              <FormattedNumber
                value={total ? piece.value / total : 0}
                style="percent"
                maximumFractionDigits={piece.value > 0 && piece.value / total < 0.01 ? 1 : 0}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
