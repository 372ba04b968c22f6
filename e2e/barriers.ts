import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Choice {
  /** Look for this rule alone. */
  only?: string;
  /** Look for what is good practice, too; true if left out. */
  practice?: boolean;
}

/** What axe finds at this moment, a line each. What is in a frame, an editor, is not ours. */
async function found(page: Page, { only, practice = true }: Choice): Promise<string[]> {
  // Half a megabyte of code: once a document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const { violations } = await axe.run({ exclude: ['iframe'] }, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    },
    only
      ? { type: 'rule' as const, values: [only] }
      : { type: 'tag' as const, values: practice ? [...WCAG, 'best-practice'] : WCAG },
  );
}

/** What axe still finds when the page has settled: what is being drawn has its colours and names a moment later. */
export async function barriers(page: Page, choice: Choice = {}): Promise<string[]> {
  const end = Date.now() + 5_000;
  let faults: string[];
  do faults = await found(page, choice);
  while (faults.length > 0 && Date.now() < end);
  return faults;
}

/** Colours follow an attribute; setting it leaves the maps alone, which would draw all of themselves anew for the other theme. */
async function chooseScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const isChosen = await page.evaluate((scheme) => {
    const { dataset } = document.documentElement;
    if (!dataset.mantineColorScheme) return false;
    dataset.mantineColorScheme = scheme;
    return true;
  }, colorScheme);
  // The page that stands in for OpenStreetMap has no such attribute.
  if (!isChosen) await page.emulateMedia({ colorScheme });
}

/** What axe finds in light, and of contrast in dark. The page is light before and after. */
export async function barriersInBothThemes(page: Page, choice: Choice = {}): Promise<string[]> {
  const light = await barriers(page, choice);
  await chooseScheme(page, 'dark');
  const dark = await barriers(page, { only: 'color-contrast' });
  await chooseScheme(page, 'light');
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}
