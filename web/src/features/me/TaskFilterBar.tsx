import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql';
import { stateMessages } from '../../map/stateMessages';
import { Swatch } from '../../map/Swatch';
import { ORDERS, RESULTS, type TaskFilters } from './taskFilters';
import classes from './TaskFilterBar.module.css';

const words = defineMessages({
  results: { id: 'myTasks.results', defaultMessage: 'What you made of them' },
  INVALIDATED: { id: 'myTasks.sentBack', defaultMessage: 'Sent back by you' },
  project: { id: 'page.project', defaultMessage: 'Project' },
  allProjects: { id: 'myTasks.allProjects', defaultMessage: 'All projects' },
  from: { id: 'myTasks.from', defaultMessage: 'From' },
  to: { id: 'myTasks.to', defaultMessage: 'To' },
  order: { id: 'taskList.order', defaultMessage: 'Order of the tasks' },
  LATEST: { id: 'order.newest', defaultMessage: 'Newest first' },
  EARLIEST: { id: 'order.oldest', defaultMessage: 'Oldest first' },
  HIGHEST_PROJECT: { id: 'myTasks.newestProject', defaultMessage: 'Newest project first' },
  LOWEST_PROJECT: { id: 'myTasks.oldestProject', defaultMessage: 'Oldest project first' },
});

const myProjectsQuery = graphql(`
  query MyProjectNames {
    viewer {
      person {
        id
        statistics {
          projects(first: 200) {
            project {
              id
              number
              name
            }
          }
        }
      }
    }
  }
`);

type Props = { filters: TaskFilters; change: (some: Partial<TaskFilters>) => void };

/** Which of the person's tasks: by what they made of them, project and days; and in which order. */
export function TaskFilterBar({ filters, change }: Props) {
  const intl = useIntl();
  const { data } = useQuery(myProjectsQuery);
  const projects = (data?.viewer?.person.statistics.projects ?? []).map(({ project }) => ({
    value: String(project.number),
    label: project.name,
  }));
  // A project of the address that is not among them, because nothing was finished there, is still named.
  if (filters.project && !projects.some(({ value }) => value === filters.project))
    projects.push({ value: filters.project, label: `#${filters.project}` });
  return (
    <div className={classes.bar}>
      <div className={classes.chips} role="group" aria-label={intl.formatMessage(words.results)}>
        <button type="button" aria-pressed={filters.result === null} onClick={() => change({ result: null })}>
          <FormattedMessage id="taskList.all" defaultMessage="All" />
        </button>
        {RESULTS.map((result) => (
          <button
            key={result}
            type="button"
            aria-pressed={filters.result === result}
            onClick={() => change({ result: filters.result === result ? null : result })}
          >
            <Swatch state={result} />
            {result === 'INVALIDATED'
              ? intl.formatMessage(words.INVALIDATED)
              : intl.formatMessage(stateMessages[result])}
          </button>
        ))}
      </div>
      <div className={classes.fields}>
        <NativeSelect
          label={intl.formatMessage(words.project)}
          value={filters.project ?? ''}
          data={[{ value: '', label: intl.formatMessage(words.allProjects) }, ...projects]}
          onChange={({ currentTarget }) => change({ project: currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={intl.formatMessage(words.from)}
          value={filters.from ?? ''}
          max={filters.to ?? undefined}
          onChange={({ currentTarget }) => change({ from: currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={intl.formatMessage(words.to)}
          value={filters.to ?? ''}
          min={filters.from ?? undefined}
          onChange={({ currentTarget }) => change({ to: currentTarget.value || null })}
        />
        <NativeSelect
          label={intl.formatMessage(words.order)}
          value={filters.orderBy}
          data={ORDERS.map((value) => ({ value, label: intl.formatMessage(words[value]) }))}
          onChange={({ currentTarget }) => change({ orderBy: currentTarget.value as TaskFilters['orderBy'] })}
        />
      </div>
    </div>
  );
}
