import {
  GraphQLEnumType,
  type GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  isUnionType,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../src/graphql/schema.js';
import { box, polygon } from './areas.js';
import { startServer, type TestServer } from './server.js';
import { boxOfTiles, publishedProject } from './world.js';
import { BY_LINK } from './byLink.js';

/** What scalars get: whatever there is, has the number 1. */
const SCALARS: Record<string, unknown> = {
  ID: '1',
  Int: 1,
  Float: 1,
  Boolean: true,
  String: 'https://example.org/x',
  DateTime: new Date(Date.now() + 86_400_000).toISOString(),
  GeoJSON: polygon(box(36.8, -1.3, 36.81, -1.29)),
  JSON: {},
};

/** A value that fits a type: every field that is asked for, and those that say what is meant. */
function fitting(type: GraphQLInputType): unknown {
  if (type instanceof GraphQLNonNull) return fitting(type.ofType as GraphQLInputType);
  if (type instanceof GraphQLList) return [fitting(type.ofType as GraphQLInputType)];
  if (type instanceof GraphQLEnumType) return type.getValues()[0]!.name;
  if (type instanceof GraphQLScalarType) {
    if (!(type.name in SCALARS)) throw new Error(`Say what a ${type.name} gets in this test.`);
    return SCALARS[type.name];
  }
  const fields = Object.values((type as GraphQLInputObjectType).getFields());
  return Object.fromEntries(
    fields
      .filter((field) => field.type instanceof GraphQLNonNull || /^(personId|username|id|all)$/.test(field.name))
      .map((field) => [field.name, fitting(field.type)]),
  );
}

/** All but signing out, which a visitor may do, and which ends the session that the others need. */
const mutations = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => name !== 'signOut');

/** What anyone signed in may do to themself, or to what is open to all; nothing of it touches what is another's. */
const OWN = new Set([
  'acceptLicense',
  'createApiKey',
  'deleteNotifications',
  'markNotificationsRead',
  'revokeApiKey',
  'saveSearch',
  'setMyInterests',
  'setNotificationPreferences',
  'updateMyProfile',
  'updateSavedSearch',
]);

describe('every mutation of the schema', () => {
  let server: TestServer;
  let stranger: string;
  let blocked: string;
  let before: string;

  /** All that is there, but for sessions and what a person may do to themself. */
  const everything = async () => {
    const { rows } = await server.database.pool.query<{ table: string }>(
      `select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
          and table_name not in ('session', 'installed_functions', 'spatial_ref_sys', '_prisma_migrations', 'application_key', 'person', 'message', 'mail', 'mail_item', 'project_favourite', 'person_interest',
                                 'notification_preference', 'license_acceptance', 'saved_search', 'job_run') order by 1`,
    );
    const counted = await Promise.all(
      rows.map(async ({ table }) => {
        const { rows: sums } = await server.database.pool.query<{ sum: string }>(
          `select count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as sum from "${table}" t`,
        );
        return `${table} ${sums[0]!.sum}`;
      }),
    );
    return counted.join('\n');
  };

  beforeAll(async () => {
    server = await startServer({}, { jobs: false });
    const admin = await server.person('ada', 'ADMIN');
    stranger = (await server.person('sam')).token;
    blocked = (await server.person('bob', 'READ_ONLY')).token;
    await server.database.prisma.person.create({ data: { id: 1, username: 'https://example.org/x' } });
    await publishedProject(server, admin.token, { areaOfInterest: boxOfTiles(15, 2, 2), zoom: 15 });
    await server.get(
      `mutation { a: createTeam(input: { organisationId: 1, name: "Closed", joinMethod: BY_INVITE, visibility: PRIVATE }) { __typename }
        b: createCampaign(input: { name: "c" }) { __typename } c: createInterest(input: { name: "i" }) { __typename }
        d: createLicense(input: { name: "l" }) { __typename } e: createMappingIssueCategory(input: { name: "k" }) { __typename }
        f: updateProject(input: { projectId: 1, private: true }) { __typename } }`,
      {},
      admin.token,
    );
    before = await everything();
  });
  afterAll(() => server?.stop());

  const tried = async (field: (typeof mutations)[number], token?: string) => {
    const args = Object.fromEntries(field.args.map((arg) => [arg.name, fitting(arg.type)]));
    const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const { data, errors } = await server.ask(
      `mutation Tried${declared && ` (${declared})`} { result: ${field.name}${passed && `(${passed})`} { __typename ... on Error { code } } }`,
      args,
      token,
    );
    return errors ? `error: ${errors[0]!.message}` : (data.result.__typename as string);
  };
  const succeeds = (field: (typeof mutations)[number], answer: string) => {
    const type = field.type instanceof GraphQLNonNull ? (field.type.ofType as unknown) : field.type;
    return isUnionType(type) && /Payload$/.test(answer);
  };

  it('refuses a visitor with NotSignedIn', async () => {
    const answers: Record<string, string> = {};
    for (const field of mutations) if (!BY_LINK.has(field.name)) answers[field.name] = await tried(field);
    expect(Object.entries(answers).filter(([, answer]) => answer !== 'NotSignedIn')).toEqual([]);
    expect(await everything()).toBe(before);
  });

  it.each([
    ['a stranger', () => stranger],
    ['a blocked person', () => blocked],
  ])("lets %s do nothing to what is another's", async (_, token) => {
    const done: string[] = [];
    for (const field of mutations) {
      const answer = await tried(field, token());
      if (succeeds(field, answer) && !OWN.has(field.name)) done.push(`${field.name}: ${answer}`);
    }
    expect(done).toEqual([]);
    expect(await everything()).toBe(before);
  });
});
