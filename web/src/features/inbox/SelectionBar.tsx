import { Button, Checkbox } from '@mantine/core';
import { IconMailOpened, IconTrash } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConfirmDelete } from './ConfirmDelete';
import classes from './SelectionBar.module.css';
import type { Selection } from './useSelection';

type Props = {
  selection: Selection;
  shown: number;
  total: number;
  /** A filter holds: all of it is not the whole inbox. */
  isNarrowed: boolean;
  onRead: () => void;
  onDelete: () => void;
  /** Whether all that fit are to be deleted. */
  asking: boolean;
  onAnswer: (yes: boolean) => Promise<void>;
};

/** Over the list: select all, and what can be done with those that are selected. */
export function SelectionBar({ selection, shown, total, isNarrowed, onRead, onDelete, asking, onAnswer }: Props) {
  const intl = useIntl();
  if (asking) {
    return <ConfirmDelete count={total} onAnswer={onAnswer} />;
  }
  if (shown === 0) return null;
  const { count, all } = selection;
  const isWhole = count === shown;
  return (
    <div className={classes.bar}>
      <Checkbox
        checked={isWhole}
        indeterminate={count > 0 && !isWhole}
        onChange={() => (isWhole ? selection.clear() : selection.selectShown())}
        label={
          count === 0 ? (
            <FormattedMessage
              id="inbox.count"
              defaultMessage="{count, plural, one {# message} other {# messages}}"
              values={{ count: total }}
            />
          ) : (
            <FormattedMessage
              id="inbox.selected"
              defaultMessage="{count, number} selected"
              values={{ count: all ? total : count }}
            />
          )
        }
        aria-label={intl.formatMessage({ id: 'inbox.selectShown', defaultMessage: 'Select all in the list' })}
      />
      {count > 0 && (
        <div className={classes.actions}>
          <Button variant="subtle" size="xs" leftSection={<IconMailOpened size={16} aria-hidden />} onClick={onRead}>
            <FormattedMessage id="inbox.markRead" defaultMessage="Mark as read" />
          </Button>
          <Button variant="subtle" size="xs" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
            <FormattedMessage id="inbox.delete" defaultMessage="Delete" />
          </Button>
        </div>
      )}
      {isWhole && !all && total > shown && (
        <button type="button" className={classes.whole} onClick={selection.selectAll}>
          {isNarrowed ? (
            <FormattedMessage
              id="inbox.selectFitting"
              defaultMessage="Select all {count, number} that fit these filters"
              values={{ count: total }}
            />
          ) : (
            <FormattedMessage
              id="inbox.selectAll"
              defaultMessage="Select all {count, number} messages"
              values={{ count: total }}
            />
          )}
        </button>
      )}
    </div>
  );
}
