import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { Badge } from '../../components/Badge';
import { ConfirmButton } from '../../components/ConfirmButton';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { TimeAgo } from '../../components/TimeAgo';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { KeyForm, scopeWords } from './KeyForm';
import classes from './Settings.module.css';

const keysQuery = graphql(`
  query ApiKeys {
    viewer {
      apiKeys {
        id
        name
        prefix
        scope
        created
        expiresAt
        lastUsed
      }
    }
  }
`);

const revokeMutation = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      ... on RevokeApiKeyPayload {
        apiKey {
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

/** Keys with which programs act for the person: made, shown once, listed and ended. */
export function ApiKeys() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(keysQuery, { fetchPolicy: 'cache-and-network' });
  const [revoke] = useMutation(revokeMutation);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const keys = data?.viewer?.apiKeys;
  return (
    <Section
      title={<FormattedMessage id="apiKeys.title" defaultMessage="Keys for apps and scripts" />}
      text={
        <FormattedMessage
          id="apiKeys.text"
          defaultMessage="With a key a program reads or works in your name. Give it no more than it needs, and end it when you no longer use it."
        />
      }
      action={
        !adding && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setMade(null);
              setAdding(true);
            }}
          >
            <FormattedMessage id="apiKeys.new" defaultMessage="New key" />
          </Button>
        )
      }
    >
      {made && <NewKey value={made} onDone={() => setMade(null)} />}
      {adding && (
        <KeyForm
          onCancel={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
            void refetch();
          }}
        />
      )}
      {!keys && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!keys && !error && (
        <Waiting>
          <LineSkeleton width="100%" height={44} />
        </Waiting>
      )}
      {keys?.length === 0 && !adding && !made && (
        <p className={classes.hint}>
          <FormattedMessage id="apiKeys.none" defaultMessage="You have no key. Most people never need one." />
        </p>
      )}
      {keys && keys.length > 0 && (
        <ul className={classes.list} style={{ marginTop: adding || made ? 16 : 0 }}>
          {keys.map((key) => (
            <li key={key.id} className={classes.item}>
              <div className={classes.itemWords}>
                <h3>
                  <bdi>{key.name}</bdi>
                  <Badge>{intl.formatMessage(scopeWords[key.scope])}</Badge>
                </h3>
                <p className={classes.facts}>
                  <code dir="ltr">{key.prefix}…</code>
                  <span>
                    {key.lastUsed ? (
                      <FormattedMessage
                        id="sessions.used"
                        defaultMessage="Last used {when}"
                        values={{ when: <TimeAgo at={key.lastUsed} /> }}
                      />
                    ) : (
                      <FormattedMessage id="apiKeys.unused" defaultMessage="Never used" />
                    )}
                  </span>
                  <span>
                    <FormattedMessage
                      id="apiKeys.until"
                      defaultMessage="Ends on {day}"
                      values={{ day: <FormattedDate value={key.expiresAt} dateStyle="medium" /> }}
                    />
                  </span>
                </p>
              </div>
              <ConfirmButton
                size="xs"
                title={
                  <FormattedMessage
                    id="apiKeys.endTitle"
                    defaultMessage="End the key “{name}”?"
                    values={{ name: key.name }}
                  />
                }
                text={
                  <FormattedMessage
                    id="apiKeys.endText"
                    defaultMessage="Programs that use it are refused from now on. It cannot be brought back."
                  />
                }
                verb={<FormattedMessage id="apiKeys.end" defaultMessage="End key" />}
                change={async () => {
                  const { data: answer } = await revoke({ variables: { input: { apiKeyId: key.id } } });
                  await refetch();
                  return answer?.revokeApiKey;
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The key itself: it is shown this once. */
function NewKey({ value, onDone }: { value: string; onDone: () => void }) {
  const intl = useIntl();
  return (
    <div className={classes.made} role="status">
      <h3>
        <FormattedMessage id="apiKeys.made" defaultMessage="Copy your key now. It is shown only this once." />
      </h3>
      <div className={classes.key}>
        <code dir="ltr">{value}</code>
        <CopyButton value={value} timeout={3_000}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={
                copied
                  ? intl.formatMessage({ id: 'apiKeys.copied', defaultMessage: 'Copied' })
                  : intl.formatMessage({ id: 'apiKeys.copy', defaultMessage: 'Copy the key' })
              }
              onClick={copy}
            >
              {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
            </ActionIcon>
          )}
        </CopyButton>
      </div>
      <Button size="xs" variant="default" onClick={onDone}>
        <FormattedMessage id="apiKeys.kept" defaultMessage="I have kept it" />
      </Button>
    </div>
  );
}
