import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import classes from './States.module.css';

type Props = {
  /** What failed, and what was kept: a sentence. */
  title?: ReactNode;
  error: { message: string; name?: string };
  onRetry?: () => void;
};

/** Something failed: what, a way to try again, and the technical words for whoever asks for them. */
export function ErrorState({ title, error, onRetry }: Props) {
  return (
    <div className={classes.state} role="alert">
      <h2>{title ?? <FormattedMessage id="error.page" defaultMessage="This page could not be shown." />}</h2>
      <p className={classes.text}>
        <FormattedMessage id="error.advice" defaultMessage="Check your connection, then try again." />
      </p>
      {onRetry && (
        <div className={classes.actions}>
          <Button onClick={onRetry}>
            <FormattedMessage id="error.retry" defaultMessage="Try again" />
          </Button>
        </div>
      )}
      <details className={classes.details}>
        <summary>
          <FormattedMessage id="error.details" defaultMessage="Details" />
        </summary>
        <pre>
          {error.name ? `${error.name}: ` : ''}
          {error.message}
        </pre>
      </details>
    </div>
  );
}
