import { useMantineColorScheme } from '@mantine/core';
import {
  IconArrowRight,
  IconKeyboard,
  IconLanguage,
  IconLogin,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSun,
} from '@tabler/icons-react';
import { defineMessages, useIntl } from 'react-intl';
import { useLanguage } from '../../app/intl';
import { useOfferedLanguages } from '../../app/offeredLanguages';
import { useSignOut } from '../../app/useSignOut';
import { signInAddress, useViewer } from '../../app/viewer';
import { fits } from './numbers';
import type { Found } from './useFound';

const pages = defineMessages({
  explore: { id: 'topBar.explore', defaultMessage: 'Explore' },
  myWork: { id: 'topBar.myWork', defaultMessage: 'My work' },
  inbox: { id: 'page.inbox', defaultMessage: 'Inbox' },
  profile: { id: 'account.profile', defaultMessage: 'Profile' },
  settings: { id: 'account.settings', defaultMessage: 'Settings' },
  teams: { id: 'page.teams', defaultMessage: 'Teams' },
  organisations: { id: 'page.organisations', defaultMessage: 'Organisations' },
  statistics: { id: 'page.statistics', defaultMessage: 'Statistics' },
  learn: { id: 'topBar.learn', defaultMessage: 'Learn' },
  about: { id: 'account.about', defaultMessage: 'About Taskgrid' },
});

const actions = defineMessages({
  newProject: { id: 'topBar.newProject', defaultMessage: 'New project' },
  auto: { id: 'search.auto', defaultMessage: 'Colours as the device has them' },
  light: { id: 'search.light', defaultMessage: 'Light colours' },
  dark: { id: 'search.dark', defaultMessage: 'Dark colours' },
  shortcuts: { id: 'shortcuts.title', defaultMessage: 'Keyboard shortcuts' },
  language: { id: 'language.choose', defaultMessage: 'Language' },
  signIn: { id: 'account.signIn', defaultMessage: 'Sign in' },
  signOut: { id: 'account.signOut', defaultMessage: 'Sign out' },
});

/** The pages and actions whose names fit what was typed; all of them (but the languages) when nothing was. */
export function useCommands(typed: string, openShortcuts: () => void): { pages: Found[]; actions: Found[] } {
  const intl = useIntl();
  const { viewer } = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const languages = useOfferedLanguages();
  const signOut = useSignOut();
  const page = (name: keyof typeof pages, to: string): Found => ({
    key: to,
    kind: 'page',
    label: intl.formatMessage(pages[name]),
    icon: <IconArrowRight size={18} aria-hidden />,
    to,
  });
  const action = (name: keyof typeof actions, icon: Found['icon'], run: () => void): Found => ({
    key: `action ${name}`,
    kind: 'action',
    label: intl.formatMessage(actions[name]),
    icon,
    run,
  });
  const all = {
    pages: [
      page('explore', '/explore'),
      ...(viewer
        ? [
            page('myWork', '/contributions'),
            page('inbox', '/inbox'),
            page('profile', `/users/${encodeURIComponent(viewer.person.username)}`),
            page('settings', '/settings'),
          ]
        : []),
      page('teams', '/teams'),
      page('organisations', '/organisations'),
      page('statistics', '/statistics'),
      page('learn', '/learn'),
      page('about', '/about'),
    ],
    actions: [
      ...(viewer?.viewerCanCreateProject.allowed
        ? [
            {
              ...action('newProject', <IconPlus size={18} aria-hidden />, () => {}),
              run: undefined,
              to: '/projects/new',
            },
          ]
        : []),
      action('light', <IconSun size={18} aria-hidden />, () => setColorScheme('light')),
      action('dark', <IconMoon size={18} aria-hidden />, () => setColorScheme('dark')),
      action('auto', <IconSun size={18} aria-hidden />, () => setColorScheme('auto')),
      action('shortcuts', <IconKeyboard size={18} aria-hidden />, openShortcuts),
      // Two dozen of them: only for those who ask.
      ...(typed.trim() === ''
        ? []
        : languages
            .filter(({ code }) => code !== language.code)
            .map(({ code, name }) => ({
              key: `language ${code}`,
              kind: 'action' as const,
              label: name,
              sub: intl.formatMessage(actions.language),
              icon: <IconLanguage size={18} aria-hidden />,
              run: () => choose(code),
            }))),
      viewer
        ? action('signOut', <IconLogout size={18} aria-hidden />, () => void signOut())
        : action('signIn', <IconLogin size={18} aria-hidden />, () => location.assign(signInAddress())),
    ] as Found[],
  };
  const fitting = (found: Found) => fits(`${found.sub ?? ''} ${found.label}`, typed);
  return { pages: all.pages.filter(fitting), actions: all.actions.filter(fitting) };
}
