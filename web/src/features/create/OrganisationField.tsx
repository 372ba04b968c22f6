import { useMutation } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import classes from './DetailsStep.module.css';
import problemClasses from './Problem.module.css';

const createOrganisationMutation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      ... on CreateOrganisationPayload {
        organisation {
          id
          number
          name
        }
      }
      ... on Error {
        message
        code
      }
    }
  }
`);

export type Choice = { id: string; name: string };

type Props = {
  choices: Choice[];
  value: string | null;
  mayCreate: boolean;
  onChange: (id: string) => void;
  /** A new one is there: the list of choices is to be read again. */
  onCreated: () => Promise<unknown>;
};

/** Who the project is for; where there is none yet, and the person may, a small form to found one. */
export function OrganisationField({ choices, value, mayCreate, onChange, onCreated }: Props) {
  const [founding, setFounding] = useState(false);
  const intl = useIntl();
  if (choices.length === 0 && !mayCreate) {
    return (
      <p className={problemClasses.note}>
        <FormattedMessage
          id="create.organisation.none"
          defaultMessage="A project belongs to an organisation, and you manage none yet. Ask the manager of your organisation to add you."
        />
      </p>
    );
  }
  if (choices.length === 0 || founding) {
    return (
      <NewOrganisation
        first={choices.length === 0}
        onCancel={() => setFounding(false)}
        onDone={async (id) => {
          await onCreated();
          onChange(id);
          setFounding(false);
        }}
      />
    );
  }
  return (
    <div>
      <NativeSelect
        label={<FormattedMessage id="create.organisation" defaultMessage="Organisation" />}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          {
            value: '',
            label: intl.formatMessage({ id: 'create.organisation.choose', defaultMessage: 'Choose one' }),
            disabled: true,
          },
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
        withAsterisk={false}
      />
      {mayCreate && (
        <button type="button" className={classes.link} onClick={() => setFounding(true)}>
          <FormattedMessage id="create.organisation.other" defaultMessage="Create another organisation" />
        </button>
      )}
    </div>
  );
}

type NewProps = { first: boolean; onCancel: () => void; onDone: (id: string) => Promise<void> };

function NewOrganisation({ first, onCancel, onDone }: NewProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [create, { loading }] = useMutation(createOrganisationMutation);
  const intl = useIntl();

  const submit = async () => {
    setProblem(null);
    const unanswered = intl.formatMessage({
      id: 'create.organisation.failed',
      defaultMessage: 'The organisation was not created, because the server did not answer. Try again',
    });
    try {
      const { data } = await create({ variables: { input: { name: name.trim() } } });
      const result = data?.createOrganisation;
      if (result?.__typename === 'CreateOrganisationPayload') await onDone(result.organisation.id);
      else setProblem(result?.message ?? unanswered);
    } catch {
      setProblem(unanswered);
    }
  };
  return (
    <div className={classes.inline}>
      {first && (
        <p>
          <FormattedMessage
            id="create.organisation.first"
            defaultMessage="A project belongs to an organisation. There is none yet that you manage: create one here."
          />
        </p>
      )}
      <TextInput
        label={<FormattedMessage id="create.organisation.name" defaultMessage="Name of the organisation" />}
        value={name}
        error={problem}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && name.trim()) void submit();
        }}
      />
      <div className={classes.chips}>
        <Button size="xs" loading={loading} disabled={!name.trim()} onClick={() => void submit()}>
          <FormattedMessage id="create.organisation.create" defaultMessage="Create organisation" />
        </Button>
        {!first && (
          <Button size="xs" variant="default" onClick={onCancel}>
            <FormattedMessage id="create.organisation.cancel" defaultMessage="Choose one instead" />
          </Button>
        )}
      </div>
    </div>
  );
}
