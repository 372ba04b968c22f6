import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('quotes what would break a row, and takes the bite out of formulas', () => {
  expect(
    toCsv([
      ['Day', 'Mapped'],
      ['2026-11-30', 12],
      ['a "b", c', -1],
      ['=HYPERLINK("x")', 0],
    ]),
  ).toBe(`Day,Mapped\r\n2026-11-30,12\r\n"a ""b"", c",-1\r\n"'=HYPERLINK(""x"")",0\r\n`);
});
