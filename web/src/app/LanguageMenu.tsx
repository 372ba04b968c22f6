import { Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { defineMessages, useIntl } from 'react-intl';
import { useChooseLanguage } from './accountLanguage';
import { useLanguage } from './intl';
import { useOfferedLanguages } from './offeredLanguages';
import classes from './TopBar.module.css';

const messages = defineMessages({
  language: { id: 'language.choose', defaultMessage: 'Language' },
});

/** The languages of the interface, each in its own words. */
export function LanguageMenu() {
  const intl = useIntl();
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const languages = useOfferedLanguages();
  if (languages.length < 2) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={classes.icon}
          aria-label={`${intl.formatMessage(messages.language)}: ${language.name}`}
        >
          <IconLanguage size={20} />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="min(70vh, 480px)" style={{ overflowY: 'auto' }}>
        {/* What does not reach the account still counts in this browser. */}
        <Menu.RadioGroup value={language.code} onChange={(code) => void choose(code).catch(() => undefined)}>
          {languages.map(({ code, name }) => (
            <Menu.RadioItem key={code} value={code} lang={code} closeMenuOnClick>
              <bdi>{name}</bdi>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
