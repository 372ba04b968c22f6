import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { Html } from '../../components/Html';
import { Problem } from '../../components/Problem';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';

export const licenceFragment = graphql(`
  fragment LicenceToAccept on License {
    id
    name
    plainTextHtml
  }
`);

const acceptMutation = graphql(`
  mutation AcceptLicence($input: AcceptLicenseInput!) {
    acceptLicense(input: $input) {
      ... on AcceptLicensePayload {
        license {
          id
          viewerAccepted
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const messages = defineMessages({ close: { id: 'taskCard.close', defaultMessage: 'Close' } });

/** The terms that a project asks for, to be read and accepted once; then what was not allowed for want of it is. */
export function AcceptLicence({ licence: from }: { licence: FragmentType<typeof licenceFragment> }) {
  const intl = useIntl();
  const { data: licence, complete } = useFragment({ fragment: licenceFragment, from });
  const [opened, setOpened] = useState(false);
  const [accept] = useMutation(acceptMutation, { refetchQueries: 'active', awaitRefetchQueries: true });
  const { run, busy, problem } = useChange();
  if (!complete) return null;
  const confirm = () =>
    run(async () => (await accept({ variables: { input: { licenseId: licence.id } } })).data?.acceptLicense);
  return (
    <>
      <Button size="xs" mt="xs" onClick={() => setOpened(true)}>
        <FormattedMessage id="licence.read" defaultMessage="Read and accept the licence" />
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={licence.name}
        size="lg"
        centered
        closeButtonProps={{ 'aria-label': intl.formatMessage(messages.close) }}
      >
        <Html html={licence.plainTextHtml} />
        <Problem>{problem}</Problem>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setOpened(false)}>
            <FormattedMessage id="confirm.cancel" defaultMessage="Cancel" />
          </Button>
          <Button loading={busy} onClick={() => void confirm()}>
            <FormattedMessage id="licence.accept" defaultMessage="Accept the licence" />
          </Button>
        </Group>
      </Modal>
    </>
  );
}
