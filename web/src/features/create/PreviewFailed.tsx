import { FormattedMessage } from 'react-intl';
import classes from './Problem.module.css';
import type { Preview } from './usePreview';

/** The server was not reached: nothing is lost, and it can be asked again. */
export function PreviewFailed({ preview }: { preview: Preview }) {
  return (
    <p className={classes.problem} role="alert">
      <FormattedMessage
        id="create.preview.failed"
        defaultMessage="The area could not be checked, because the server did not answer. It is kept here. <retry>Try again</retry>"
        values={{
          retry: (text) => (
            <button type="button" onClick={() => void preview.retry()}>
              {text}
            </button>
          ),
        }}
      />
    </p>
  );
}
