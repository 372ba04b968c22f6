import {
  buildSchema,
  execute,
  GraphQLError,
  parse,
  type ExecutionArgs,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { executePlanned } from './planned.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Task implements Node { id: ID!  number: Int!  project: Project!  status: Status }
  type Project implements Node { id: ID!  name(loud: Boolean = false): String  tasks(first: Int): [Task!]!  grid: [[Int]]  path: String }
  enum Status { READY DONE }
  union Found = Task | Project
  type Query { project(id: ID!): Project  hidden: Project  node: Node  found: [Found!]!  fails: Int  failsLater: Int  none: Int  needed: Int!  never: Int! }
`);
const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 1));
const fail = () => {
  throw new GraphQLError('No.', { extensions: { code: 'NO' } });
};
const pathOf = ({ path }: GraphQLResolveInfo) => {
  const keys = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys.join('.');
};
const project: object = {
  __typename: 'Project',
  id: 1,
  name: ({ loud }: { loud: boolean }) => later(loud ? 'KISUMU' : 'Kisumu'),
  tasks: ({ first }: { first?: number }) =>
    later([task(1), later(task(2)), task(3)].slice(0, first ?? 3)) as Promise<object[]>,
  grid: [[1, null], null],
  path: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => pathOf(info),
};
const task = (number: number) => ({
  __typename: 'Task',
  id: `task ${number}`,
  number,
  project: () => project,
  status: number === 1 ? 'READY' : null,
});
/** Whether a project may be seen is known after all of its fields. */
(schema.getType('Project') as GraphQLObjectType).isTypeOf = (value: { hidden?: true }) =>
  new Promise((done) => setTimeout(() => done(!value.hidden), 5));
const rootValue = {
  hidden: { ...project, hidden: true },
  project: ({ id }: { id: string }) => (id === '1' ? project : null),
  node: () => later(task(7)),
  found: () => [task(8), project],
  fails: fail,
  failsLater: () => later(0).then(fail),
  none: undefined,
  needed: null,
  never: () => new Error('Never.'),
};

/** What a plan says, what the usual execution says, and whether the plan had to ask that. */
async function both(query: string, more: Partial<ExecutionArgs> = {}) {
  const args: ExecutionArgs = {
    schema,
    document: more.document ?? parse(query),
    rootValue,
    contextValue: {},
    ...more,
  };
  const usual = await execute(args);
  let asked = 0;
  const run = () =>
    executePlanned(args, async () => {
      asked++;
      return execute(args);
    });
  await run();
  const planned = await run(); // with the plan that is kept
  return { planned: JSON.stringify(planned), usual: JSON.stringify(usual), asked };
}

describe('a query executed by a plan', () => {
  it.each([
    [
      'objects, lists, arguments',
      '{ project(id: 1) { b: name(loud: true) a: name tasks(first: 2) { number status } grid } }',
    ],
    ['a field again with other arguments', '{ project(id: 1) { tasks(first: 1) { number } t: tasks { id } } }'],
    [
      'fragments, merged',
      '{ project(id: 1) { ...P tasks { number } ... { id } } } fragment P on Project { tasks { id project { name } } name }',
    ],
    [
      'an interface',
      '{ node { __typename id ... on Task { number } ... on Project { name } ... on Node { again: id } } }',
    ],
    ['a union', '{ found { __typename ... on Task { number } ... on Project { name } } }'],
    ['null', '{ project(id: 2) { name } none }'],
    ['the path', '{ p: project(id: 1) { tasks { project { path } } } }'],
  ])('says what the usual execution says: %s', async (_what, query) => {
    const { planned, usual, asked } = await both(query);
    expect(planned).toBe(usual);
    expect(asked).toBe(0);
  });

  it.each([{ no: false, yes: true }, { no: true, yes: true }, { no: true, yes: false }, { yes: false }])(
    'leaves out what these variables say: %o',
    async (variableValues) => {
      const document = parse(`query ($no: Boolean! = false, $yes: Boolean!) {
      none @include(if: $no) project(id: 1) { id @skip(if: true) name tasks(first: 1) @skip(if: $yes) { ...T ...U @include(if: $no) } }
      ... @include(if: $yes) { again: project(id: 1) { ...N @skip(if: $no) path @include(if: true) } } }
      fragment T on Task { number } fragment U on Task { id } fragment N on Project { name }`);
      const { planned, usual, asked } = await both('', { document, variableValues });
      expect(planned).toBe(usual);
      expect(asked).toBe(0);
    },
  );

  it('takes the variables of each time, and the operation that is named', async () => {
    const document = parse(
      'query A($id: ID!, $loud: Boolean) { project(id: $id) { name(loud: $loud) } } query B { none }',
    );
    const say = async (operationName: string, variableValues: Record<string, unknown>) => {
      const args = { schema, document, rootValue, operationName, variableValues };
      return JSON.stringify(await executePlanned(args, () => Promise.reject(new Error('not by the plan'))));
    };
    expect(await say('A', { id: 1 })).toBe('{"data":{"project":{"name":"Kisumu"}}}');
    expect(await say('A', { id: '1', loud: true })).toBe('{"data":{"project":{"name":"KISUMU"}}}');
    expect(await say('A', { id: 3 })).toBe('{"data":{"project":null}}');
    expect(await say('B', {})).toBe('{"data":{"none":null}}');
  });

  it.each([
    ['an error', '{ fails project(id: 1) { name } }'],
    ['an error that comes late', '{ failsLater project(id: 1) { name tasks { number } } }'],
    ['null where that cannot be', '{ needed }'],
    ['an error that was given back', '{ never }'],
    ['an object that may not be seen, as is found when its fields were read', '{ hidden { id name } none }'],
    ['a switch without a value', 'query ($no: Boolean = false) { none @include(if: $no) }', { no: null }],
    ['introspection', '{ __type(name: "Task") { name } }'],
    ['a name that no object keeps', '{ __proto__: none }'],
    ['a variable that does not fit', 'query ($id: ID!) { project(id: $id) { name } }'],
  ] as [string, string, object?][])('is left to the usual execution: %s', async (_what, query, variableValues = {}) => {
    const { planned, usual, asked } = await both(query, { variableValues: variableValues as Record<string, unknown> });
    expect(planned).toBe(usual);
    expect(asked).toBe(2);
  });
});
