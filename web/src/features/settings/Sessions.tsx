import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Badge } from '../../components/Badge';
import { ConfirmButton } from '../../components/ConfirmButton';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { TimeAgo } from '../../components/TimeAgo';
import { useChange } from '../../components/useChange';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { deviceName } from './device';
import classes from './Settings.module.css';

const sessionsQuery = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        created
        lastSeen
        userAgent
        current
      }
    }
  }
`);

const revokeMutation = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      ... on RevokeSessionPayload {
        session {
          id
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

const FEW = 5;

/** Where the person is signed in; all but this one can be ended. */
export function Sessions() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(sessionsQuery, { fetchPolicy: 'cache-and-network' });
  const [revoke] = useMutation(revokeMutation);
  const { run, busy, problem } = useChange();
  const sessions = data?.viewer?.sessions;
  const others = sessions?.filter(({ current }) => !current) ?? [];
  const here = sessions?.filter(({ current }) => current) ?? [];
  const [all, setAll] = useState(false);
  const shown = all ? [...here, ...others] : [...here, ...others].slice(0, FEW);

  const end = async (ids: string[]) => {
    let outcome;
    for (const sessionId of ids) {
      outcome = (await revoke({ variables: { input: { sessionId } } })).data?.revokeSession;
      if (outcome?.__typename !== 'RevokeSessionPayload') break;
    }
    await refetch();
    return outcome;
  };
  return (
    <Section
      title={<FormattedMessage id="sessions.title" defaultMessage="Where you are signed in" />}
      action={
        others.length > 1 && (
          <ConfirmButton
            size="xs"
            title={
              <FormattedMessage
                id="sessions.endAllTitle"
                defaultMessage="Sign out on {count, plural, one {# other device} other {# other devices}}?"
                values={{ count: others.length }}
              />
            }
            text={
              <FormattedMessage
                id="sessions.endAllText"
                defaultMessage="You stay signed in here. On the others you sign in anew."
              />
            }
            verb={<FormattedMessage id="sessions.endAll" defaultMessage="Sign out everywhere else" />}
            change={() => end(others.map(({ id }) => id))}
          />
        )
      }
    >
      <Problem>{problem}</Problem>
      {!sessions && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!sessions && !error && (
        <Waiting>
          <LineSkeleton width="100%" height={44} />
        </Waiting>
      )}
      {sessions && (
        <ul className={classes.list}>
          {shown.map((session) => {
            const name =
              deviceName(session.userAgent) ??
              intl.formatMessage({ id: 'sessions.unknown', defaultMessage: 'A device that did not say its name' });
            return (
              <li key={session.id} className={classes.item}>
                <div className={classes.itemWords}>
                  <h3>
                    <bdi>{name}</bdi>
                    {session.current && (
                      <Badge>
                        <FormattedMessage id="sessions.here" defaultMessage="This device" />
                      </Badge>
                    )}
                  </h3>
                  <p className={classes.facts}>
                    <span>
                      <FormattedMessage
                        id="sessions.used"
                        defaultMessage="Last used {when}"
                        values={{ when: <TimeAgo at={session.lastSeen} /> }}
                      />
                    </span>
                    <span>
                      <FormattedMessage
                        id="sessions.since"
                        defaultMessage="Signed in on {day}"
                        values={{ day: <FormattedDate value={session.created} dateStyle="medium" /> }}
                      />
                    </span>
                  </p>
                </div>
                {!session.current && (
                  <Button
                    size="xs"
                    variant="default"
                    disabled={busy}
                    aria-label={intl.formatMessage(
                      { id: 'sessions.endOne', defaultMessage: 'Sign out: {device}' },
                      { device: name },
                    )}
                    onClick={() => void run(() => end([session.id]))}
                  >
                    <FormattedMessage id="account.signOut" defaultMessage="Sign out" />
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {sessions && sessions.length > shown.length && (
        <Button variant="subtle" size="xs" mt={8} onClick={() => setAll(true)}>
          <FormattedMessage
            id="taskCard.showAll"
            defaultMessage="Show all {count, number}"
            values={{ count: sessions.length }}
          />
        </Button>
      )}
    </Section>
  );
}
