import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAP_COLOURS } from './colours';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-mantine-color-scheme='dark']");

test.each([
  ['light', light],
  ['dark', dark],
] as const)('the ground of the %s map has the colours of the tokens', (theme, block) => {
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1];
  const { sea, land, landLine, landText } = MAP_COLOURS[theme];
  expect({ sea, land, landLine, landText }).toEqual({
    sea: token('sea'),
    land: token('land'),
    landLine: token('land-line'),
    landText: token('land-text'),
  });
});
