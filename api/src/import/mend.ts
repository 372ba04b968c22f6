import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { enumerations, jsonTexts, names, onlyOnce, references, type Reference } from './rules.js';
import { TABLES } from './tables.js';

const finding = 'insert into original.finding (rule, table_name, key, what, done)';
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** How a finding names a row: by its number, a row of a table without numbers by all that it holds. */
const rowText = (table: string): string => {
  if (table === 'tasks') return `t.project_id || '/' || t.id`;
  return TABLES[table]?.id ? 't.id::text' : 'left(row_to_json(t)::text, 300)';
};

function settleReference({ table, columns, to, toColumns, optional }: Reference): string {
  const there = `exists (select from original.${to} o where ${columns.map((name, at) => `o."${toColumns[at]}" = t."${name}"`).join(' and ')})`;
  const last = columns.at(-1)!;
  const what = `${literal(`no such row in ${to}: `)} || concat_ws('/', ${columns.map((name) => `t."${name}"`).join(', ')})`;
  return optional
    ? `with t as (
         update original."${table}" u set "${last}" = null from original."${table}" t
          where u.ctid = t.ctid and t."${last}" is not null and not ${there} returning t.*)
       ${finding} select 'orphan', ${literal(table)}, ${rowText(table)}, ${what}, ${literal(`${last} taken out`)} from t`
    : `with t as (delete from original."${table}" t where not ${there} returning t.*)
       ${finding} select 'orphan', ${literal(table)}, ${rowText(table)}, ${what}, 'set aside' from t`;
}

const keepOne = ([table, columns, kept]: (typeof onlyOnce)[number]) =>
  `with twice as (
     select ctid, row_number() over (partition by ${columns} order by ${kept}) as nth from original."${table}"
   ), t as (delete from original."${table}" d using twice where d.ctid = twice.ctid and twice.nth > 1 returning d.*)
   ${finding} select 'duplicate', ${literal(table)}, ${rowText(table)}, ${literal(`the same ${columns} again`)}, 'set aside' from t`;

const settleNumber = ([table, column, known, instead]: (typeof enumerations)[number]) =>
  `with t as (
     update original."${table}" u set "${column}" = ${instead} from original."${table}" t
      where u.ctid = t.ctid and ${instead === null ? `t."${column}" is not null and` : `(t."${column}" is null or`}
            t."${column}" <> all ('{${known.join(',')}}') ${instead === null ? '' : ')'} returning t.*)
   ${finding} select 'unknown number', ${literal(table)}, ${rowText(table)}, ${literal(`${column} `)} || coalesce(t."${column}"::text, 'unset'),
          ${literal(instead === null ? 'taken out' : `taken as ${instead}`)} from t`;

const settleName = ([table, column, without]: (typeof names)[number]) =>
  `with named as (
     select ctid, id, "${column}" as before,
            case when coalesce(trim("${column}"), '') = '' then ${literal(without)} || id
                 when row_number() over (partition by "${column}" order by id) > 1 then "${column}" || ' (' || id || ')' end as name
       from original."${table}"
   ), t as (
     update original."${table}" u set "${column}" = named.name from named where u.ctid = named.ctid and named.name is not null
     returning named.id, named.before, named.name)
   ${finding} select 'name', ${literal(table)}, t.id::text, coalesce('the name is there twice: ' || nullif(t.before, ''), 'no name'),
          'named ' || t.name from t`;

const settleJson = ([table, column, key, type, instead]: (typeof jsonTexts)[number]) =>
  `with t as (
     update original."${table}" u set "${column}" = ${instead === null ? 'null' : literal(instead)} from original."${table}" t
      where u.ctid = t.ctid and t."${column}" is not null and jsonb_typeof(original.json_of(t."${column}")) is distinct from '${type}'
     returning t.*)
   ${finding} select 'broken JSON', ${literal(table)}, (${key})::text, ${literal(`${column}: `)} || left("${column}", 300),
          ${literal(instead === null ? 'taken out' : `taken as ${instead}`)} from t where trim("${column}") not in ('', 'null')`;

/** What mends the staged tables, in order: each part is one transaction. */
export function mendingParts(): { name: string; statements: string[] }[] {
  const directory = new URL('./sql/mend/', import.meta.url);
  const files = readdirSync(directory).sort();
  const from = (prefix: string) =>
    files.filter((file) => file.startsWith(prefix)).map((file) => readFileSync(new URL(file, directory), 'utf8'));
  return [
    {
      name: 'values',
      statements: [
        ...from('1_'),
        ...enumerations.map(settleNumber),
        ...names.map(settleName),
        ...jsonTexts.map(settleJson),
      ],
    },
    { name: 'geometries', statements: from('2_') },
    { name: 'references', statements: references.map(settleReference) },
    { name: 'duplicates', statements: onlyOnce.map(keepOne) },
    { name: 'partnerships', statements: from('3_') },
    { name: 'history', statements: from('4_') },
    { name: 'tasks', statements: from('5_') },
    { name: 'invalidations', statements: from('6_') },
  ];
}

/** Runs a part; how many rows it found that did not fit. */
export async function mendPart(client: pg.Client, statements: string[]): Promise<number> {
  const count = async () =>
    (await client.query<{ found: number }>('select count(*)::int as found from original.finding')).rows[0]?.found ?? 0;
  const before = await count();
  for (const each of statements) await client.query(each);
  return (await count()) - before;
}
