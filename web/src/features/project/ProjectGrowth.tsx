import { FormattedDate, FormattedMessage, FormattedNumber, defineMessages, useIntl } from 'react-intl';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { stateMessages } from '../../map/stateMessages';
import { useTimeline } from './ProjectTimeline';
import { part } from '../../app/part';

const TimeLines = part(() => import('../../components/charts/TimeLines'));

const messages = defineMessages({
  day: { id: 'overTime.day', defaultMessage: 'Day' },
  all: { id: 'growth.all', defaultMessage: 'All tasks' },
});

const dayBefore = (day: string) => ({
  day: new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10),
  mappedInAll: 0,
  validatedInAll: 0,
});

/** How many tasks stood as mapped and as validated at the end of each day, on the way to all of them. */
export function ProjectGrowth({ project, total }: { project: string; total: number }) {
  const intl = useIntl();
  const { timeline } = useTimeline(project);
  // Loading, failure and emptiness are told by the timeline beside it.
  if (!timeline || timeline.stretches.length === 0) return null;
  const { stretches } = timeline;
  const day = intl.formatMessage(messages.day);
  const mapped = intl.formatMessage(stateMessages.MAPPED);
  const validated = intl.formatMessage(stateMessages.VALIDATED);
  return (
    <ChartFigure
      title={<FormattedMessage id="growth.title" defaultMessage="Tasks done in all" />}
      columns={[day, mapped, validated]}
      rows={stretches.map((each) => [
        <FormattedDate value={`${each.day}T12:00:00`} dateStyle="medium" />,
        <FormattedNumber value={each.mappedInAll} />,
        <FormattedNumber value={each.validatedInAll} />,
      ])}
      csv={{
        name: `project-${project}-growth`,
        rows: [[day, mapped, validated], ...stretches.map((each) => [each.day, each.mappedInAll, each.validatedInAll])],
      }}
    >
      <TimeLines
        // It begins with nothing, on the day before.
        data={[dayBefore(stretches[0]!.day), ...stretches].map(({ day, mappedInAll, validatedInAll }) => ({
          day,
          mappedInAll,
          validatedInAll,
        }))}
        series={[
          { name: 'mappedInAll', label: mapped, color: 'var(--state-mapped)' },
          { name: 'validatedInAll', label: validated, color: 'var(--state-validated)' },
        ]}
        goal={{ value: total, label: intl.formatMessage(messages.all) }}
      />
    </ChartFigure>
  );
}
