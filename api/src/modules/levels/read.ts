import type { Database } from '../../database/database.js';

/** The levels from the first to the highest. */
export const allLevels = ({ prisma }: Database) => prisma.mappingLevel.findMany({ orderBy: { ordering: 'asc' } });

/** One level with the badges that it asks for. */
export const readLevel = ({ prisma }: Database, id: number) =>
  prisma.mappingLevel.findUnique({
    where: { id },
    include: { badges: { include: { badge: true }, orderBy: { badgeId: 'asc' } } },
  });

/** All badges, by name. */
export const allBadges = ({ prisma }: Database) => prisma.badge.findMany({ orderBy: { name: 'asc' } });

export const readBadge = ({ prisma }: Database, id: number) => prisma.badge.findUnique({ where: { id } });

/** The badges of a person that are shown to others, by name. */
export const badgesShownOf = ({ prisma }: Database, personId: number) =>
  prisma.badge.findMany({
    where: { isEnabled: true, isInternal: false, people: { some: { personId } } },
    orderBy: { name: 'asc' },
  });
