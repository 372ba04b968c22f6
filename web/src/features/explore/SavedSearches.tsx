import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { useViewer } from '../../app/viewer';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { useAccountSearches } from './accountSearches';
import type { Filters } from './filters';
import { useBrowserSearches } from './savedSearches';
import { SearchList } from './SearchList';
import classes from './SavedSearches.module.css';

type Props = { filters: Filters; onOpened: () => void };

/** The searches a person has named: in their account, or in the browser of a visitor. */
export default function SavedSearches(props: Props) {
  const { viewer } = useViewer();
  if (viewer === undefined) return null;
  return viewer ? <OfAccount {...props} /> : <OfBrowser {...props} />;
}

function OfBrowser(props: Props) {
  return (
    <SearchList
      {...props}
      searches={useBrowserSearches()}
      where={
        <FormattedMessage
          id="searches.where"
          defaultMessage="Saved searches stay in this browser. Other people and your other devices do not see them."
        />
      }
    />
  );
}

function OfAccount(props: Props) {
  const inAccount = useAccountSearches();
  const inBrowser = useBrowserSearches();
  const { run, busy, problem } = useChange();
  /** One after the other, up to one that is refused; what was taken over is no longer in the browser. */
  const takeOver = async () => {
    for (const search of inBrowser.items.toReversed()) {
      const { name, query } = search;
      const isThere = inAccount.items.some((each) => each.name === name && each.query === query);
      if (!isThere && !(await run(() => inAccount.save(name, query)))) return;
      void inBrowser.remove(search);
    }
  };
  return (
    <>
      {inBrowser.items.length > 0 && (
        <div className={classes.offer}>
          <p>
            <FormattedMessage
              id="searches.inBrowser"
              defaultMessage="{count, plural, one {This browser keeps a search, saved by somebody who was not signed in: {names}.} other {This browser keeps # searches, saved by somebody who was not signed in: {names}.}}"
              values={{
                count: inBrowser.items.length,
                names: inBrowser.items.map(({ name }) => name).join(' · '),
              }}
              description="Above the button that adds them to the account of who has signed in"
            />
          </p>
          {problem && <Problem>{problem}</Problem>}
          <Button variant="default" fullWidth loading={busy} onClick={() => void takeOver()}>
            <FormattedMessage
              id="searches.takeOver"
              defaultMessage="{count, plural, one {Add it to your account} other {Add them to your account}}"
              values={{ count: inBrowser.items.length }}
            />
          </Button>
        </div>
      )}
      <SearchList
        {...props}
        searches={inAccount}
        where={
          <FormattedMessage
            id="searches.inAccount"
            defaultMessage="Only you see your saved searches, wherever you sign in."
          />
        }
      />
    </>
  );
}
