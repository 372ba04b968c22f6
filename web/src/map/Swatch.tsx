import { useComputedColorScheme } from '@mantine/core';
import { patternBackground } from './images';
import { FILL, ICON, INK, PATTERN, type TaskState } from './states';
import classes from './Swatch.module.css';

/**
 * A state as the map draws it: colour, icon and, when large, pattern. Used by legend, list, badges and form options.
 * Decorative: the state's word stands beside it.
 */
export function Swatch({ state, large = false }: { state: TaskState; large?: boolean }) {
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const icon = ICON[state];
  return (
    <span
      className={large ? `${classes.swatch} ${classes.large}` : classes.swatch}
      style={{
        backgroundColor: FILL[theme][state],
        backgroundImage: large || !icon ? patternBackground(PATTERN[state], INK[theme][state]) : undefined,
        color: INK[theme][state],
      }}
      aria-hidden="true"
    >
      {icon && (
        <svg viewBox="0 0 24 24">
          <path d={icon} />
        </svg>
      )}
    </span>
  );
}
