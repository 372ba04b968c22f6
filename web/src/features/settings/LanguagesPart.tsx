import { Checkbox, NativeSelect, Radio, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { useChooseLanguage } from '../../app/accountLanguage';
import { useLanguage } from '../../app/intl';
import { useOfferedLanguages } from '../../app/offeredLanguages';
import { useLiveSummaryEnabled } from '../../app/liveSummary';
import { useShortcutsEnabled } from '../../app/shortcuts';
import { Section } from '../../components/Page';
import { useAccount } from './account';
import classes from './Settings.module.css';
import { useSaved } from './useSaved';

const schemes = defineMessages({
  auto: { id: 'theme.auto', defaultMessage: 'As the device' },
  light: { id: 'theme.light', defaultMessage: 'Light' },
  dark: { id: 'theme.dark', defaultMessage: 'Dark' },
});

/** Language, colours and what the person wants to hear and show. Language and presence go with the account; the rest stays in this browser. */
export function LanguagesPart() {
  const intl = useIntl();
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const languages = useOfferedLanguages();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [shortcuts, setShortcuts] = useShortcutsEnabled();
  const [summary, setSummary] = useLiveSummaryEnabled();
  const { account, choose: chooseForAccount } = useAccount();
  const languageSaved = useSaved();
  const presenceSaved = useSaved();
  return (
    <>
      <Section title={<FormattedMessage id="language.choose" defaultMessage="Language" />} action={languageSaved.note}>
        <NativeSelect
          aria-label={intl.formatMessage({ id: 'language.choose', defaultMessage: 'Language' })}
          value={language.code}
          onChange={(event) => {
            const code = event.currentTarget.value;
            void languageSaved.save(() => choose(code));
          }}
        >
          {languages.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </Section>
      <Section title={<FormattedMessage id="theme.colours" defaultMessage="Light or dark" />}>
        <Radio.Group
          aria-label={intl.formatMessage({ id: 'theme.colours', defaultMessage: 'Light or dark' })}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          <div className={classes.optionsRow}>
            {(Object.keys(schemes) as MantineColorScheme[]).map((scheme) => (
              <Radio key={scheme} value={scheme} label={intl.formatMessage(schemes[scheme])} />
            ))}
          </div>
        </Radio.Group>
      </Section>
      <Section title={<FormattedMessage id="settings.keyboard" defaultMessage="Keyboard and screen readers" />}>
        <div className={classes.options}>
          <Checkbox
            checked={shortcuts}
            onChange={(event) => setShortcuts(event.currentTarget.checked)}
            label={<FormattedMessage id="settings.shortcuts" defaultMessage="Single letters are shortcuts" />}
            description={
              <FormattedMessage
                id="settings.shortcutsHint"
                defaultMessage="Such as M to map and ? for the list of all. Turn them off if you speak to your computer."
              />
            }
          />
          <Checkbox
            checked={summary}
            onChange={(event) => setSummary(event.currentTarget.checked)}
            label={<FormattedMessage id="settings.summary" defaultMessage="Tell me what changes on the map" />}
            description={
              <FormattedMessage
                id="settings.summaryHint"
                defaultMessage="A screen reader then says what others did in the project, summed up every half minute."
              />
            }
          />
        </div>
      </Section>
      {account && (
        <Section
          title={<FormattedMessage id="settings.presence" defaultMessage="Who sees you" />}
          action={presenceSaved.note}
        >
          <Checkbox
            checked={account.hidesPresence}
            onChange={(event) => {
              const hidesPresence = event.currentTarget.checked;
              void presenceSaved.save(() => chooseForAccount({ hidesPresence }));
            }}
            label={
              <FormattedMessage id="settings.hide" defaultMessage="Do not show others which project I am looking at" />
            }
            description={
              <FormattedMessage
                id="settings.hideHint"
                defaultMessage="Tasks that you take are still shown with your name, so that nobody else takes them."
              />
            }
          />
        </Section>
      )}
    </>
  );
}
