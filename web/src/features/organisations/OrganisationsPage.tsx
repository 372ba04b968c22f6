import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { LogoCard, SearchedList } from '../../components/SearchedList';
import { useSearchText } from '../../components/useSearchText';
import { graphql } from '../../gql';

const PAGE = 24;

const organisationsQuery = graphql(`
  query Organisations($search: String, $first: Int!, $after: String) {
    organisations(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          number
          name
          slug
          logo
          figures {
            publishedProjects
          }
        }
      }
    }
  }
`);

/** Who runs projects here; the search is in the address. */
export default function OrganisationsPage() {
  const intl = useIntl();
  const words = useSearchText();
  const { search } = words;
  const variables = { search: search || null, first: PAGE };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(organisationsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const organisations = (data ?? previousData)?.organisations;
  return (
    <Page
      title={intl.formatMessage({ id: 'page.organisations', defaultMessage: 'Organisations' })}
      lead={
        <FormattedMessage
          id="organisations.lead"
          defaultMessage="They know where maps are missing, and run the projects that fill them."
        />
      }
    >
      <SearchedList
        label={intl.formatMessage({ id: 'organisations.search', defaultMessage: 'Find an organisation by name' })}
        words={words}
        list={organisations}
        loading={loading}
        error={error}
        errorTitle={<FormattedMessage id="organisations.error" defaultMessage="The organisations did not load." />}
        onRetry={() => void refetch()}
        onMore={() => void fetchMore({ variables: { ...variables, after: organisations?.pageInfo.endCursor } })}
        none={
          search ? (
            <EmptyState
              title={
                <FormattedMessage
                  id="organisations.noneFound"
                  defaultMessage="No organisation has these words in its name."
                />
              }
              action={
                <Link to="/organisations">
                  <FormattedMessage id="organisations.all" defaultMessage="All organisations" />
                </Link>
              }
            />
          ) : (
            <EmptyState
              title={<FormattedMessage id="organisations.none" defaultMessage="There is no organisation yet" />}
              text={
                <FormattedMessage id="organisations.noneText" defaultMessage="Administrators create organisations." />
              }
            />
          )
        }
      >
        {({ id, number, name, slug, logo, figures }) => (
          <LogoCard
            key={id}
            organisation={{ number, name, logo }}
            to={`/organisations/${encodeURIComponent(slug)}`}
            name={name}
          >
            <FormattedMessage
              id="organisations.facts"
              defaultMessage="{count, plural, =0 {No open project} one {# open project} other {# open projects}}"
              values={{ count: figures.publishedProjects }}
            />
          </LogoCard>
        )}
      </SearchedList>
    </Page>
  );
}
