/**
 * The seven states of a task: colour, ink, pattern and icon. A state is never shown by its colour alone; the words are
 * in stateMessages.ts. The order is the one the API uses in its compact snapshot of a project, digit by digit.
 */
export const STATES = [
  'READY',
  'LOCKED_FOR_MAPPING',
  'MAPPED',
  'LOCKED_FOR_VALIDATION',
  'VALIDATED',
  'INVALIDATED',
  'BADIMAGERY',
] as const;

export type TaskState = (typeof STATES)[number];
export type ThemeName = 'light' | 'dark';
export type PatternName = 'none' | 'dots' | 'stripes-rising' | 'stripes-falling' | 'lines' | 'cross-hatch';

const INDEX = new Map<string, number>(STATES.map((state, index) => [state, index]));

/** Where a state stands in STATES; a state this client does not know yet counts as READY. */
export function stateIndex(state: string): number {
  return INDEX.get(state) ?? 0;
}

export const FILL: Record<ThemeName, Record<TaskState, string>> = {
  light: {
    READY: '#FCFBF8',
    LOCKED_FOR_MAPPING: '#EAC9EC',
    MAPPED: '#63ABEE',
    LOCKED_FOR_VALIDATION: '#6B46B8',
    VALIDATED: '#2F8055',
    INVALIDATED: '#FFC05A',
    BADIMAGERY: '#A3998C',
  },
  dark: {
    READY: '#282C31',
    LOCKED_FOR_MAPPING: '#6A376E',
    MAPPED: '#3E79C1',
    LOCKED_FOR_VALIDATION: '#C1A5EE',
    VALIDATED: '#47AE7D',
    INVALIDATED: '#F4C352',
    BADIMAGERY: '#736A5F',
  },
};

/** Colour of the pattern and of the icon drawn on the fill. */
export const INK: Record<ThemeName, Record<TaskState, string>> = {
  light: {
    READY: '#57524A',
    LOCKED_FOR_MAPPING: '#4B2A66',
    MAPPED: '#0B2F52',
    LOCKED_FOR_VALIDATION: '#FFFFFF',
    VALIDATED: '#FFFFFF',
    INVALIDATED: '#4A2B00',
    BADIMAGERY: '#1C1915',
  },
  dark: {
    READY: '#B9BEC4',
    LOCKED_FOR_MAPPING: '#F0E4FA',
    MAPPED: '#FFFFFF',
    LOCKED_FOR_VALIDATION: '#24123B',
    VALIDATED: '#06261A',
    INVALIDATED: '#2E1E00',
    BADIMAGERY: '#FFFFFF',
  },
};

/** Opacity of a task's fill over land. */
export const FILL_OPACITY = 0.94;

/** Outlines of Tabler icons on a 24 × 24 grid; null: the state has none. */
export const ICON: Record<TaskState, string | null> = {
  READY: null,
  LOCKED_FOR_MAPPING: 'M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4 M13.5 6.5l4 4',
  MAPPED: 'M5 12l5 5l10 -10',
  LOCKED_FOR_VALIDATION:
    'M10 12a2 2 0 1 0 4 0a2 2 0 0 0 -4 0 M21 12c-2.4 4 -5.4 6 -9 6c-3.6 0 -6.6 -2 -9 -6c2.4 -4 5.4 -6 9 -6c3.6 0 6.6 2 9 6',
  VALIDATED: 'M7 12l5 5l10 -10 M2 12l5 5 M12 12l5 -5',
  INVALIDATED: 'M9 14l-4 -4l4 -4 M5 10h11a4 4 0 1 1 0 8h-1',
  BADIMAGERY:
    'M6.7 18c-2.6 0 -4.7 -2 -4.7 -4.5s2.1 -4.5 4.7 -4.5c.4 -1.8 1.8 -3.2 3.7 -3.8c1.9 -.6 4 -.2 5.4 1c1.5 1.2 2.2 3 1.8 4.8h1c1.9 0 3.4 1.5 3.4 3.5s-1.5 3.5 -3.4 3.5h-11.9',
};

export const PATTERN: Record<TaskState, PatternName> = {
  READY: 'none',
  LOCKED_FOR_MAPPING: 'stripes-rising',
  MAPPED: 'dots',
  LOCKED_FOR_VALIDATION: 'stripes-falling',
  VALIDATED: 'none',
  INVALIDATED: 'lines',
  BADIMAGERY: 'cross-hatch',
};

/** States in which a mapper can take the task. */
export function isToMap(state: TaskState): boolean {
  return state === 'READY' || state === 'INVALIDATED';
}

/** States in which a task waits for a validator. */
export function isToValidate(state: TaskState): boolean {
  return state === 'MAPPED';
}
