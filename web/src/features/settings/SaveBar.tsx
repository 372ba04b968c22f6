import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { Problem } from '../../components/Problem';
import classes from './Settings.module.css';

type Props = {
  count: number;
  busy: boolean;
  problem: string | null;
  onSave: () => void;
  onDiscard: () => void;
};

/** At the foot of a form while something in it is not saved. */
export function SaveBar({ count, busy, problem, onSave, onDiscard }: Props) {
  if (count === 0) return null;
  return (
    <div className={classes.saveBar}>
      <Problem>{problem}</Problem>
      <div className={classes.saveRow}>
        <p role="status">
          <FormattedMessage
            id="saveBar.count"
            defaultMessage="{count, plural, one {# change not saved} other {# changes not saved}}"
            values={{ count }}
          />
        </p>
        <Button variant="subtle" disabled={busy} onClick={onDiscard}>
          <FormattedMessage id="saveBar.discard" defaultMessage="Discard" />
        </Button>
        <Button loading={busy} onClick={onSave}>
          <FormattedMessage id="saveBar.save" defaultMessage="Save" />
        </Button>
      </div>
    </div>
  );
}
