import { FormattedMessage } from 'react-intl';
import classes from './MappingPage.module.css';

/** Why nothing can be handed in yet. The button that is off points here. */
export function UnsavedNote({ count }: { count: number }) {
  return (
    <p className={classes.before} id="before-submit" role="status">
      <FormattedMessage
        id="unsavedNote.text"
        defaultMessage="{count, plural, one {# edit is not saved yet. Save it} other {# edits are not saved yet. Save them}} in the editor first."
        values={{ count }}
      />
    </p>
  );
}
