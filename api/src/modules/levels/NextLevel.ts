import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { Person } from '../people/Person.js';
import { nextLevelOf, type Next, type Progress } from './load.js';
import { Badge, MappingLevel } from './MappingLevel.js';
import { whyNotVote } from './policy.js';

const levelById = batched(async (ids: number[], { database }) => {
  const rows = await database.prisma.mappingLevel.findMany({ where: { id: { in: ids } } });
  const levels = new Map(rows.map((row) => [row.id, row]));
  return (id: number) => levels.get(id)!;
});

const LevelProgress = builder.objectRef<Progress>('LevelProgress').implement({
  description: 'How far a person is with one figure that a level asks for.',
  fields: (t) => ({
    metric: t.exposeString('metric', { description: 'Which figure: changeset, building, highway and so on.' }),
    minimum: t.exposeFloat('minimum', { description: 'The least it has to be.' }),
    reached: t.exposeFloat('reached', { description: 'What it is now; it can be more than the minimum.' }),
  }),
});

const NextLevel = builder.objectRef<Next>('NextLevel').implement({
  description: 'The level above a person’s, and what is missing.',
  fields: (t) => ({
    level: t.field({
      type: MappingLevel,
      description: 'The level that comes next.',
      resolve: ({ level_id }, _args, context) => levelById(context, level_id),
    }),
    requirements: t.expose('requirements', {
      type: [LevelProgress],
      description: 'The figures that its badges ask for; empty when it is not reached by badges.',
    }),
    nominatedAt: t.expose('nominated_at', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when they have all badges and wait for votes; null when they do not.',
    }),
    votes: t.exposeInt('votes', { description: 'Administrators who voted for them so far.' }),
    viewerVoted: t.exposeBoolean('viewer_voted', { description: 'Whether the viewer is one of them.' }),
    viewerCanApprove: t.field({
      type: Permission,
      description: 'Administrators may vote, not for themselves; while the person is nominated.',
      resolve: ({ person_id }, _args, { viewer }) => permission(whyNotVote(viewer, person_id)),
    }),
  }),
});

builder.prismaObjectFields(Person, (t) => ({
  nextLevel: t.field({
    type: NextLevel,
    nullable: true,
    select: { id: true },
    description: 'What comes above their level; null at the top.',
    resolve: ({ id }, _args, context) => nextLevelOf(context, id),
  }),
  badges: t.prismaField({
    type: [Badge],
    description: 'What they reached, the first first; without those that are disabled or only there for levels.',
    select: {
      badges: {
        where: { badge: { isEnabled: true, isInternal: false } },
        include: { badge: true },
        orderBy: [{ awardedAt: 'asc' }, { badgeId: 'asc' }],
      },
    },
    resolve: (_query, { badges }) => badges.map(({ badge }) => badge),
  }),
}));
