import { useMutation } from '@apollo/client/react';
import { Chip, Group } from '@mantine/core';
import '@mantine/core/styles/Chip.layer.css';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Section } from '../../components/Page';
import { graphql } from '../../gql';
import classes from './WelcomePage.module.css';

const setMyInterests = graphql(`
  mutation WelcomeInterests($input: SetMyInterestsInput!) {
    setMyInterests(input: $input) {
      ... on SetMyInterestsPayload {
        viewer {
          interests {
            id
            number
            name
          }
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

type Interest = { id: string; number: number; name: string };
type Props = { all: readonly Interest[]; chosen: readonly Interest[]; onSaved: () => void };

/** Each choice is kept at once, and brings other suggestions. */
export function Interests({ all, chosen, onSaved }: Props) {
  const [save] = useMutation(setMyInterests);
  const [picked, setPicked] = useState<readonly string[]>(chosen.map(({ id }) => id));
  const [saved, setSaved] = useState<'no' | 'yes' | { problem?: string }>('no');

  const pick = async (ids: string[]) => {
    setPicked(ids);
    setSaved('no');
    const answer = await save({ variables: { input: { interestIds: ids } } }).catch(() => undefined);
    const result = answer?.data?.setMyInterests;
    if (result?.__typename !== 'SetMyInterestsPayload') {
      setSaved({ problem: result?.message });
      return;
    }
    setSaved('yes');
    onSaved();
  };

  return (
    <Section
      title={<FormattedMessage id="welcome.interests" defaultMessage="What do you want to map for?" />}
      text={<FormattedMessage id="welcome.interests.text" defaultMessage="Choose as many as you like." />}
    >
      <Chip.Group multiple value={[...picked]} onChange={(ids) => void pick(ids)}>
        <Group gap={8}>
          {all.map(({ id, name }) => (
            <Chip key={id} value={id} size="md" variant="outline" classNames={{ label: classes.chip }}>
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <p className={classes.saved} role="status">
        {saved === 'yes' && (
          <FormattedMessage id="welcome.interests.saved" defaultMessage="Kept. The projects below follow it." />
        )}
        {typeof saved === 'object' &&
          (saved.problem ?? (
            <FormattedMessage
              id="welcome.interests.failed"
              defaultMessage="That was not kept. Check your connection, then choose again."
            />
          ))}
      </p>
    </Section>
  );
}
