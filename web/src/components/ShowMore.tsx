import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import classes from './Page.module.css';

type Props = { shown: number; total: number; loading: boolean; onMore: () => void };

/** So many are counted at a glance. */
const FEW = 12;

/** Under a list that is fetched piece by piece: how much of it stands here, and the button for more. */
export function ShowMore({ shown, total, loading, onMore }: Props) {
  if (total <= FEW && shown >= total) return null;
  return (
    <div className={classes.more}>
      <FormattedMessage
        id="showMore.count"
        defaultMessage="{shown, number} of {total, number}"
        values={{ shown, total }}
      />
      {shown < total && (
        <Button variant="default" loading={loading} onClick={onMore}>
          <FormattedMessage id="showMore.more" defaultMessage="Show more" />
        </Button>
      )}
    </div>
  );
}
