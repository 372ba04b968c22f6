import type { ApolloClient } from '@apollo/client';
import { saveCsv, type Cell } from '../../components/charts/csv';
import { graphql } from '../../gql';
import type { ProjectsTableQuery } from '../../gql/graphql';
import { orderOf, toProjectFilter, type Filters } from './filters';

/** As many as the API gives at once. */
const PAGE = 100;

const projectsTableQuery = graphql(`
  query ProjectsTable($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        number
        name
        status
        priority
        difficulty
        mappingTypes
        countries
        created
        lastUpdated
        dueDate
        contributorCount
        areaM2
        author {
          id
          username
        }
        organisation {
          id
          name
        }
        figures {
          totalTasks
          percentMapped
          percentValidated
          percentBadImagery
        }
      }
    }
  }
`);

// Names of columns are for programs and spreadsheets' formulas: the same in every language.
const COLUMNS = [
  'number',
  'name',
  'organisation',
  'author',
  'status',
  'priority',
  'difficulty',
  'types',
  'countries',
  'tasks',
  'percent_mapped',
  'percent_validated',
  'percent_bad_imagery',
  'people',
  'area_km2',
  'created',
  'last_updated',
  'due',
];

/** Keeps all projects that fit as a CSV file. */
export async function downloadProjects(client: ApolloClient, filters: Filters): Promise<void> {
  const rows: Cell[][] = [COLUMNS];
  const page = async (after: string | null) => {
    const { data } = await client.query({
      query: projectsTableQuery,
      variables: { filter: toProjectFilter(filters), orderBy: orderOf(filters), first: PAGE, after },
      fetchPolicy: 'no-cache',
    });
    return data!.projects;
  };
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: ProjectsTableQuery['projects'] = await page(after);
    for (const project of nodes) {
      rows.push([
        project.number,
        project.name,
        project.organisation?.name ?? '',
        project.author.username,
        project.status,
        project.priority,
        project.difficulty,
        project.mappingTypes.join(' '),
        project.countries.join('; '),
        project.figures.totalTasks,
        project.figures.percentMapped,
        project.figures.percentValidated,
        project.figures.percentBadImagery,
        project.contributorCount,
        Number((project.areaM2 / 1e6).toFixed(3)),
        project.created,
        project.lastUpdated,
        project.dueDate ?? '',
      ]);
    }
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  saveCsv('projects', rows);
}
