import { statement } from '../../database/database.js';
import { rowsBy } from '../../database/rows.js';
import type { Context } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { grouped } from '../../grouped.js';
import type { Text } from './texts.js';

// What the fields of many projects ask for in one tick, each in one statement.

const AREA = statement(import.meta.url, 'sql/area');
const PLACE = statement(import.meta.url, 'sql/place');
const PRIORITY_AREAS = statement(import.meta.url, 'sql/priority_areas');
const NAMES = {
  name: 'projects/names',
  text: `select project_id as "projectId", locale, name, short_description as "shortDescription"
           from project_text where project_id = any ($1::int[])`,
};
const FIGURES = statement(import.meta.url, 'sql/figures');

/** Rows of projects by their numbers. */
export const projectById = batched(async (ids: number[], { database }) => {
  const rows = await rowsBy(database, 'Project', 'id', ids);
  const projects = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => projects.get(id);
});

export const areaOf = batched(async (ids: number[], { database }) => {
  const rows = new Map(
    (await database.read<{ id: number; area: unknown }>(AREA, [ids])).map(({ id, area }) => [id, area]),
  );
  return (id: number) => rows.get(id);
});

export const placeOf = batched(async (ids: number[], { database }) => {
  const rows = await database.read<{ id: number; bbox: number[]; centroid: unknown }>(PLACE, [ids]);
  const places = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => places.get(id)!;
});

export const priorityAreasOf = batched(async (ids: number[], { database }) => {
  const rows = await database.read<{ id: number; area: unknown }>(PRIORITY_AREAS, [ids]);
  const areas = new Map(rows.map(({ id, area }) => [id, area]));
  return (id: number) => areas.get(id) ?? { type: 'MultiPolygon', coordinates: [] };
});

/** The short ones of a project's texts, which lists show. */
type Names = Pick<Text, 'locale' | 'name' | 'shortDescription'>;

/** Keys are a project's number, and `names 7` where its names will do: those come with the other texts, if these are asked for. */
const readTexts = batched(async (asked: string[], { database }) => {
  const isNames = (key: string) => key.startsWith('names ');
  const idOf = (key: string) => Number(key.replace('names ', ''));
  const whole = asked.filter((key) => !isNames(key)).map(idOf);
  const names = asked.filter((key) => isNames(key) && !whole.includes(idOf(key))).map(idOf);
  const rows = await Promise.all([
    whole.length > 0 ? rowsBy(database, 'ProjectText', 'projectId', whole) : [],
    names.length > 0 ? database.read<Names & { projectId: number }>(NAMES, [names]) : [],
  ]);
  const texts = grouped<number, Names>(
    rows.flat().sort((a, b) => (a.locale < b.locale ? -1 : 1)),
    (row) => (row as Names & { projectId: number }).projectId,
  );
  return (key: string) => texts.get(idOf(key)) ?? [];
});

/** Texts in every language there is, by locale. */
export const textsOf = (context: Context, id: number) => readTexts(context, String(id)) as Promise<Text[]>;

/** The same of names and short descriptions alone: the others may be pages long. */
export const namesOf = (context: Context, id: number): Promise<Names[]> => readTexts(context, `names ${id}`);

export const progressOf = batched(async (ids: number[], { database }) => {
  const rows = await rowsBy(database, 'ProjectProgress', 'projectId', ids);
  const progress = new Map(rows.map((row) => [row.projectId, row]));
  return (id: number) => progress.get(id)!;
});

export interface Figures {
  totalTasks: number;
  ready: number;
  mapped: number;
  validated: number;
  invalidated: number;
  badImagery: number;
  lockedForMapping: number;
  lockedForValidation: number;
  percentMapped: number;
  percentValidated: number;
  percentBadImagery: number;
}

type FigureRow = Record<
  | 'projectId'
  | 'totalTasks'
  | 'mappedUnderLock'
  | 'validated'
  | 'badImageryUnderLock'
  | 'invalidatedUnderLock'
  | 'lockedForMapping'
  | 'lockedForValidation'
  | 'readyLocked'
  | 'mappedLocked'
  | 'invalidatedLocked'
  | 'badImageryLocked',
  number
>;

/** Integer arithmetic, rounded down; nothing of nothing is 0. */
const percent = (part: number, whole: number) => (whole > 0 ? Math.floor((100 * part) / whole) : 0);

function figuresFrom(row: FigureRow): Figures {
  const usable = row.totalTasks - row.badImageryUnderLock;
  const ready =
    row.totalTasks - row.mappedUnderLock - row.validated - row.badImageryUnderLock - row.invalidatedUnderLock;
  return {
    totalTasks: row.totalTasks,
    ready: ready - row.readyLocked,
    mapped: row.mappedUnderLock - row.mappedLocked,
    validated: row.validated,
    invalidated: row.invalidatedUnderLock - row.invalidatedLocked,
    badImagery: row.badImageryUnderLock - row.badImageryLocked,
    lockedForMapping: row.lockedForMapping,
    lockedForValidation: row.lockedForValidation,
    percentMapped: percent(row.mappedUnderLock + row.validated, usable),
    percentValidated: percent(row.validated, usable),
    percentBadImagery: percent(row.badImageryUnderLock, row.totalTasks),
  };
}

export const figuresOf = batched(async (ids: number[], { database }) => {
  const figures = new Map(
    (await database.read<FigureRow>(FIGURES, [ids])).map((row) => [row.projectId, figuresFrom(row)]),
  );
  return (id: number) => figures.get(id)!;
});
