import { statement, type Database } from '../../database/database.js';

const INCONSISTENCIES = statement(import.meta.url, 'sql/inconsistencies');

/** Something that does not hold and must: of a project, or of one of its tasks. */
export interface Inconsistency {
  what: string;
  project_id: number;
  number: number | null;
}

/** Compares counters, states, locks, history and events of projects (null: all) with each other; changes nothing. */
export const findInconsistencies = (
  database: Pick<Database, 'query'>,
  projectIds: number[] | null,
): Promise<Inconsistency[]> => database.query<Inconsistency & Record<string, unknown>>(INCONSISTENCIES, [projectIds]);

/** As a line for an operator. */
export const sentenceOf = ({ what, project_id, number }: Inconsistency): string =>
  `Project ${project_id}${number === null ? '' : `, task ${number}`}: ${what}`;

/** Checks one project after the other, lowest number first, so that none is held up for long; all that was found. */
export async function checkAllProjects(
  database: Pick<Database, 'query'>,
  onProject: (done: number, of: number) => void = () => undefined,
): Promise<{ projects: number; found: Inconsistency[] }> {
  const projects = await database.query<{ project_id: number }>({
    name: 'tasks/checked_projects',
    text: 'select project_id from project_progress order by project_id',
  });
  const found: Inconsistency[] = [];
  for (const [index, { project_id }] of projects.entries()) {
    found.push(...(await findInconsistencies(database, [project_id])));
    onProject(index + 1, projects.length);
  }
  return { projects: projects.length, found };
}
