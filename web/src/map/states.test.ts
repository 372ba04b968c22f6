import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Rgb,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { FILL, FILL_OPACITY, STATES, type ThemeName } from './states';

const LAND: Record<ThemeName, string> = { light: '#F1EEE8', dark: '#1E2225' };
/** Smallest difference (CIEDE2000) between two states in an overview too small for patterns and icons. */
const FLOOR = 12;

function overLand(theme: ThemeName, fill: string): Rgb {
  const top = parse(fill)!;
  const below = parse(LAND[theme])!;
  const mix = (a: number, b: number) => a * FILL_OPACITY + b * (1 - FILL_OPACITY);
  return { mode: 'rgb', r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b) };
}

const visions = {
  full: (colour: Rgb) => colour,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
};

describe.each(['light', 'dark'] as const)('the %s state colours', (theme) => {
  it.each(Object.entries(visions))('differ enough under %s colour vision', (_name, see) => {
    const difference = differenceCiede2000();
    const seen = STATES.map((state) => see(overLand(theme, FILL[theme][state])));
    for (let one = 0; one < seen.length; one++) {
      for (let other = one + 1; other < seen.length; other++) {
        const apart = difference(seen[one]!, seen[other]!);
        expect(apart, `${STATES[one]} and ${STATES[other]}`).toBeGreaterThanOrEqual(FLOOR);
      }
    }
  });
});
