export type MapTheme = 'light' | 'dark';

/** Colours of the ground under every map; the same as the tokens of those names (a test holds them together). */
export const MAP_COLOURS = {
  light: {
    sea: '#dce6e9',
    land: '#f1eee8',
    landLine: '#c9c1b4',
    landText: '#77706a',
    text: '#1e1b17',
    halo: '#f1eee8',
  },
  dark: { sea: '#101619', land: '#1e2225', landLine: '#3b4248', landText: '#8b939b', text: '#f4f5f6', halo: '#1e2225' },
} as const;
