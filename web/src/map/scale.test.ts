import { expect, test } from 'vitest';
import { scaleOf } from './scale';

test('the scale is a round length, and its line is neither longer than there is room nor short', () => {
  for (let zoom = 0; zoom <= 21; zoom += 0.25)
    for (const latitude of [-70, -11.7, 0, 35.9, 60]) {
      const { metres, px } = scaleOf(zoom, latitude);
      expect(String(Number(metres.toPrecision(6))), `${zoom}`).toMatch(/^(0\.0*)?[125]0*$/);
      expect(px).toBeLessThanOrEqual(96);
      expect(px).toBeGreaterThan(96 / 2.6);
    }
});

test('a line is as long as it says: at the equator and zoom 0 the world is 512 px round', () => {
  const { metres, px } = scaleOf(0, 0);
  expect(metres / px).toBeCloseTo(40_075_017 / 512);
  expect(scaleOf(0, 60).metres / scaleOf(0, 60).px).toBeCloseTo(40_075_017 / 1024);
});
