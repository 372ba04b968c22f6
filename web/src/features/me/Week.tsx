import { defineMessages, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { firstWeekday } from '../../components/charts/calendarDays';
import { Figures, Section } from '../../components/Page';
import { twoWeeks } from './week';
import classes from './Week.module.css';

const words = defineMessages({
  mapped: { id: 'week.mapped', defaultMessage: 'Tasks mapped' },
  validated: { id: 'week.validated', defaultMessage: 'Tasks validated' },
  invalidated: { id: 'week.invalidated', defaultMessage: 'Tasks sent back' },
  days: { id: 'week.days', defaultMessage: 'Active days' },
});

type Props = {
  days: readonly { date: string; mapped: number; validated: number; invalidated: number }[];
  /** Who has never validated is not told that they validated nothing. */
  validates: boolean;
};

/** The week so far, beside the one before. */
export function Week({ days, validates }: Props) {
  const intl = useIntl();
  const { week, before } = twoWeeks(days, new Date().toISOString().slice(0, 10), firstWeekday(intl.locale));
  const keys = validates ? (['mapped', 'validated', 'invalidated', 'days'] as const) : (['mapped', 'days'] as const);
  return (
    <Section title={<FormattedMessage id="week.title" defaultMessage="This week" />}>
      <Figures
        figures={keys.map((key) => ({
          key,
          value: <FormattedNumber value={week[key]} />,
          label: (
            <>
              {intl.formatMessage(words[key])}
              <span className={classes.before}>
                <FormattedMessage
                  id="week.before"
                  defaultMessage="{count, number} last week"
                  values={{ count: before[key] }}
                />
              </span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
