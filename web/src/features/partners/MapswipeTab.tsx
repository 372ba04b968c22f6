import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { Figures, Section } from '../../components/Page';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { MapswipePeriod } from './MapswipePeriod';
import classes from './Partner.module.css';
import { PeopleTable } from './PeopleTable';

const PAGE = 10;

const mapswipeQuery = graphql(`
  query Mapswipe($permalink: String!, $members: Int!, $skip: Int!) {
    partnerByPermalink(permalink: $permalink) {
      id
      mapswipeStatistics(members: $members, skip: $skip) {
        message
        group {
          name
          description
          memberCount
          inAll {
            contributors
            swipes
            seconds
          }
          members {
            userId
            username
            projects
            swipes
            seconds
          }
        }
      }
    }
  }
`);

/** What the partner's group swiped. MapSwipe itself is asked, which can take a while or fail: the rest of the page is there. */
export function MapswipeTab({ permalink }: { permalink: string }) {
  const intl = useIntl();
  const [skip, setSkip] = useState(0);
  const { data, previousData, error, loading, refetch } = useQuery(mapswipeQuery, {
    variables: { permalink, members: PAGE, skip },
  });
  const statistics = (data ?? previousData)?.partnerByPermalink?.mapswipeStatistics;
  if (error && !statistics) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!statistics) {
    return (
      <Waiting>
        <Skeleton height={78} radius="lg" />
        <Skeleton height={320} radius="lg" mt={24} />
      </Waiting>
    );
  }
  const { group } = statistics;
  if (!group) {
    return (
      <EmptyState
        title={<FormattedMessage id="mapswipe.none" defaultMessage="No figures from MapSwipe at the moment" />}
        text={statistics.message}
        action={
          <Button variant="default" loading={loading} onClick={() => void refetch()}>
            <FormattedMessage id="error.retry" defaultMessage="Try again" />
          </Button>
        }
      />
    );
  }
  const hours = (seconds: number) =>
    intl.formatNumber(seconds / 3600, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 });
  return (
    <>
      <Figures
        figures={[
          {
            key: 'swipes',
            value: <FormattedNumber value={group.inAll.swipes} />,
            label: <FormattedMessage id="mapswipe.swipes" defaultMessage="Swipes" />,
          },
          {
            key: 'time',
            value: hours(group.inAll.seconds),
            label: <FormattedMessage id="mapswipe.time" defaultMessage="Time spent swiping" />,
          },
          {
            key: 'people',
            value: <FormattedNumber value={group.memberCount} />,
            label: <FormattedMessage id="mapswipe.members" defaultMessage="Members of the group" />,
          },
        ]}
      />
      {group.description && <p className={classes.group}>{group.description}</p>}
      <MapswipePeriod permalink={permalink} />
      <Section title={<FormattedMessage id="partner.leaders" defaultMessage="Who did most" />}>
        <PeopleTable
          busy={loading}
          columns={[
            <FormattedMessage id="mapswipe.swipes" defaultMessage="Swipes" />,
            <FormattedMessage id="mapswipe.time" defaultMessage="Time spent swiping" />,
            <FormattedMessage id="mapswipe.projects" defaultMessage="Projects" />,
          ]}
          rows={group.members.map(({ userId, username, swipes, seconds, projects }) => ({
            key: userId,
            person: <bdi>{username ?? userId}</bdi>,
            figures: [<FormattedNumber value={swipes} />, hours(seconds), <FormattedNumber value={projects} />],
          }))}
        />
        {group.memberCount > PAGE && (
          <div className={classes.period}>
            <Button variant="default" disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - PAGE))}>
              <FormattedMessage id="mapswipe.back" defaultMessage="Previous" />
            </Button>
            <Button variant="default" disabled={skip + PAGE >= group.memberCount} onClick={() => setSkip(skip + PAGE)}>
              <FormattedMessage id="mapswipe.next" defaultMessage="Next" />
            </Button>
          </div>
        )}
      </Section>
    </>
  );
}
