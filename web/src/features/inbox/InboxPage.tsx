import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { SignedInOnly } from '../../app/SignedInOnly';
import { EmptyState } from '../../components/EmptyState';
import { readFilters, writeFilters, type Filters } from './filters';
import classes from './InboxPage.module.css';
import { InboxList } from './InboxList';
import { MessagePane } from './MessagePane';
import { useDeletion } from './useDeletion';

export default function InboxPage() {
  const intl = useIntl();
  const inbox = intl.formatMessage({ id: 'page.inbox', defaultMessage: 'Inbox' });
  return (
    <SignedInOnly>
      <title>{intl.formatMessage({ id: 'page.tab', defaultMessage: '{page} · Taskgrid' }, { page: inbox })}</title>
      <Inbox />
    </SignedInOnly>
  );
}

/** The list beside the open message; on a phone one or the other. */
function Inbox() {
  const { number } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const filters = useMemo(() => readFilters(params), [params]);
  const open = number && /^\d{1,9}$/.test(number) ? Number(number) : null;

  const search = useCallback((of: Filters) => {
    const text = writeFilters(of).toString();
    return text ? `?${text}` : '';
  }, []);
  const change = (some: Partial<Filters>) =>
    void navigate({ pathname: '/inbox', search: search({ ...filters, ...some }) }, { replace: true });
  const deletion = useDeletion();
  /** The open message was deleted. */
  const close = () => void navigate({ pathname: '/inbox', search: search(filters) }, { replace: true });

  return (
    <div className={classes.page}>
      {!(isNarrow && open) && (
        <InboxList {...{ filters, change, open, deletion }} search={search(filters)} onGone={close} />
      )}
      {open ? (
        <MessagePane
          key={open}
          number={open}
          search={search(filters)}
          alone={isNarrow}
          onProject={(project) => change({ project })}
          onDelete={() => {
            deletion.remove([open]);
            close();
          }}
        />
      ) : (
        !isNarrow && (
          <div className={classes.pane}>
            <EmptyState
              title={<FormattedMessage id="inbox.choose" defaultMessage="Choose a message to read it" />}
              text={
                <FormattedMessage
                  id="inbox.chooseText"
                  defaultMessage="With the keyboard: arrow keys or J and K go from message to message, Enter opens, X selects, # deletes."
                />
              }
            />
          </div>
        )
      )}
    </div>
  );
}
