import { useMutation } from '@apollo/client/react';
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { ApiKeyScope } from '../../gql/graphql';
import classes from './Settings.module.css';

const createMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      ... on CreateApiKeyPayload {
        key
      }
      ... on InvalidInput {
        issues {
          path
          message
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export const scopeWords = defineMessages({
  READ: { id: 'apiKeys.read', defaultMessage: 'Read' },
  MAP: { id: 'apiKeys.map', defaultMessage: 'Read and map' },
  MANAGE: { id: 'apiKeys.manage', defaultMessage: 'All you may do' },
});
const scopeHints = defineMessages({
  READ: { id: 'apiKeys.readHint', defaultMessage: 'Sees what you see, and changes nothing.' },
  MAP: { id: 'apiKeys.mapHint', defaultMessage: 'Also takes tasks, maps and validates them, and writes comments.' },
  MANAGE: {
    id: 'apiKeys.manageHint',
    defaultMessage: 'Also manages what you manage. Never your profile, your devices or other keys.',
  },
});

/** Days that a key lasts at most. */
const MOST_DAYS = 366;
const dayIn = (days: number) => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};

type Props = { onCancel: () => void; onMade: (key: string) => void };

/** What a new key is for, what it may do, and when it ends. */
export function KeyForm({ onCancel, onMade }: Props) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiKeyScope>('READ');
  const [until, setUntil] = useState(() => dayIn(90));
  const [refused, setRefused] = useState<Partial<Record<string, string>>>({});
  const [create] = useMutation(createMutation);
  const { run, busy, problem } = useChange();

  const submit = () =>
    run(async () => {
      setRefused({});
      // It lasts to the end of the day that was chosen.
      const expiresAt = new Date(`${until}T23:59:59`).toISOString();
      const result = (await create({ variables: { input: { name: name.trim(), scope, expiresAt } } })).data
        ?.createApiKey;
      if (result?.__typename === 'CreateApiKeyPayload') onMade(result.key);
      if (result?.__typename === 'InvalidInput')
        setRefused(Object.fromEntries(result.issues.map(({ path, message }) => [path[0] ?? '', message])));
      return result;
    });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        label={<FormattedMessage id="apiKeys.name" defaultMessage="What the key is for" />}
        description={
          <FormattedMessage id="apiKeys.nameHint" defaultMessage="To recognise it by, such as the name of the app" />
        }
        value={name}
        maxLength={100}
        error={refused.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={<FormattedMessage id="apiKeys.scope" defaultMessage="What it may do" />}
        value={scope}
        onChange={(value) => setScope(value as ApiKeyScope)}
      >
        <div className={classes.options} style={{ marginTop: 6 }}>
          {(Object.keys(scopeWords) as ApiKeyScope[]).map((each) => (
            <Radio
              key={each}
              value={each}
              label={intl.formatMessage(scopeWords[each])}
              description={intl.formatMessage(scopeHints[each])}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        type="date"
        label={<FormattedMessage id="apiKeys.end.label" defaultMessage="Last day" />}
        description={<FormattedMessage id="apiKeys.end.hint" defaultMessage="At most a year from now" />}
        value={until}
        min={dayIn(0)}
        max={dayIn(MOST_DAYS - 1)}
        required
        withAsterisk={false}
        error={refused.expiresAt}
        style={{ maxWidth: 220 }}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Problem>{problem}</Problem>
      <div className={classes.formRow}>
        <Button type="submit" loading={busy} disabled={!name.trim() || !until}>
          <FormattedMessage id="apiKeys.create" defaultMessage="Create key" />
        </Button>
        <Button variant="default" onClick={onCancel}>
          <FormattedMessage id="confirm.cancel" defaultMessage="Cancel" />
        </Button>
      </div>
    </form>
  );
}
