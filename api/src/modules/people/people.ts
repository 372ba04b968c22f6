import { queryFromInfo } from '@pothos/plugin-prisma';
import { rowsBy } from '../../database/rows.js';
import { isWhole } from '../../graphql/isWhole.js';
import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { badPage, connectionOf, counted, pageOf } from '../../graphql/page.js';
import { Person, UserRole } from './Person.js';
import { countPeople, personCursor, searchPeople } from './search.js';

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

const PeopleOrder = builder.enumType('PeopleOrder', {
  description: 'The order of the list of people.',
  values: {
    USERNAME: { description: 'By name.' },
    AWAITING_APPROVAL: { description: 'Those whose next level waits for votes first, then by name.' },
    NEWEST: { description: 'Who came last first.' },
    LAST_SEEN: { description: 'Who was last here first.' },
    TASKS_MAPPED: { description: 'Who mapped most tasks first.' },
    TASKS_VALIDATED: { description: 'Who validated most tasks first.' },
    TASKS_INVALIDATED: { description: 'Who sent back most tasks first.' },
    FIGURE_MOST: { description: 'By the figure that `metric` names, the most first; those without it last.' },
    FIGURE_LEAST: { description: 'By the figure that `metric` names, the least first; those without it last.' },
  },
});

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
      description: 'Those who have an account here. For people who are signed in: null for visitors.',
      args: {
        filter: t.arg({ type: PeopleFilter, description: 'Everybody when left out.' }),
        orderBy: t.arg({
          type: PeopleOrder,
          defaultValue: 'USERNAME',
          description: 'Cursors are good only for the order they came from.',
        }),
        metric: t.arg.string({
          description: 'With FIGURE_…: the figure, as badges name it: changeset, building, highway and so on.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const { database, viewer } = context;
        if (!viewer) return null;
        const { limit, after } = pageOf(args);
        const filter = args.filter ?? {};
        const orderBy = { order: args.orderBy ?? 'USERNAME', metric: args.metric };
        const totalCount = counted(info, () => countPeople(database, filter));
        const page = connectionOf(
          await searchPeople(database, filter, orderBy, limit, after),
          limit,
          after,
          personCursor,
        );
        const query = queryFromInfo({ context, info, typeName: 'Person', paths: [['nodes'], ['edges', 'node']] });
        const ids = page.edges.map(({ node }) => node.id);
        const rows = isWhole(query)
          ? await rowsBy(database, 'Person', 'id', ids)
          : await database.prisma.person.findMany({ ...query, where: { id: { in: ids } } });
        const people = new Map(rows.map((person) => [person.id, person]));
        return {
          ...page,
          edges: page.edges.flatMap(({ node, cursor }) =>
            people.has(node.id) ? { node: people.get(node.id)!, cursor } : [],
          ),
          totalCount,
        };
      },
    },
    PersonConnection,
    PersonEdge,
  ),
}));
