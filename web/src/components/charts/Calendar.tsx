import { useDirection } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Calendar.module.css';
import { calendarDays, firstWeekday, type CalendarDay } from './calendarDays';
import { ChartFigure } from './ChartFigure';

const STEP = 15;
const SIDE = 12;
const TOP = 20;
const START = 34;

type Props = {
  title: ReactNode;
  summary?: ReactNode;
  /** Days on which something happened, in any order; `date` is YYYY-MM-DD. */
  days: readonly { date: string; count: number }[];
  /** The last day; today when left out. */
  until?: string;
};

/**
 * A year by days: a column a week, darker where more was done. One stop of the Tab key; arrows go from day to day, and the
 * day under the pointer or the focus is told below. The same as a table by the switch of ChartFigure.
 */
export function Calendar({ title, summary, days, until = new Date().toISOString().slice(0, 10) }: Props) {
  const intl = useIntl();
  const done = useMemo(
    () => [...days].filter(({ count }) => count > 0).sort((a, b) => (a.date < b.date ? 1 : -1)),
    [days],
  );
  return (
    <ChartFigure
      title={title}
      summary={summary}
      height={0}
      interactive
      columns={[
        <FormattedMessage key="day" id="chart.day" defaultMessage="Day" />,
        <FormattedMessage key="count" id="calendar.count" defaultMessage="Contributions" />,
      ]}
      rows={done.map(({ date, count }) => [dayName(intl, date, 'long'), intl.formatNumber(count)])}
    >
      <Squares days={days} until={until} />
    </ChartFigure>
  );
}

const dayName = (intl: ReturnType<typeof useIntl>, day: string, month: 'long' | 'short') =>
  intl.formatDate(`${day}T12:00:00Z`, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });

function Squares({ days: counts, until }: Pick<Props, 'days'> & { until: string }) {
  const intl = useIntl();
  const { dir } = useDirection();
  const weekStart = firstWeekday(intl.locale);
  const days = useMemo(() => calendarDays(counts, until, weekStart), [counts, until, weekStart]);
  const [focus, setFocus] = useState(days.length - 1);
  const [told, setTold] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);

  // The latest weeks are the ones that matter: where not all fit, they are in view first.
  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollLeft = dir === 'rtl' ? -element.scrollWidth : element.scrollWidth;
  }, [dir]);

  const width = START + 53 * STEP;
  const x = (week: number) => (dir === 'rtl' ? width - START - week * STEP - SIDE : START + week * STEP);
  const label = ({ day, count }: CalendarDay) =>
    intl.formatMessage(
      {
        id: 'calendar.day',
        defaultMessage: '{day}: {count, plural, =0 {no contributions} one {# contribution} other {# contributions}}',
      },
      { day: dayName(intl, day, 'long'), count },
    );

  const onKeyDown = (event: KeyboardEvent) => {
    const week = dir === 'rtl' ? -7 : 7;
    const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -week, ArrowRight: week, Home: -Infinity, End: Infinity }[
      event.key
    ];
    if (by === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(days.length - 1, focus + by));
    setFocus(to);
    setTold(to);
    const square = box.current?.querySelector<SVGElement>(`[data-index="${to}"]`);
    square?.focus();
    square?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const indexUnder = (target: EventTarget) => {
    const index = (target as Element).getAttribute('data-index');
    return index === null ? null : Number(index);
  };

  const rows = Array.from({ length: 7 }, (_, weekday) => days.filter((day) => day.weekday === weekday));
  const shown = told === null ? null : days[told];
  return (
    <>
      <div className={classes.scroll} ref={box}>
        <svg
          className={classes.calendar}
          viewBox={`0 0 ${width} ${TOP + 7 * STEP}`}
          style={{ minWidth: width }}
          role="grid"
          aria-label={intl.formatMessage({ id: 'calendar.label', defaultMessage: 'The year, day by day' })}
          onKeyDown={onKeyDown}
          onPointerOver={(event) => setTold(indexUnder(event.target))}
          onPointerDown={(event) => setTold(indexUnder(event.target))}
          onPointerLeave={() => setTold(null)}
          onFocus={(event) => setTold(indexUnder(event.target))}
          onBlur={() => setTold(null)}
        >
          <g aria-hidden="true" className={classes.words}>
            {monthsOf(days).map(({ day, week }) => (
              <text key={day} x={dir === 'rtl' ? x(week) + SIDE : x(week)} y={12}>
                {intl.formatDate(`${day}T12:00:00Z`, { month: 'short', timeZone: 'UTC' })}
              </text>
            ))}
            {weekdayNames(intl.locale, days).map((name, weekday) =>
              weekday % 2 ? (
                <text key={weekday} x={dir === 'rtl' ? width : 0} y={TOP + weekday * STEP + 10}>
                  {name}
                </text>
              ) : null,
            )}
          </g>
          {rows.map((row, weekday) => (
            <g key={weekday} role="row">
              {row.map((day) => {
                const index = day.week * 7 + day.weekday;
                return (
                  <rect
                    key={day.day}
                    role="gridcell"
                    aria-label={label(day)}
                    tabIndex={index === focus ? 0 : -1}
                    data-index={index}
                    data-level={day.level}
                    x={x(day.week)}
                    y={TOP + day.weekday * STEP}
                    width={SIDE}
                    height={SIDE}
                    rx={3}
                  />
                );
              })}
            </g>
          ))}
        </svg>
      </div>
      <div className={classes.foot} aria-hidden="true">
        <span>{shown && label(shown)}</span>
        <span className={classes.scale}>
          <FormattedMessage id="calendar.less" defaultMessage="Less" />
          {[0, 1, 2, 3, 4].map((level) => (
            <i key={level} data-level={level} />
          ))}
          <FormattedMessage id="calendar.more" defaultMessage="More" />
        </span>
      </div>
    </>
  );
}

/** The first day of each month whose name has room: not beside the next month's. */
function monthsOf(days: readonly CalendarDay[]): CalendarDay[] {
  const starts = days.filter((day, index) => index === 0 || day.day.endsWith('-01'));
  return starts.filter((start, index) => (starts[index + 1]?.week ?? 99) - start.week > 2 && start.week < 52);
}

/** Names of the seven days as short as they fit beside the squares. */
function weekdayNames(locale: string, days: readonly CalendarDay[]): string[] {
  const named = (weekday: 'short' | 'narrow') => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    return days.slice(0, 7).map(({ day }) => format.format(new Date(`${day}T12:00:00Z`)));
  };
  const short = named('short');
  return short.some((name) => name.length > 4) ? named('narrow') : short;
}
