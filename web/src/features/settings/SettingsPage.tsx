import type { ReactNode } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useParams } from 'react-router';
import { SignedInOnly } from '../../app/SignedInOnly';
import { LinkTabs } from '../../components/LinkTabs';
import { Page } from '../../components/Page';
import { AccessPart } from './AccessPart';
import { DataPart } from './DataPart';
import { LanguagesPart } from './LanguagesPart';
import { MappingPart } from './MappingPart';
import { NotificationsPart } from './NotificationsPart';
import { ProfilePart } from './ProfilePart';

const words = defineMessages({
  settings: { id: 'page.settings', defaultMessage: 'Settings' },
  profile: { id: 'settings.profile', defaultMessage: 'Profile' },
  languages: { id: 'settings.languages', defaultMessage: 'Language and display' },
  mapping: { id: 'settings.mapping', defaultMessage: 'Mapping' },
  notifications: { id: 'settings.notifications', defaultMessage: 'Messages and mail' },
  access: { id: 'settings.access', defaultMessage: 'Devices and keys' },
  data: { id: 'settings.data', defaultMessage: 'Your data' },
});

const PARTS: Record<string, () => ReactNode> = {
  profile: ProfilePart,
  languages: LanguagesPart,
  mapping: MappingPart,
  notifications: NotificationsPart,
  access: AccessPart,
  data: DataPart,
};

export default function SettingsPage() {
  const intl = useIntl();
  const { part = '' } = useParams();
  const Part = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
  if (!Part) return <Navigate to="/settings/profile" replace />;
  const name = intl.formatMessage(words[part as keyof typeof words]);
  return (
    <SignedInOnly>
      <Page
        title={<FormattedMessage {...words.settings} />}
        tab={`${name} · ${intl.formatMessage(words.settings)}`}
        width="reading"
      >
        <LinkTabs
          label={intl.formatMessage(words.settings)}
          tabs={Object.keys(PARTS).map((key) => ({
            to: `/settings/${key}`,
            label: intl.formatMessage(words[key as keyof typeof words]),
          }))}
        />
        <Part key={part} />
      </Page>
    </SignedInOnly>
  );
}
