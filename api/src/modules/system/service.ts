import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';

const banner = z.object({ markdown: text(1_000).trim(), visible: z.boolean() }).partial();

/** The line on top of every page; empty and hidden until an administrator writes one. */
export const readBanner = async ({ database }: Pick<Services, 'database'>) =>
  (await database.prisma.banner.findFirst()) ?? { markdown: '', visible: false };

/** Changes what is sent of the banner. Throws NotPermitted, InvalidInput. */
export async function updateBanner({ database }: Services, viewer: Viewer, input: object) {
  assertAdministers(viewer);
  const data = parseInput(banner, Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)));
  return database.prisma.banner.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
}
