import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorState } from '../ErrorState';
import { Waiting } from '../Waiting';

type Props = {
  error: { message: string; name?: string } | undefined;
  onRetry: () => void;
  /** A skeleton of the figures. */
  children: ReactNode;
};

/** In place of figures that did not load, or are still to come. */
export function NoFigures({ error, onRetry, children }: Props) {
  if (!error) return <Waiting>{children}</Waiting>;
  return (
    <ErrorState
      title={<FormattedMessage id="activity.error" defaultMessage="The figures did not load." />}
      error={error}
      onRetry={onRetry}
    />
  );
}
