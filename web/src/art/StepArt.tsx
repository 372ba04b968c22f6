import { useDirection } from '@mantine/core';
import { Cell, Selected, strokes } from './Cell';
import { Pointer } from './Pointer';
import { Village } from './Village';
import type { TaskState } from '../map/states';

const CHOICE: readonly (readonly TaskState[])[] = [
  ['VALIDATED', 'MAPPED', 'READY', 'READY', 'READY'],
  ['VALIDATED', 'MAPPED', 'LOCKED_FOR_MAPPING', 'READY', 'READY'],
  ['MAPPED', 'MAPPED', 'READY', 'READY', 'READY'],
];
const SIDE = 52;

/** The drawing of one of the three steps. */
export function StepArt({ step }: { step: 'choose' | 'map' | 'validate' }) {
  // What comes first stands where reading starts.
  const back = useDirection().dir === 'rtl';
  return (
    <svg viewBox="0 0 320 180" aria-hidden="true">
      {step === 'choose' && (
        <>
          {CHOICE.flatMap((line, row) =>
            line.map((state, column) => (
              <Cell key={`${column} ${row}`} state={state} x={30 + column * SIDE} y={12 + row * SIDE} size={SIDE} />
            )),
          )}
          <Selected x={30 + 3 * SIDE} y={12 + SIDE} size={SIDE} />
          <Pointer x={30 + 3.6 * SIDE} y={12 + 1.6 * SIDE} />
        </>
      )}
      {step === 'map' && (
        <>
          <Village width={320} height={180} traced={3} />
          <Pointer x={70} y={64} />
        </>
      )}
      {step === 'validate' && (
        <>
          <Cell state="MAPPED" x={back ? 192 : 36} y={48} size={84} />
          <path
            d={back ? 'M176 90H136M148 78L136 90L148 102' : 'M136 90H176M164 78L176 90L164 102'}
            {...strokes('var(--text-2)', 3)}
          />
          <Cell state="VALIDATED" x={back ? 36 : 192} y={48} size={84} />
          <g transform={back ? 'translate(-156 0)' : undefined}>
            <path
              d="M236 14h52a10 10 0 0 1 10 10v22a10 10 0 0 1 -10 10h-26l-12 12v-12h-14a10 10 0 0 1 -10 -10v-22a10 10 0 0 1 10 -10z"
              fill="var(--surface)"
              stroke="var(--line-strong)"
              strokeWidth="1.5"
            />
            <path d="M240 30h42M240 41h28" {...strokes('var(--text-3)', 3)} />
          </g>
        </>
      )}
    </svg>
  );
}
