import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { startAfresh } from '../../app/apollo';
import { Section } from '../../components/Page';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import classes from './Settings.module.css';

const mayDeleteQuery = graphql(`
  query MayDeleteAccount {
    viewer {
      person {
        id
        username
        viewerCanDelete {
          allowed
          message
        }
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      ... on DeleteAccountPayload {
        person {
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

/** Ends the account for good, once the person has typed its name. */
export function DeleteAccount() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { data } = useQuery(mayDeleteQuery);
  const [remove] = useMutation(deleteMutation);
  const { run, busy, problem, forget } = useChange();
  const [opened, { open, close }] = useDisclosure();
  const [typed, setTyped] = useState('');
  const person = data?.viewer?.person;
  if (!person) return null;
  const { allowed, message } = person.viewerCanDelete;

  const end = async () => {
    const variables = { input: { personId: person.id } };
    if (!(await run(async () => (await remove({ variables })).data?.deleteAccount))) return;
    // The session is over: what could not be read anew is read by the next page.
    await startAfresh().catch(() => undefined);
    await navigate('/');
  };
  const verb = <FormattedMessage id="deleteAccount.verb" defaultMessage="Delete my account" />;
  return (
    <Section
      title={<FormattedMessage id="deleteAccount.title" defaultMessage="Delete your account" />}
      text={
        <FormattedMessage
          id="deleteAccount.text"
          defaultMessage="Your name, settings, messages and comments are deleted here for good. What you mapped stays in OpenStreetMap, and your account there stays as it is."
        />
      }
    >
      {allowed ? (
        <Button variant="default" className={classes.danger} onClick={open}>
          {verb}
        </Button>
      ) : (
        <p className={classes.hint}>{message}</p>
      )}
      <Modal
        opened={opened}
        onClose={() => {
          forget();
          setTyped('');
          close();
        }}
        title={
          <FormattedMessage
            id="deleteAccount.ask"
            defaultMessage="Delete the account of {name}?"
            values={{ name: <bdi>{person.username}</bdi> }}
          />
        }
        centered
        closeButtonProps={{
          'aria-label': intl.formatMessage({ id: 'taskCard.close', defaultMessage: 'Close' }),
          size: 'lg',
        }}
      >
        <ul className={classes.points}>
          <li>
            <FormattedMessage
              id="deleteAccount.gone"
              defaultMessage="Profile, settings, messages, devices and keys are deleted."
            />
          </li>
          <li>
            <FormattedMessage
              id="deleteAccount.stays"
              defaultMessage="Your tasks stay in the projects, without your name."
            />
          </li>
          <li>
            <FormattedMessage id="deleteAccount.noUndo" defaultMessage="Nobody can undo this." />
          </li>
        </ul>
        <TextInput
          className={classes.confirmName}
          label={
            <FormattedMessage
              id="deleteAccount.type"
              defaultMessage="Type {name} to go on"
              values={{ name: <bdi>{person.username}</bdi> }}
            />
          }
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Problem>{problem}</Problem>
        <Button
          color="red"
          fullWidth
          loading={busy}
          disabled={typed.trim() !== person.username}
          onClick={() => void end()}
        >
          {verb}
        </Button>
      </Modal>
    </Section>
  );
}
