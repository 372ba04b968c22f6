import { builder } from '../../graphql/builder.js';

interface Requirement {
  metric: string;
  minimum: number;
}

export const BadgeRequirement = builder.objectRef<Requirement>('BadgeRequirement').implement({
  description: 'One figure of a person that a badge asks for.',
  fields: (t) => ({
    metric: t.exposeString('metric', { description: 'Which figure: changeset, building, highway and so on.' }),
    minimum: t.exposeFloat('minimum', { description: 'The least it has to be.' }),
  }),
});

export const requirementsOf = (requirements: unknown): Requirement[] =>
  Object.entries(requirements as Record<string, number>).map(([metric, minimum]) => ({
    metric,
    minimum: Number(minimum),
  }));

export const Badge = builder.prismaObject('Badge', {
  description: 'What a person gets for figures they reached, once and for good.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id.' }),
    name: t.exposeString('name', { description: 'Unique.' }),
    description: t.exposeString('description', { description: 'What it stands for; can be empty.' }),
    imagePath: t.exposeString('imagePath', { nullable: true, description: 'Its picture; null when it has none.' }),
    requirements: t.field({
      type: [BadgeRequirement],
      description: 'All of them have to be met.',
      select: { requirements: true },
      resolve: ({ requirements }) => requirementsOf(requirements),
    }),
    isEnabled: t.exposeBoolean('isEnabled', { description: 'False: not shown on profiles.' }),
    isInternal: t.exposeBoolean('isInternal', { description: 'True: only there for levels, not shown on profiles.' }),
  }),
});

export const MappingLevel = builder.prismaObject('MappingLevel', {
  description: 'How experienced a person is. Projects can ask for a least level.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Its id.' }),
    name: t.exposeString('name', { description: 'As people see it, such as BEGINNER; an instance can have its own.' }),
    ordering: t.exposeInt('ordering', { description: 'Higher is more experienced; 1 is the beginner.' }),
    approvalsRequired: t.exposeInt('approvalsRequired', {
      description: 'Votes of administrators that it takes besides the badges; 0 gives it by badges alone.',
    }),
    color: t.exposeString('color', { nullable: true, description: 'As CSS writes it; null when none was chosen.' }),
    isBeginner: t.exposeBoolean('isBeginner', { description: 'True for the level that everyone begins at.' }),
    requiredBadges: t.prismaField({
      type: [Badge],
      description: 'Who has all of them reaches the level; empty: nobody reaches it by badges.',
      select: { badges: { include: { badge: true }, orderBy: { badgeId: 'asc' } } },
      resolve: (_query, { badges }) => badges.map(({ badge }) => badge),
    }),
  }),
});

builder.queryFields((t) => ({
  levels: t.prismaField({
    type: [MappingLevel],
    description: 'All levels, the beginner’s first.',
    resolve: (query, _root, _args, { database }) =>
      database.prisma.mappingLevel.findMany({ ...query, orderBy: { ordering: 'asc' } }),
  }),
  badges: t.prismaField({
    type: [Badge],
    description: 'All badges by name, also those that profiles do not show.',
    resolve: (query, _root, _args, { database }) =>
      database.prisma.badge.findMany({ ...query, orderBy: { name: 'asc' } }),
  }),
}));
