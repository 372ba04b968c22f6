import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { Donut } from '../../components/charts/Donut';
import { stateMessages } from '../../map/stateMessages';
import type { TaskState } from '../../map/states';
import type { StateCounts } from '../../map/taskStateStore';

const ORDER: readonly TaskState[] = [
  'VALIDATED',
  'LOCKED_FOR_VALIDATION',
  'MAPPED',
  'INVALIDATED',
  'LOCKED_FOR_MAPPING',
  'READY',
  'BADIMAGERY',
];

/** How many tasks are in each state, as a ring in the colours of the map. */
export function ProjectStates({ project, counts }: { project: string; counts: StateCounts }) {
  const intl = useIntl();
  const states = ORDER.map((state) => ({
    state,
    name: intl.formatMessage(stateMessages[state]),
    value: counts[state],
  }));
  const tasks = intl.formatMessage({ id: 'projectPanel.tasks', defaultMessage: 'Tasks' });
  const title = intl.formatMessage({ id: 'projectStats.states', defaultMessage: 'Tasks by state' });
  return (
    <ChartFigure
      title={title}
      columns={[title, tasks]}
      rows={states.map(({ name, value }) => [name, <FormattedNumber value={value} />])}
      csv={{
        name: `project-${project}-states`,
        rows: [[title, tasks], ...states.map(({ name, value }) => [name, value])],
      }}
      interactive
    >
      <Donut
        pieces={states.map(({ state, name, value }) => ({ key: state, state, label: name, value }))}
        unit={
          <FormattedMessage
            id="projectStats.unit"
            defaultMessage="{count, plural, one {task} other {tasks}}"
            values={{ count: counts.total }}
          />
        }
      />
    </ChartFigure>
  );
}
