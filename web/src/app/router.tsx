import type { ComponentType } from 'react';
import { defineMessages } from 'react-intl';
import { Navigate, createBrowserRouter, useParams } from 'react-router';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';
import { RouteError } from './RouteError';

const names = defineMessages({
  explore: { id: 'page.explore', defaultMessage: 'Explore' },
  create: { id: 'page.create', defaultMessage: 'New project' },
  project: { id: 'page.project', defaultMessage: 'Project' },
  map: { id: 'page.map', defaultMessage: 'Map' },
  validate: { id: 'page.validate', defaultMessage: 'Validate' },
  about: { id: 'page.about', defaultMessage: 'About' },
});

/** A page in a chunk of its own, fetched when its route is first visited. */
function page(load: () => Promise<{ default: ComponentType }>) {
  return async () => ({ Component: (await load()).default });
}

const tasks = page(() => import('../features/tasks/TasksPage'));
const mapping = page(() => import('../features/mapping/MappingPage'));

function ToTasks() {
  const { number } = useParams();
  return <Navigate to={`/projects/${number}/tasks`} replace />;
}

export const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <RouteError />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { path: '/', element: <Navigate to="/explore" replace /> },
          {
            path: '/explore',
            lazy: page(() => import('../features/explore/ExplorePage')),
            handle: { name: names.explore, skipTo: ['list', 'map'] },
          },
          {
            path: '/projects/new',
            lazy: page(() => import('../features/create/CreatePage')),
            handle: { name: names.create },
          },
          { path: '/projects/:number', element: <ToTasks /> },
          {
            path: '/projects/:number/tasks',
            lazy: tasks,
            handle: { name: names.project, topBar: 'wide', skipTo: ['list', 'map'] },
          },
          { path: '/projects/:number/map', lazy: mapping, handle: { name: names.map, topBar: 'none' } },
          { path: '/projects/:number/validate', lazy: mapping, handle: { name: names.validate, topBar: 'none' } },
          {
            path: '/about',
            lazy: page(() => import('../features/about/AboutPage')),
            handle: { name: names.about },
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
