import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Figures } from '../../components/Page';
import { metricName } from '../../components/person/metricNames';
import { Waiting } from '../../components/Waiting';
import { graphql } from '../../gql';

// On its own: the figures come from another service, and the page does not wait for it.
const editsQuery = graphql(`
  query ProjectEdits($project: ID!) {
    project(id: $project) {
      id
      editStatistics {
        figures {
          metric
          value
        }
        message
      }
    }
  }
`);

/** What was edited in OpenStreetMap under the project's hashtag, or a sentence why that is not known. */
export function ProjectEdits({ project }: { project: string }) {
  const intl = useIntl();
  const { data, error } = useQuery(editsQuery, { variables: { project } });
  const edits = data?.project?.editStatistics;
  if (!edits && !error) {
    return (
      <Waiting>
        <Skeleton height={78} radius="lg" />
      </Waiting>
    );
  }
  const figures = edits?.figures ?? [];
  return (
    <>
      {figures.length > 0 && (
        <Figures
          figures={figures.map(({ metric, value }) => ({
            key: metric,
            value: <FormattedNumber value={value} maximumFractionDigits={value < 10 ? 1 : 0} />,
            label: metricName(intl, metric),
          }))}
        />
      )}
      {(edits?.message ?? error ?? figures.length === 0) && (
        <p style={{ color: 'var(--text-2)' }}>
          {edits?.message ?? (
            <FormattedMessage id="projectStats.noEdits" defaultMessage="No edits are counted for this project yet." />
          )}
        </p>
      )}
    </>
  );
}
