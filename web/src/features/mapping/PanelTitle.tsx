import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react';
import { defineMessages, useIntl } from 'react-intl';
import classes from './MappingPage.module.css';
import { TasksTitle } from './TasksTitle';

const messages = defineMessages({
  fold: { id: 'panelTitle.fold', defaultMessage: 'Make the panel narrow' },
});

/** What the panel is about, and the button that makes room for the editor. */
export function PanelTitle({ numbers, onFold }: { numbers: readonly number[]; onFold: (() => void) | null }) {
  const intl = useIntl();
  return (
    <div className={classes.panelTitle}>
      <h1>
        <TasksTitle numbers={numbers} />
      </h1>
      {onFold && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          onClick={onFold}
          aria-label={intl.formatMessage(messages.fold)}
          title={intl.formatMessage(messages.fold)}
        >
          <IconLayoutSidebarRightCollapse size={20} aria-hidden className={classes.arrow} />
        </ActionIcon>
      )}
    </div>
  );
}
