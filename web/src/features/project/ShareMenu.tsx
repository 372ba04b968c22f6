import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBrandFacebook,
  IconBrandLinkedin,
  IconBrandX,
  IconCheck,
  IconLink,
  IconMail,
  IconShare2,
} from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { announce } from '../../app/announce';

const messages = defineMessages({
  share: { id: 'share.button', defaultMessage: 'Share this project' },
  copied: { id: 'projectPanel.copied', defaultMessage: 'Link copied' },
});

/** Where a link is shared, with the address (and the words) of what is shared. */
const PLACES = [
  { name: 'X', icon: IconBrandX, at: 'https://x.com/intent/post', url: 'url', text: 'text' },
  { name: 'Facebook', icon: IconBrandFacebook, at: 'https://www.facebook.com/sharer/sharer.php', url: 'u', text: null },
  {
    name: 'LinkedIn',
    icon: IconBrandLinkedin,
    at: 'https://www.linkedin.com/sharing/share-offsite/',
    url: 'url',
    text: null,
  },
];

/** Shares the project: the device's own way where it has one, else a menu with the link and a few places. */
export function ShareMenu({ number, name }: { number: number; name: string }) {
  const intl = useIntl();
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const url = `${location.origin}/projects/${number}`;
  const own = matchMedia('(pointer: coarse)').matches && 'share' in navigator;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
    announce(intl.formatMessage(messages.copied));
    setTimeout(() => setCopied(false), 2_000);
  };
  const addressAt = ({ at, url: key, text }: (typeof PLACES)[number]) =>
    `${at}?${String(new URLSearchParams({ [key]: url, ...(text && { [text]: name }) }))}`;
  return (
    <Menu
      opened={opened}
      onChange={(next) => {
        // Refused or given up: there is nothing to say.
        if (next && own) void navigator.share({ title: name, url }).catch(() => undefined);
        else setOpened(next);
      }}
      position="bottom-end"
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={intl.formatMessage(messages.share)}>
          <IconShare2 size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied ? (
            intl.formatMessage(messages.copied)
          ) : (
            <FormattedMessage id="share.copy" defaultMessage="Copy the link" />
          )}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(url)}`}
          leftSection={<IconMail size={18} aria-hidden />}
        >
          <FormattedMessage id="share.mail" defaultMessage="Send by email" />
        </Menu.Item>
        {PLACES.map((place) => (
          <Menu.Item
            key={place.name}
            component="a"
            href={addressAt(place)}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<place.icon size={18} aria-hidden />}
          >
            {place.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
