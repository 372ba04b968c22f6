import { useComputedColorScheme } from '@mantine/core';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { Calendar } from '../../components/charts/Calendar';
import { firstWeekday } from '../../components/charts/calendarDays';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { Section } from '../../components/Page';
import { stateMessages } from '../../map/stateMessages';
import { FILL } from '../../map/states';
import { weeksOf } from './weeks';
import classes from './Activity.module.css';
import { part } from '../../app/part';

const TimeBars = part(() => import('../../components/charts/TimeBars'));

const words = defineMessages({ sentBack: { id: 'activity.sentBack', defaultMessage: 'Sent back' } });

type Day = { date: string; count: number; mapped: number; validated: number; invalidated: number };

/** The last year of a person, week by week and day by day. */
export function Activity({ days }: { days: readonly Day[] }) {
  const intl = useIntl();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const weeks = weeksOf(days, new Date().toISOString().slice(0, 10), firstWeekday(intl.locale));
  const series = [
    { name: 'mapped', label: intl.formatMessage(stateMessages.MAPPED), color: FILL[theme].MAPPED },
    { name: 'validated', label: intl.formatMessage(stateMessages.VALIDATED), color: FILL[theme].VALIDATED },
    { name: 'invalidated', label: intl.formatMessage(words.sentBack), color: FILL[theme].INVALIDATED },
  ];
  const sum = days.reduce((total, { count }) => total + count, 0);
  const summary = (
    <FormattedMessage
      id="activity.year"
      defaultMessage="{count, plural, one {# contribution} other {# contributions}} on {days, plural, one {# day} other {# days}} of the last 12 months"
      values={{ count: sum, days: days.length }}
    />
  );
  return (
    <Section title={<FormattedMessage id="profile.lastYear" defaultMessage="The last 12 months" />} card>
      <div className={classes.charts}>
        <ChartFigure
          title={<FormattedMessage id="activity.byWeek" defaultMessage="Week by week" />}
          summary={summary}
          height={200}
          columns={[
            <FormattedMessage key="week" id="activity.weekOf" defaultMessage="Week from" />,
            ...series.map(({ label }) => label),
          ]}
          rows={weeks
            .filter(({ mapped, validated, invalidated }) => mapped + validated + invalidated > 0)
            .map(({ day, mapped, validated, invalidated }) => [
              intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }),
              ...[mapped, validated, invalidated].map((value) => intl.formatNumber(value)),
            ])}
        >
          <TimeBars data={weeks} series={series} height={200} />
        </ChartFigure>
        <Calendar title={<FormattedMessage id="activity.byDay" defaultMessage="Day by day" />} days={days} />
      </div>
    </Section>
  );
}
