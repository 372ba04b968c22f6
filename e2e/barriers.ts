import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Choice {
  /** Look for this rule alone. */
  only?: string;
  /** Look for what is good practice, too; true if left out. */
  practice?: boolean;
}

/** What axe finds at this moment, a line each. What is in a frame, an editor, is not ours. */
async function found(page: Page, { only, practice = true }: Choice): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode(); // which is: without frames, in the page itself
  if (only) axe.withRules([only]);
  else axe.withTags(practice ? [...WCAG, 'best-practice'] : WCAG);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
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
