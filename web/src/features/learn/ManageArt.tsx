import { Cell, strokes } from '../../art/Cell';
import { Pair } from './Pair';

const WIDE = Array.from({ length: 8 * 5 }, (_, index) => [index % 8, Math.floor(index / 8)] as const);
const TIGHT = ['.DD..', 'DDDM.', '.DMM.', '..MMR'];
const STATES = { D: 'VALIDATED', M: 'MAPPED', R: 'READY' } as const;

/** A large area in which little is done; then one round the village, nearly finished. */
export function AreaArt() {
  return (
    <Pair
      not={
        <>
          <Town />
          <g opacity="0.8">
            {WIDE.map(([column, row]) => (
              <Cell
                key={`${column} ${row}`}
                state={column + row * 8 === 19 ? 'MAPPED' : 'READY'}
                x={50 + column * 32}
                y={20 + row * 32}
                size={32}
              />
            ))}
          </g>
        </>
      }
      but={
        <>
          <Town />
          {TIGHT.flatMap((line, row) =>
            [...line].map((letter, column) =>
              letter === '.' ? null : (
                <Cell
                  key={`${column} ${row}`}
                  state={STATES[letter as keyof typeof STATES]}
                  x={90 + column * 34}
                  y={32 + row * 34}
                  size={34}
                />
              ),
            ),
          )}
        </>
      }
    />
  );
}

function Town() {
  return <path d="M-10 60C80 70 120 110 180 108S280 150 350 140" {...strokes('var(--land-line)', 10)} />;
}
