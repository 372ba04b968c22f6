import { statement } from '../../database/database.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';

// What people did, from the history alone. Each in one statement for all people that are asked for in one tick.

/** Durations in seconds. */
export interface PersonFigures {
  tasks_mapped: number;
  tasks_validated: number;
  tasks_invalidated: number;
  projects_mapped: number;
  validated_by_others: number;
  invalidated_by_others: number;
  mapping_seconds: number;
  validating_seconds: number;
}
export interface Day {
  date: string;
  count: number;
  mapped: number;
  validated: number;
  invalidated: number;
}
export interface ContributedProject {
  project_id: number;
  mapped: number;
  validated: number;
  total: number;
  last_at: Date;
}
export interface Country {
  name: string;
  mapped: number;
  validated: number;
  total: number;
}
export interface ContributedInterest {
  interest_id: number;
  name: string;
  projects: number;
  share: number;
}

const STATISTICS = statement(import.meta.url, 'sql/statistics');

export const figuresOfPerson = batched(async (ids: number[], { database }) => {
  const rows = await database.query<PersonFigures & { person_id: number }>(STATISTICS, [ids]);
  const figures = new Map(rows.map((row) => [row.person_id, row]));
  return (id: number): PersonFigures => figures.get(id)!;
});

/** Rows of people, each person's in the order of the statement. */
const rowsOfPeople = <Row extends object>(path: string) => {
  const rowsOf = statement(import.meta.url, path);
  return batched(async (ids: number[], { database }) => {
    const rows = grouped(await database.query<Row & { person_id: number }>(rowsOf, [ids]), (row) => row.person_id);
    return (id: number): Row[] => rows.get(id) ?? [];
  });
};

export const daysOfPerson = rowsOfPeople<Day>('sql/contributions_by_day');
export const countriesOfPerson = rowsOfPeople<Country>('sql/contributions_by_country');
export const interestsOfPerson = rowsOfPeople<ContributedInterest>('sql/contributions_by_interest');
export const projectsOfPerson = rowsOfPeople<ContributedProject>('sql/contributions_by_project');
