import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import classes from './SelectionBar.module.css';
import type { Deletion } from './useDeletion';

type Props = { deletion: Deletion; onUndone: (numbers: number[]) => void };

/** Over the list, for as long as it can be taken back: how many messages are about to be deleted. */
export function DeletedNote({ deletion, onUndone }: Props) {
  const { last, hold, goOn, undo } = deletion;
  const count = last.length;
  return (
    <div role="status">
      {count > 0 && (
        <div className={classes.bar} onFocus={hold} onBlur={goOn} onPointerEnter={hold} onPointerLeave={goOn}>
          <FormattedMessage
            id="inbox.goes"
            defaultMessage="{count, plural, one {# message is} other {# messages are}} deleted in a moment."
            values={{ count }}
          />
          <div className={classes.actions}>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => onUndone(undo())}
            >
              <FormattedMessage id="inbox.undoDelete" defaultMessage="Undo" />
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
