import { Checkbox, Radio } from '@mantine/core';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { EDITOR_NAMES } from '../../task/editorNames';
import type { Editor } from '../../gql/graphql';
import { useAccount } from './account';
import classes from './Settings.module.css';
import { useSaved } from './useSaved';

const hints = defineMessages({
  ID: { id: 'settings.iD', defaultMessage: 'Opens right here in the page. Good to start with.' },
  RAPID: { id: 'settings.rapid', defaultMessage: 'As iD, with roads and buildings that a computer found.' },
  JOSM: {
    id: 'settings.josm',
    defaultMessage: 'A program on your computer, for long and precise work.',
  },
});

const EDITORS = ['ID', 'RAPID', 'JOSM'] as const;

/** The editor to open first, and what experts want. */
export function MappingPart() {
  const intl = useIntl();
  const { account, error, refetch, choose } = useAccount();
  const editorSaved = useSaved();
  const expertSaved = useSaved();
  if (!account) {
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Waiting>
        <LineSkeleton width="60%" height={36} />
        <LineSkeleton width="60%" height={36} />
      </Waiting>
    );
  }
  return (
    <>
      <Section
        title={<FormattedMessage id="settings.editor" defaultMessage="Your editor" />}
        text={
          <FormattedMessage
            id="settings.editorText"
            defaultMessage="It opens first, where the project allows it. You can choose another for each task."
          />
        }
        action={editorSaved.note}
      >
        <Radio.Group
          aria-label={intl.formatMessage({ id: 'settings.editor', defaultMessage: 'Your editor' })}
          value={account.defaultEditor}
          onChange={(value) => {
            void editorSaved.save(() => choose({ defaultEditor: value as Editor }));
          }}
        >
          <div className={classes.options}>
            {EDITORS.map((editor) => (
              <Radio
                key={editor}
                value={editor}
                label={EDITOR_NAMES[editor]}
                description={intl.formatMessage(hints[editor])}
              />
            ))}
          </div>
        </Radio.Group>
      </Section>
      <Section title={<FormattedMessage id="settings.expert" defaultMessage="Expert mode" />} action={expertSaved.note}>
        <Checkbox
          checked={account.isExpert}
          onChange={(event) => {
            const isExpert = event.currentTarget.checked;
            void expertSaved.save(() => choose({ isExpert }));
          }}
          label={<FormattedMessage id="settings.isExpert" defaultMessage="I am an expert" />}
          description={
            <FormattedMessage
              id="settings.expertEffect"
              defaultMessage="Projects in lists and in the search then open at their tasks, not at their description. Other programs that work with your account show you all their settings."
            />
          }
        />
      </Section>
    </>
  );
}
