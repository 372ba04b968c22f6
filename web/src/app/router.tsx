import type { ComponentType } from 'react';
import { defineMessages } from 'react-intl';
import { Navigate, createBrowserRouter } from 'react-router';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';
import { RouteError } from './RouteError';

const names = defineMessages({
  explore: { id: 'page.explore', defaultMessage: 'Explore' },
  create: { id: 'page.create', defaultMessage: 'New project' },
  project: { id: 'page.project', defaultMessage: 'Project' },
  map: { id: 'page.map', defaultMessage: 'Map' },
  validate: { id: 'page.validate', defaultMessage: 'Validate' },
  teams: { id: 'page.teams', defaultMessage: 'Teams' },
  team: { id: 'page.team', defaultMessage: 'Team' },
  organisations: { id: 'page.organisations', defaultMessage: 'Organisations' },
  organisation: { id: 'page.organisation', defaultMessage: 'Organisation' },
  partner: { id: 'page.partner', defaultMessage: 'Partner' },
  statistics: { id: 'page.statistics', defaultMessage: 'Statistics' },
  inbox: { id: 'page.inbox', defaultMessage: 'Inbox' },
  settings: { id: 'page.settings', defaultMessage: 'Settings' },
  myWork: { id: 'topBar.myWork', defaultMessage: 'My work' },
  profile: { id: 'account.profile', defaultMessage: 'Profile' },
  about: { id: 'page.about', defaultMessage: 'About' },
  contact: { id: 'page.contact', defaultMessage: 'Contact' },
  learn: { id: 'page.learn', defaultMessage: 'Learn' },
  welcome: { id: 'page.welcome', defaultMessage: 'Welcome' },
  mail: { id: 'page.mail', defaultMessage: 'Mail' },
});

/** A page in a chunk of its own, fetched when its route is first visited. */
function page(load: () => Promise<{ default: ComponentType }>) {
  return async () => ({ Component: (await load()).default });
}

const tasks = page(() => import('../features/tasks/TasksPage'));
const mapping = page(() => import('../features/mapping/MappingPage'));

const team = page(() => import('../features/teams/TeamPage'));
const partner = page(() => import('../features/partners/PartnerPage'));

export const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <RouteError />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { path: '/', lazy: page(() => import('../features/home/HomePage')) },
          {
            path: '/welcome',
            lazy: page(() => import('../features/welcome/WelcomePage')),
            handle: { name: names.welcome },
          },
          { path: '/learn', element: <Navigate to="/learn/quickstart" replace /> },
          {
            path: '/learn/:chapter',
            lazy: page(() => import('../features/learn/LearnPage')),
            handle: { name: names.learn },
          },
          {
            path: '/explore',
            lazy: page(() => import('../features/explore/ExplorePage')),
            handle: { name: names.explore, skipTo: ['list', 'map'] },
          },
          {
            path: '/projects/new',
            lazy: page(() => import('../features/create/CreatePage')),
            handle: { name: names.create, banner: false },
          },
          {
            path: '/projects/:number',
            lazy: page(() => import('../features/project/OverviewPage')),
            handle: { name: names.project },
          },
          {
            path: '/projects/:number/stats',
            lazy: page(() => import('../features/project/ProjectStatsPage')),
            handle: { name: names.statistics },
          },
          {
            path: '/projects/:number/tasks',
            lazy: tasks,
            handle: { name: names.project, topBar: 'wide', skipTo: ['list', 'map'] },
          },
          { path: '/projects/:number/map', lazy: mapping, handle: { name: names.map, topBar: 'none' } },
          { path: '/projects/:number/validate', lazy: mapping, handle: { name: names.validate, topBar: 'none' } },
          {
            path: '/teams',
            lazy: page(() => import('../features/teams/TeamsPage')),
            handle: { name: names.teams },
          },
          { path: '/teams/:number', lazy: team, handle: { name: names.team } },
          { path: '/teams/:number/membership', lazy: team, handle: { name: names.team } },
          {
            path: '/organisations',
            lazy: page(() => import('../features/organisations/OrganisationsPage')),
            handle: { name: names.organisations },
          },
          {
            path: '/organisations/:slug',
            lazy: page(() => import('../features/organisations/OrganisationPage')),
            handle: { name: names.organisation },
          },
          {
            path: '/organisations/:number/stats',
            lazy: page(() => import('../features/organisations/OrganisationStatsPage')),
            handle: { name: names.statistics },
          },
          { path: '/partners/:permalink', lazy: partner, handle: { name: names.partner } },
          { path: '/partners/:permalink/stats/:tab?', lazy: partner, handle: { name: names.partner } },
          {
            path: '/statistics',
            lazy: page(() => import('../features/statistics/StatisticsPage')),
            handle: { name: names.statistics },
          },
          {
            path: '/inbox/:number?',
            lazy: page(() => import('../features/inbox/InboxPage')),
            handle: { name: names.inbox, keep: 'inbox' },
          },
          {
            path: '/settings/:part?',
            lazy: page(() => import('../features/settings/SettingsPage')),
            handle: { name: names.settings, keep: 'settings' },
          },
          {
            path: '/contributions/:part?',
            lazy: page(() => import('../features/me/MyWorkPage')),
            handle: { name: names.myWork },
          },
          {
            path: '/users/:username',
            lazy: page(() => import('../features/profile/ProfilePage')),
            handle: { name: names.profile },
          },
          {
            path: '/about',
            lazy: page(() => import('../features/about/AboutPage')),
            handle: { name: names.about },
          },
          {
            path: '/contact',
            lazy: page(() => import('../features/about/ContactPage')),
            handle: { name: names.contact },
          },
          {
            path: '/verify-email',
            lazy: page(() => import('../features/mail-links/VerifyEmailPage')),
            handle: { name: names.mail },
          },
          {
            path: '/unsubscribe',
            lazy: page(() => import('../features/mail-links/UnsubscribePage')),
            handle: { name: names.mail },
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
