import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Link } from 'react-router';
import { announce } from '../../app/announce';
import { Page } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { useChange, type Outcome } from '../../components/useChange';
import { LineSkeleton, Waiting } from '../../components/Waiting';

const titles = defineMessages({
  EXPIRED_TOKEN: { id: 'mailLink.old', defaultMessage: 'This link is too old' },
  INVALID_EMAIL: { id: 'mailLink.otherAddress', defaultMessage: 'This link is for another address' },
  BAD_SIGNATURE: { id: 'mailLink.notWhole', defaultMessage: 'This link is not whole' },
});
const texts = defineMessages({
  EXPIRED_TOKEN: {
    id: 'mailLink.oldText',
    defaultMessage:
      'It counts for a day. Your settings say whether your address is confirmed already; if it is not, have a new link sent there.',
  },
  INVALID_EMAIL: {
    id: 'mailLink.otherAddressText',
    defaultMessage:
      'Your settings have another address by now, or none. Use the link in the newest mail, or have a new one sent in your settings.',
  },
  BAD_SIGNATURE: {
    id: 'mailLink.notWholeText',
    defaultMessage: 'Copy all of it from the mail, or do it in your settings instead.',
  },
});

/** A link of a mail that does nothing (any more): why, and where the same is done. */
export function UnusableLink({ code, settings }: { code: string; settings: string }) {
  const intl = useIntl();
  const why = code in titles ? (code as keyof typeof titles) : 'BAD_SIGNATURE';
  return (
    <Page width="reading" title={intl.formatMessage(titles[why])} lead={<FormattedMessage {...texts[why]} />}>
      <Button component={Link} to={settings}>
        <FormattedMessage id="mailLink.settings" defaultMessage="Open your settings" />
      </Button>
    </Page>
  );
}

/** It is not known yet what a link is about. */
export const WaitingLink = () => (
  <Page width="reading" title={<LineSkeleton width={280} height={28} />}>
    <Waiting>
      <LineSkeleton width="60%" />
      <LineSkeleton width={140} height={40} />
    </Waiting>
  </Page>
);

/** What a link asked for is done. */
export const LinkDone = ({ title, text }: { title: MessageDescriptor; text: ReactNode }) => (
  <Page width="reading" title={useIntl().formatMessage(title)} lead={text}>
    <Button component={Link} to="/settings/notifications" variant="default">
      <FormattedMessage id="mailLink.choose" defaultMessage="Choose what is mailed to you" />
    </Button>
  </Page>
);

type OnePressProps = { verb: ReactNode; change: () => Promise<Outcome>; done: MessageDescriptor };

/** The press that a change needs: programs that look for malware open links too. `done` is said to screen readers. */
export function OnePress({ verb, change, done }: OnePressProps) {
  const intl = useIntl();
  const { run, busy, problem } = useChange();
  return (
    <>
      <Button
        h={44}
        loading={busy}
        onClick={async () => {
          if (await run(change)) announce(intl.formatMessage(done));
        }}
      >
        {verb}
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
