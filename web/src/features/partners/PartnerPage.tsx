import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Navigate, useParams } from 'react-router';
import { Avatar } from '../../components/Avatar';
import { MarkedTitle } from '../../components/Columns';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { LinkTabs } from '../../components/LinkTabs';
import { Figures, Page } from '../../components/Page';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';
import { MapswipeTab } from './MapswipeTab';
import classes from './Partner.module.css';
import { PartnerLinks } from './PartnerLinks';
import { PartnerWork } from './PartnerWork';

const partnerQuery = graphql(`
  query Partner($permalink: String!) {
    partnerByPermalink(permalink: $permalink) {
      id
      number
      name
      logo
      permalink
      primaryHashtag
      secondaryHashtag
      mapswipeGroupId
      statistics {
        projects
        contributors
        tasksMapped
        tasksValidated
      }
      ...PartnerLinks
    }
  }
`);

/** A partner: who it is, what was done with it, and what its group swiped in MapSwipe. */
export default function PartnerPage() {
  const intl = useIntl();
  const { permalink = '', tab } = useParams();
  const { data, error, refetch } = useQuery(partnerQuery, {
    variables: { permalink },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PartnerSkeleton />;
  const partner = data.partnerByPermalink;
  if (!partner) return <NoPartner />;

  const here = `/partners/${encodeURIComponent(permalink)}`;
  const swipes = partner.mapswipeGroupId !== null;
  if (tab && tab !== 'leaderboard' && !(tab === 'mapswipe' && swipes)) return <Navigate to={here} replace />;
  const { statistics } = partner;
  const count = (value: number) => <FormattedNumber value={value} />;
  return (
    <Page
      tab={partner.name}
      title={
        <MarkedTitle mark={<Avatar square size={48} id={partner.number} name={partner.name} picture={partner.logo} />}>
          {partner.name}
        </MarkedTitle>
      }
      lead={
        <span className={classes.tags}>
          {[partner.primaryHashtag, partner.secondaryHashtag].filter(Boolean).map((tag) => (
            <bdi key={tag}>#{tag?.replace(/^#/, '')}</bdi>
          ))}
        </span>
      }
    >
      <PartnerLinks partner={partner} />
      <Figures
        figures={[
          {
            key: 'projects',
            value: count(statistics.projects),
            label: <FormattedMessage id="partner.projects" defaultMessage="Projects mapped together" />,
          },
          {
            key: 'people',
            value: count(statistics.contributors),
            label: <FormattedMessage id="partner.people" defaultMessage="People who took part" />,
          },
          {
            key: 'mapped',
            value: count(statistics.tasksMapped),
            label: <FormattedMessage id="statistics.mapped" defaultMessage="Tasks mapped" />,
          },
          {
            key: 'validated',
            value: count(statistics.tasksValidated),
            label: <FormattedMessage id="statistics.validated" defaultMessage="Tasks validated" />,
          },
        ]}
      />
      <div className={classes.body}>
        {swipes && (
          <LinkTabs
            label={intl.formatMessage({ id: 'partner.tabs', defaultMessage: 'Work of this partner' })}
            tabs={[
              {
                to: `${here}/stats/leaderboard`,
                label: <FormattedMessage id="partner.mapping" defaultMessage="Mapping" />,
              },
              { to: `${here}/stats/mapswipe`, label: 'MapSwipe' },
            ]}
          />
        )}
        {tab === 'mapswipe' ? <MapswipeTab permalink={permalink} /> : <PartnerWork permalink={permalink} />}
      </div>
    </Page>
  );
}

function NoPartner() {
  return (
    <EmptyState
      page
      title={<FormattedMessage id="partner.none" defaultMessage="There is no such partner" />}
      text={
        <FormattedMessage
          id="partner.noneText"
          defaultMessage="Its page was moved or taken down. Ask whoever gave you the address."
        />
      }
    />
  );
}

function PartnerSkeleton() {
  return (
    <Waiting>
      <Page title={<Skeleton width={280} height={34} />}>
        <Skeleton height={78} radius="lg" />
        <Skeleton height={280} radius="lg" mt={32} />
      </Page>
    </Waiting>
  );
}
