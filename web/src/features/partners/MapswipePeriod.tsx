import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { OverTime } from '../../components/activity/OverTime';
import { PeriodFields } from '../../components/activity/PeriodFields';
import { useActivityFilter } from '../../components/activity/useActivityFilter';
import { Bars } from '../../components/charts/Bars';
import { ChartFigure } from '../../components/charts/ChartFigure';
import { ErrorState } from '../../components/ErrorState';
import { Section } from '../../components/Page';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import classes from './Partner.module.css';

const periodQuery = graphql(`
  query MapswipePeriod($permalink: String!, $from: DateTime!, $to: DateTime!) {
    partnerByPermalink(permalink: $permalink) {
      id
      mapswipePeriod(from: $from, to: $to) {
        message
        period {
          swipesByDay {
            date
            value
          }
          secondsByDay {
            date
            value
          }
          areaByKind {
            name
            value
          }
          swipesByKind {
            name
            value
          }
          swipesByOrganisation {
            name
            value
          }
        }
      }
    }
  }
`);

type Share = { name?: string | null; value: number };

/** What the group swiped in a time: over days, and by the kind and the organisation of the projects. */
export function MapswipePeriod({ permalink }: { permalink: string }) {
  const intl = useIntl();
  const activity = useActivityFilter();
  const { period } = activity;
  const { data, previousData, error, refetch } = useQuery(periodQuery, {
    variables: { permalink, from: `${period.from}T00:00:00Z`, to: `${period.to}T23:59:59Z` },
  });
  const answer = (data ?? previousData)?.partnerByPermalink?.mapswipePeriod;
  const figures = answer?.period;
  const text = {
    swipes: intl.formatMessage({ id: 'mapswipe.swipes', defaultMessage: 'Swipes' }),
    minutes: intl.formatMessage({ id: 'mapswipe.minutes', defaultMessage: 'Minutes' }),
    unnamed: intl.formatMessage({ id: 'mapswipe.unnamed', defaultMessage: 'Not named' }),
  };
  const shares = (file: string, title: string, unit: string, items: readonly Share[]) =>
    items.length > 0 && (
      <ChartFigure
        title={title}
        columns={[title, unit]}
        rows={items.map(({ name, value }) => [name ?? text.unnamed, intl.formatNumber(value)])}
        csv={{ name: file, rows: [[title, unit], ...items.map(({ name, value }) => [name ?? text.unnamed, value])] }}
        height={120}
        interactive
      >
        <Bars
          bars={items.map(({ name, value }, index) => ({
            key: index,
            label: <bdi>{name ?? text.unnamed}</bdi>,
            value,
          }))}
        />
      </ChartFigure>
    );
  return (
    <Section title={<FormattedMessage id="statistics.overTime" defaultMessage="Over time" />}>
      <div className={classes.period}>
        <PeriodFields activity={activity} />
      </div>
      {error && !answer ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !answer ? (
        <Waiting>
          <Skeleton height={280} />
        </Waiting>
      ) : !figures ? (
        <p>{answer.message}</p>
      ) : (
        <div className={classes.charts}>
          <OverTime
            title={text.swipes}
            file={`${permalink}-swipes`}
            period={period}
            days={figures.swipesByDay.map(({ date, value }) => ({ date: date.slice(0, 10), value }))}
            series={[{ name: 'value', label: text.swipes, color: 'var(--accent)' }]}
          />
          <OverTime
            title={<FormattedMessage id="mapswipe.time" defaultMessage="Time spent swiping" />}
            file={`${permalink}-minutes`}
            period={period}
            days={figures.secondsByDay.map(({ date, value }) => ({
              date: date.slice(0, 10),
              value: Math.round(value / 60),
            }))}
            series={[{ name: 'value', label: text.minutes, color: 'var(--accent)' }]}
          />
          {shares(
            `${permalink}-swipes-by-kind`,
            intl.formatMessage({ id: 'mapswipe.byKind', defaultMessage: 'By kind of project' }),
            text.swipes,
            figures.swipesByKind,
          )}
          {shares(
            `${permalink}-swipes-by-organisation`,
            intl.formatMessage({ id: 'mapswipe.byOrganisation', defaultMessage: 'By organisation' }),
            text.swipes,
            figures.swipesByOrganisation,
          )}
          {shares(
            `${permalink}-area-by-kind`,
            intl.formatMessage({ id: 'mapswipe.area', defaultMessage: 'Area seen, by kind of project' }),
            intl.formatMessage({ id: 'statistics.area', defaultMessage: 'Area in km²' }),
            figures.areaByKind,
          )}
        </div>
      )}
    </Section>
  );
}
