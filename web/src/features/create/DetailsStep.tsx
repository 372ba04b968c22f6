import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { difficultyWords, priorityWords, typeWords } from '../../components/projectWords';
import type { MappingType, ProjectDifficulty, ProjectPriority } from '../../gql/graphql';
import classes from './DetailsStep.module.css';
import type { Draft, NeededText } from './draft';
import { OrganisationField, type Choice } from './OrganisationField';
import type { ChangeDraft } from './useDraft';
import { textWords } from './words';

const types: readonly MappingType[] = ['BUILDINGS', 'ROADS', 'WATERWAYS', 'LAND_USE', 'OTHER'];
const difficulties: readonly ProjectDifficulty[] = ['EASY', 'MODERATE', 'CHALLENGING'];
const priorities: readonly ProjectPriority[] = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'];

type Props = {
  draft: Draft;
  change: ChangeDraft;
  organisations: Choice[];
  mayCreateOrganisation: boolean;
  onOrganisationCreated: () => Promise<unknown>;
};

export function DetailsStep({ draft, change, organisations, mayCreateOrganisation, onOrganisationCreated }: Props) {
  const intl = useIntl();
  // The name is asked for only once the field was left empty, never while someone types.
  const [left, setLeft] = useState(false);
  const label = (text: NeededText, optional = false): ReactNode => (
    <>
      {intl.formatMessage(textWords[text])}
      {optional && (
        <span className={classes.optional}>
          {' '}
          <FormattedMessage id="create.laterNeeded" defaultMessage="(needed to publish)" />
        </span>
      )}
    </>
  );
  const settled = draft.created !== null;
  return (
    <>
      {!settled && (
        <OrganisationField
          choices={organisations}
          value={draft.organisationId}
          mayCreate={mayCreateOrganisation}
          onChange={(organisationId) => change({ organisationId })}
          onCreated={onOrganisationCreated}
        />
      )}
      <TextInput
        label={label('name')}
        description={
          <FormattedMessage id="create.name.hint" defaultMessage="Place and purpose: “Beira: drainage and streets”" />
        }
        value={draft.name}
        maxLength={130}
        required
        withAsterisk={false}
        onChange={(event) => change({ name: event.currentTarget.value })}
        onBlur={() => setLeft(true)}
        error={
          left && draft.name.trim() === '' ? (
            <FormattedMessage id="create.name.missing" defaultMessage="Give the project a name." />
          ) : undefined
        }
      />
      <TextInput
        label={label('shortDescription', true)}
        description={
          <FormattedMessage id="create.short.hint" defaultMessage="One sentence for the lists of projects" />
        }
        value={draft.shortDescription}
        maxLength={300}
        onChange={(event) => change({ shortDescription: event.currentTarget.value })}
      />
      <Textarea
        label={label('description', true)}
        description={
          <FormattedMessage
            id="create.description.hint"
            defaultMessage="Why this area needs a map, and who will use it"
          />
        }
        value={draft.description}
        autosize
        minRows={3}
        maxRows={10}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Textarea
        label={label('instructions', true)}
        description={
          <FormattedMessage
            id="create.instructions.hint"
            defaultMessage="Mappers read this beside the editor. Markdown works: # heading, - list, **bold**."
          />
        }
        value={draft.instructions}
        autosize
        minRows={5}
        maxRows={16}
        onChange={(event) => change({ instructions: event.currentTarget.value })}
      />
      {!settled && (
        <>
          <fieldset className={classes.group}>
            <legend>
              <FormattedMessage id="create.types" defaultMessage="What to map" />
            </legend>
            <div className={classes.chips}>
              {types.map((type) => {
                const chosen = draft.mappingTypes.includes(type);
                return (
                  <button
                    key={type}
                    type="button"
                    className={classes.chip}
                    aria-pressed={chosen}
                    onClick={() =>
                      change({
                        mappingTypes: chosen
                          ? draft.mappingTypes.filter((each) => each !== type)
                          : [...draft.mappingTypes, type],
                      })
                    }
                  >
                    {intl.formatMessage(typeWords[type])}
                  </button>
                );
              })}
            </div>
          </fieldset>
          <NativeSelect
            label={<FormattedMessage id="create.difficulty" defaultMessage="Difficulty" />}
            value={draft.difficulty}
            onChange={(event) => change({ difficulty: event.currentTarget.value as ProjectDifficulty })}
            data={difficulties.map((value) => ({ value, label: intl.formatMessage(difficultyWords[value]) }))}
          />
          <NativeSelect
            label={<FormattedMessage id="create.priority" defaultMessage="Priority" />}
            value={draft.priority}
            onChange={(event) => change({ priority: event.currentTarget.value as ProjectPriority })}
            data={priorities.map((value) => ({ value, label: intl.formatMessage(priorityWords[value]) }))}
          />
          <TextInput
            label={
              <>
                <FormattedMessage id="create.imagery" defaultMessage="Imagery" />{' '}
                <span className={classes.optional}>
                  <FormattedMessage id="create.optional" defaultMessage="(optional)" />
                </span>
              </>
            }
            description={
              <FormattedMessage
                id="create.imagery.hint"
                defaultMessage="Name of a layer the editors know, say Bing, or the address of tiles (TMS)"
              />
            }
            value={draft.imagery}
            maxLength={1000}
            dir="ltr"
            onChange={(event) => change({ imagery: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
