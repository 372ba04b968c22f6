import { Cell, Selected } from '../../art/Cell';
import { Pointer } from '../../art/Pointer';
import { Village } from '../../art/Village';
import type { TaskState } from '../../map/states';
import classes from './GridArt.module.css';

/** An area cut into tasks, each letter the state of one. */
const AREA = ['..VVVMMR..', '.VVVVMMLR.', 'VVVVMMMRRR', 'VVKVIMLRRR', 'VVVMMMRRRR', '.VVMMRRRR.', '..VMMRR...'];
const STATES: Record<string, TaskState> = {
  V: 'VALIDATED',
  M: 'MAPPED',
  R: 'READY',
  L: 'LOCKED_FOR_MAPPING',
  K: 'LOCKED_FOR_VALIDATION',
  I: 'INVALIDATED',
};
const SIDE = 56;
const OWN = { column: 6, row: 3 };
const LENS = { x: 372, y: 238, size: 176 };

/** A project's squares, and one of them from near, with houses just being traced. */
export function GridArt() {
  const own = { x: 16 + OWN.column * SIDE, y: 12 + OWN.row * SIDE };
  return (
    <svg className={classes.art} viewBox="0 0 592 428" aria-hidden="true">
      {AREA.flatMap((line, row) =>
        [...line].map((letter, column) => {
          const state = STATES[letter];
          return (
            state && (
              <Cell
                key={`${column} ${row}`}
                state={state}
                x={16 + column * SIDE}
                y={12 + row * SIDE}
                size={SIDE}
                className={classes.cell}
                delay={column * 45 + row * 15}
              />
            )
          );
        }),
      )}
      <Selected {...own} size={SIDE} own />
      <g className={classes.lens}>
        <path
          d={`M${own.x} ${own.y + SIDE}L${LENS.x + 2} ${LENS.y + 40}M${own.x + SIDE} ${own.y}L${LENS.x + LENS.size - 60} ${LENS.y}`}
          stroke="var(--accent)"
          strokeWidth="1.5"
        />
        <rect
          x={LENS.x - 3}
          y={LENS.y - 3}
          width={LENS.size + 6}
          height={LENS.size + 6}
          rx="14"
          fill="var(--surface)"
          className={classes.frame}
        />
        <svg x={LENS.x} y={LENS.y} width={LENS.size} height={LENS.size}>
          <clipPath id="home-lens">
            <rect width={LENS.size} height={LENS.size} rx="11" />
          </clipPath>
          <g clipPath="url(#home-lens)">
            <Village width={LENS.size} height={LENS.size} traced={4} />
          </g>
        </svg>
        <rect
          x={LENS.x - 1.5}
          y={LENS.y - 1.5}
          width={LENS.size + 3}
          height={LENS.size + 3}
          rx="12.5"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="3"
        />
        <Pointer x={LENS.x + 150} y={LENS.y + 46} />
      </g>
    </svg>
  );
}
