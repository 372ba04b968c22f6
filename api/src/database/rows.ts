import type { Organisation, Person, Project, ProjectProgress, ProjectText, Team } from '../generated/prisma/client.js';
import { getDatamodel } from '../generated/pothos-types.js';
import type { Database, Statement } from './database.js';

/** Models of which rows are asked for everywhere. */
interface Models {
  Organisation: Organisation;
  Person: Person;
  Project: Project;
  ProjectProgress: ProjectProgress;
  ProjectText: ProjectText;
  Team: Team;
}
type Numbered<Row> = { [Key in keyof Row]: Row[Key] extends number | null ? Key : never }[keyof Row] & string;

/** authorId → author_id: as every model and field of the schema is mapped. */
const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, (capital) => `_${capital}`).toLowerCase();

const { models } = getDatamodel().datamodel;
const statements = new Map<string, Statement>();

/** The columns of a model as Prisma names them, of a table of this name in the statement. */
export const columnsOf = (model: keyof Models, table: string): string =>
  models[model]!.fields.filter(({ kind }) => kind !== 'object')
    // The driver knows no list of an enum of ours.
    .map(
      ({ name, kind, isList }) => `${table}.${snake(name)}${kind === 'enum' && isList ? '::text[]' : ''} as "${name}"`,
    )
    .join(', ');

function statementOf(model: keyof Models, field: string): Statement {
  const name = `rows/${model}.${field}`;
  let statement = statements.get(name);
  if (!statement) {
    statement = {
      name,
      text: `select ${columnsOf(model, 'r')} from ${snake(model)} r where r.${snake(field)} = any ($1::int[])`,
    };
    statements.set(name, statement);
  }
  return statement;
}

/**
 * Whole rows of a model as Prisma gives them, by the numbers in one of its columns, in no order. For what every page asks for:
 * one statement that is planned once, however many are asked for, without the work that Prisma has with each.
 */
export async function rowsBy<Model extends keyof Models>(
  database: Database,
  model: Model,
  field: Numbered<Models[Model]>,
  numbers: number[],
): Promise<Models[Model][]> {
  const rows = await database.read<Record<string, unknown>>(statementOf(model, field), [numbers]);
  const large = models[model]!.fields.filter(({ type }) => type === 'BigInt');
  for (const { name } of large)
    for (const row of rows) row[name] = row[name] === null ? null : BigInt(row[name] as number);
  return rows as unknown as Models[Model][];
}
