import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { badPage, connectionOf, pageOf } from '../../graphql/page.js';
import { Person, UserRole } from './Person.js';
import { searchPeople } from './service.js';

const PeopleFilter = builder.inputType('PeopleFilter', {
  description: 'Which people: those who fit all that is given.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the username, in upper or lower case.' }),
    roles: t.field({ type: [UserRole], description: 'Only people of these roles.' }),
    levelNumber: t.int({ description: 'Only people of this level: MappingLevel.number.' }),
    awaitingApproval: t.boolean({
      description: 'True: only those whose next level waits for votes; false: the others.',
    }),
  }),
});

const PersonEdge = builder.edgeObject({ type: Person, name: 'PersonEdge' });
const PersonConnection = builder.connectionObject({ type: Person, name: 'PersonConnection' }, PersonEdge);

const toCursor = (username: string) => Buffer.from(username).toString('base64url');
function fromCursor(after: string): string {
  const username = Buffer.from(after, 'base64url').toString();
  if (toCursor(username) !== after || username.includes('\0'))
    throw badPage('This is no cursor of this list. Send one that an edge or pageInfo gave.');
  return username;
}

builder.queryFields((t) => ({
  person: t.prismaField({
    type: Person,
    nullable: true,
    description: 'One person, by id or by username; null when there is none.',
    args: {
      id: t.arg.id({ description: 'OSM id or node id.' }),
      username: t.arg.string({ description: 'Exactly as on OpenStreetMap; not used where `id` is given.' }),
    },
    resolve: (query, _root, { id, username }, { database }) => {
      if (id == null && username == null) throw badPage('Say which person: id or username.');
      const where = id != null ? { id: numberOf('Person', id) } : { username: username!.replaceAll('\0', '') };
      return database.prisma.person.findUnique({ ...query, where });
    },
  }),
  people: t.connection(
    {
      type: Person,
      nullable: true,
      description: 'Those who have an account here, by username. For people who are signed in: null for visitors.',
      args: { filter: t.arg({ type: PeopleFilter, description: 'Everybody when left out.' }) },
      resolve: async (_root, args, context, info) => {
        const { database, viewer } = context;
        if (!viewer) return null;
        const { limit, after } = pageOf(args);
        const where = searchPeople(args.filter ?? {});
        const found = await database.prisma.person.findMany({
          where: { AND: [where, after === null ? {} : { username: { gt: fromCursor(after) } }] },
          select: { id: true, username: true },
          orderBy: { username: 'asc' },
          take: limit + 1,
        });
        const page = connectionOf(found, limit, after, ({ username }) => toCursor(username));
        const rows = await database.prisma.person.findMany({
          ...queryFromInfo({ context, info, typeName: 'Person', paths: [['nodes'], ['edges', 'node']] }),
          where: { id: { in: page.edges.map(({ node }) => node.id) } },
        });
        const people = new Map(rows.map((person) => [person.id, person]));
        return {
          ...page,
          edges: page.edges.flatMap(({ node, cursor }) =>
            people.has(node.id) ? { node: people.get(node.id)!, cursor } : [],
          ),
          totalCount: () => database.prisma.person.count({ where }),
        };
      },
    },
    PersonConnection,
    PersonEdge,
  ),
}));
