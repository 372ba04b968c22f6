import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './schema.js';
import { BY_LINK } from '../../test/byLink.js';

interface Element {
  name: string;
  description?: string | null;
}

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

/** A type and all that it is made of: fields, their arguments, values of an enum. */
function elementsOf(type: GraphQLNamedType): Element[] {
  const within = (name: string, { description }: { description?: string | null }) => ({
    name: `${type.name}.${name}`,
    description,
  });
  if (isEnumType(type)) return [type, ...type.getValues().map((value) => within(value.name, value))];
  if (isInputObjectType(type))
    return [type, ...Object.values(type.getFields()).map((field) => within(field.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  return [
    type,
    ...Object.values(type.getFields()).flatMap((field) => [
      within(field.name, field),
      ...field.args.map((arg) => within(`${field.name}(${arg.name})`, arg)),
    ]),
  ];
}

/** Letters alone: "The project" says no more of `project` than its name. */
const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(a|an|the) /, '')
    .replace(/[^a-z]/g, '');

describe('the schema', () => {
  const elements = types.flatMap(elementsOf);

  it('describes every type, field, argument and enum value', () => {
    expect(elements.length).toBeGreaterThan(600);
    expect(elements.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('says more of each than its name does', () => {
    const repeating = elements.filter(
      ({ name, description }) => letters(description!) === letters(name.split(/[.(]/).at(-1)!),
    );
    expect(repeating.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });

  it('is the one in schema.graphql', () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(printed, 'Run `npm run generate`.').toBe(
      readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'),
    );
  });
});

describe('a mutation', () => {
  // Signing out needs to know nothing and cannot fail.
  const mutations = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => name !== 'signOut');

  it.each(mutations)('$name has one input and answers with its payload or an Error', ({ name, args, type }) => {
    const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
    expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capitalised}Input!`]);
    expect(String(type)).toBe(`${capitalised}Result!`);
    const result = getNamedType(type);
    if (!isUnionType(result)) throw new Error(`${name} answers with no union`);
    const [errors, payloads] = [true, false].map((isError) =>
      result.getTypes().filter((member) => member.getInterfaces().some((each) => each.name === 'Error') === isError),
    );
    expect(payloads!.map((payload) => payload.name)).toEqual([`${capitalised}Payload`]);
    if (!BY_LINK.has(name)) expect(errors!.map((error) => error.name)).toContain('NotSignedIn');
  });

  it('to sign out takes nothing and answers with its payload', () => {
    const { args, type } = schema.getMutationType()!.getFields().signOut!;
    expect([args, String(type)]).toEqual([[], 'SignOutPayload!']);
  });
});
