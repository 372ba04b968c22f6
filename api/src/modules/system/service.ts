import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';

const banner = z.object({ markdown: text(1_000).trim(), visible: z.boolean() }).partial();

/** The line on top of every page; empty and hidden until an administrator writes one. */
export async function readBanner({ database }: Pick<Services, 'database'>) {
  const written = await database.prisma.banner.findFirst();
  return { markdown: '', visible: false, ...written, isWritten: written !== null };
}

/** Changes what is sent of the banner. Throws NotPermitted, InvalidInput. */
export async function updateBanner({ database }: Services, viewer: Viewer, input: object) {
  assertAdministers(viewer);
  const data = parseInput(banner, Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)));
  return database.prisma.banner.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
}
