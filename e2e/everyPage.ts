import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { mapDrawn, quiet } from './person.js';
import type { World } from './world.js';

export interface EveryPage {
  /** Name of its pictures. */
  name: string;
  /** Its route in web/src/app/router.tsx. */
  route: string;
  path: (world: World) => string;
  /** Who looks; null for a visitor. */
  who: string | null;
  /** It has a map that is to be drawn first. */
  map?: true;
}

/** Every page of the web UI, once as the one whom it is for sees it. A route that is missing here fails pages-of-visitors.test.ts. */
export const EVERY_PAGE: readonly EveryPage[] = [
  { name: 'home', route: '/', path: () => '/', who: null },
  { name: 'home-signed-in', route: '/', path: () => '/', who: 'kestrel' },
  { name: 'welcome', route: '/welcome', path: () => '/welcome', who: 'quillwort' },
  { name: 'learn', route: '/learn/:chapter', path: () => '/learn/quickstart', who: null },
  { name: 'learn-map', route: '/learn/:chapter', path: () => '/learn/map', who: null },
  { name: 'explore', route: '/explore', path: () => '/explore', who: 'kestrel', map: true },
  { name: 'create', route: '/projects/new', path: () => '/projects/new', who: 'admin', map: true },
  {
    name: 'tasks',
    route: '/projects/:number/tasks',
    path: ({ comoros, sentBack }) => `/projects/${comoros}/tasks?task=${sentBack}`,
    who: 'heron', // holds no task, and so is offered this one
    map: true,
  },
  {
    name: 'mapping',
    route: '/projects/:number/map',
    path: ({ comoros }) => `/projects/${comoros}/map`,
    who: 'kestrel',
  },
  {
    name: 'validating',
    route: '/projects/:number/validate',
    path: ({ malta }) => `/projects/${malta}/validate`,
    who: 'basalt',
  },
  {
    name: 'project',
    route: '/projects/:number',
    path: ({ comoros }) => `/projects/${comoros}`,
    who: 'saltmarsh',
    map: true,
  },
  {
    name: 'project-stats',
    route: '/projects/:number/stats',
    path: ({ malta }) => `/projects/${malta}/stats`,
    who: null,
  },
  { name: 'project-missing', route: '/projects/:number', path: () => '/projects/99999', who: null },
  { name: 'my-work', route: '/contributions/:part?', path: () => '/contributions', who: 'kestrel' },
  { name: 'my-tasks', route: '/contributions/:part?', path: () => '/contributions/tasks', who: 'kestrel' },
  { name: 'my-projects', route: '/contributions/:part?', path: () => '/contributions/projects', who: 'kestrel' },
  { name: 'my-teams', route: '/contributions/:part?', path: () => '/contributions/teams', who: 'kestrel' },
  { name: 'profile', route: '/users/:username', path: () => '/users/kestrel', who: 'basalt' },
  { name: 'teams', route: '/teams', path: () => '/teams', who: 'kestrel' },
  { name: 'team', route: '/teams/:number', path: ({ team }) => `/teams/${team}`, who: 'quillwort' },
  {
    name: 'team-membership',
    route: '/teams/:number/membership',
    path: ({ team }) => `/teams/${team}/membership`,
    who: 'admin',
  },
  { name: 'organisations', route: '/organisations', path: () => '/organisations', who: null },
  {
    name: 'organisation',
    route: '/organisations/:slug',
    path: ({ organisation }) => `/organisations/${organisation.slug}`,
    who: 'kestrel',
  },
  {
    name: 'organisation-stats',
    route: '/organisations/:number/stats',
    path: ({ organisation }) => `/organisations/${organisation.number}/stats`,
    who: 'admin',
  },
  { name: 'partner', route: '/partners/:permalink', path: ({ partner }) => `/partners/${partner}`, who: null },
  {
    name: 'partner-stats',
    route: '/partners/:permalink/stats/:tab?',
    path: ({ partner }) => `/partners/${partner}/stats`,
    who: null,
  },
  { name: 'statistics', route: '/statistics', path: () => '/statistics', who: 'admin' },
  { name: 'inbox', route: '/inbox/:number?', path: () => '/inbox', who: 'kestrel' },
  { name: 'inbox-visitor', route: '/inbox/:number?', path: () => '/inbox', who: null },
  { name: 'settings', route: '/settings/:part?', path: () => '/settings', who: 'kestrel' },
  {
    name: 'settings-notifications',
    route: '/settings/:part?',
    path: () => '/settings/notifications',
    who: 'kestrel',
  },
  { name: 'settings-access', route: '/settings/:part?', path: () => '/settings/access', who: 'kestrel' },
  { name: 'settings-languages', route: '/settings/:part?', path: () => '/settings/languages', who: 'kestrel' },
  { name: 'settings-mapping', route: '/settings/:part?', path: () => '/settings/mapping', who: 'kestrel' },
  { name: 'settings-data', route: '/settings/:part?', path: () => '/settings/data', who: 'kestrel' },
  { name: 'about', route: '/about', path: () => '/about', who: null },
  { name: 'contact', route: '/contact', path: () => '/contact', who: null },
  // As they are with half a link; mail-links.test.ts looks at them with whole ones.
  { name: 'verify-email', route: '/verify-email', path: () => '/verify-email?token=half', who: null },
  { name: 'unsubscribe', route: '/unsubscribe', path: () => '/unsubscribe?token=half', who: null },
  { name: 'not-found', route: '*', path: () => '/nowhere', who: null },
];

/** Routes that only lead on to another. */
const LEADS_ON = ['/learn'];

/** Routes of the router that are in no entry above. */
export function missingRoutes(): string[] {
  const router = readFileSync(new URL('../web/src/app/router.tsx', import.meta.url), 'utf8');
  const routes = Array.from(router.matchAll(/path: '([^']+)'/g), ([, path]) => path!);
  if (routes.length < 10)
    throw new Error('The routes of router.tsx were not found: this must learn how they are written.');
  return routes.filter((route) => !LEADS_ON.includes(route) && !EVERY_PAGE.some((page) => page.route === route));
}

/** Opens a page and waits until it is all there: its heading, no skeleton, nothing more on its way. */
export async function openPage(page: Page, each: EveryPage, world: World): Promise<void> {
  await page.goto(each.path(world));
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  if (each.map) await mapDrawn(page);
  // An editor in a frame goes on asking for what is around the task.
  if (await page.locator('iframe').count()) await page.locator('[data-state="ready"]').waitFor({ timeout: 40_000 });
  else await quiet(page);
}
