import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Modal, MultiSelect } from '@mantine/core';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { FormattedMessage, defineMessages, useIntl } from 'react-intl';
import { useChange } from '../../components/useChange';
import { graphql } from '../../gql';
import type { Assignee } from './Assignees';
import classes from './TaskCard.module.css';

const choicesQuery = graphql(`
  query AssignChoices($project: ID!, $search: String!) {
    project(id: $project) {
      id
      enforceAssignment
      teams {
        team {
          id
          number
          name
        }
      }
    }
    people(filter: { search: $search }, first: 8) {
      nodes {
        id
        osmId
        username
      }
    }
  }
`);

const assignTasks = graphql(`
  mutation AssignTasks($input: AssignTasksInput!) {
    assignTasks(input: $input) {
      ... on AssignTasksPayload {
        tasks {
          id
          number
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const unassignTasks = graphql(`
  mutation UnassignTasks($input: UnassignTasksInput!) {
    unassignTasks(input: $input) {
      ... on UnassignTasksPayload {
        tasks {
          id
          number
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

const messages = defineMessages({
  people: { id: 'assign.people', defaultMessage: 'People and teams' },
  find: { id: 'assign.find', defaultMessage: 'Type a name' },
  none: { id: 'assign.none', defaultMessage: 'Nobody of this name has signed in here yet.' },
  close: { id: 'taskCard.close', defaultMessage: 'Close' },
  teams: { id: 'assign.teams', defaultMessage: 'Teams of the project' },
  persons: { id: 'search.people', defaultMessage: 'People' },
});

type Props = {
  opened: boolean;
  onClose: () => void;
  project: { id: string; number: number };
  numbers: readonly number[];
  /** For whom the one task is meant so far; of several it is not known, and people are added. */
  before?: readonly Assignee[];
  onChanged: () => void;
};

const keyOf = ({ person, team }: Assignee) => (person ? `person ${person.osmId}` : `team ${team?.number}`);
const numbersOf = (keys: readonly string[], kind: 'person' | 'team') =>
  keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));

/** Chooses for whom tasks are meant. */
export default function AssignDialog({ opened, onClose, project, numbers, before = [], onChanged }: Props) {
  const intl = useIntl();
  const [chosen, setChosen] = useState(() => before.map(keyOf));
  const [names, setNames] = useState(
    () => new Map(before.map((each) => [keyOf(each), each.person?.username ?? each.team?.name ?? ''])),
  );
  const [typed, setTyped] = useState('');
  // Open while somebody is looked for: it lies over the buttons.
  const [open, setOpen] = useState(false);
  const [search] = useDebouncedValue(typed, 200);
  const { data } = useQuery(choicesQuery, { variables: { project: String(project.number), search }, skip: !opened });
  const [assign] = useMutation(assignTasks);
  const [unassign] = useMutation(unassignTasks);
  const { run, busy, problem } = useChange();

  const teams = (data?.project?.teams ?? []).map(({ team }) => ({ value: `team ${team.number}`, label: team.name }));
  const people = (data?.people?.nodes ?? []).map(({ osmId, username }) => ({
    value: `person ${osmId}`,
    label: username,
  }));
  // Chosen ones keep their names while another name is looked for.
  const listed = new Set([...teams, ...people].map(({ value }) => value));
  const kept = chosen.filter((key) => !listed.has(key)).map((key) => ({ value: key, label: names.get(key) ?? key }));

  const taskNumbers = [...numbers];
  const input = { projectId: project.id, taskNumbers };
  const several = numbers.length > 1;
  const change = async (all: boolean) => {
    const was = before.map(keyOf);
    const added = chosen.filter((key) => !was.includes(key));
    const removed = was.filter((key) => !chosen.includes(key));
    const sides = (keys: readonly string[]) => ({
      personIds: numbersOf(keys, 'person'),
      teamIds: numbersOf(keys, 'team'),
    });
    const done = await run(async () => {
      if (all) return (await unassign({ variables: { input } })).data?.unassignTasks;
      const off =
        removed.length > 0
          ? (await unassign({ variables: { input: { ...input, ...sides(removed) } } })).data?.unassignTasks
          : undefined;
      if (off && 'message' in off) return off;
      if (added.length === 0) return off ?? { __typename: 'AssignTasksPayload' };
      return (await assign({ variables: { input: { ...input, ...sides(added) } } })).data?.assignTasks;
    });
    if (!done) return;
    onChanged();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={
        <FormattedMessage
          id="assign.title"
          defaultMessage="{count, plural, one {Whom is task {number, number} meant for?} other {Whom are these # tasks meant for?}}"
          values={{ count: numbers.length, number: numbers[0] }}
        />
      }
      closeButtonProps={{ 'aria-label': intl.formatMessage(messages.close), size: 'lg' }}
    >
      <form
        className={classes.comment}
        onSubmit={(event) => {
          event.preventDefault();
          void change(false);
        }}
      >
        <MultiSelect
          data-autofocus
          label={intl.formatMessage(messages.people)}
          description={
            data?.project?.enforceAssignment ? (
              <FormattedMessage id="assign.only" defaultMessage="Nobody else can take the task in this project." />
            ) : (
              <FormattedMessage
                id="assign.alsoOthers"
                defaultMessage="The next task they ask for is one of theirs. Others can still take it."
              />
            )
          }
          placeholder={intl.formatMessage(messages.find)}
          data={[
            { group: intl.formatMessage(messages.teams), items: teams },
            { group: intl.formatMessage(messages.persons), items: [...kept, ...people] },
          ]}
          value={chosen}
          onChange={(next) => {
            setNames((known) => {
              const more = new Map(known);
              for (const { value, label } of [...teams, ...people]) if (next.includes(value)) more.set(value, label);
              return more;
            });
            setChosen(next);
            setOpen(false);
          }}
          searchable
          openOnFocus={false}
          dropdownOpened={open}
          onDropdownOpen={() => setOpen(true)}
          onDropdownClose={() => setOpen(false)}
          searchValue={typed}
          onSearchChange={setTyped}
          nothingFoundMessage={intl.formatMessage(messages.none)}
          maxValues={50}
          classNames={{ inputField: classes.bare }}
          comboboxProps={{ withinPortal: true }}
        />
        {problem && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
        <Button type="submit" loading={busy} disabled={several && chosen.length === 0}>
          <FormattedMessage id="assign.save" defaultMessage="Save" />
        </Button>
        {several && (
          <Button variant="subtle" disabled={busy} onClick={() => void change(true)}>
            <FormattedMessage id="assign.clear" defaultMessage="Meant for anybody" />
          </Button>
        )}
      </form>
    </Modal>
  );
}
