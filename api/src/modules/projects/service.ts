import { z } from 'zod';
import { statement } from '../../database/database.js';
import { InvalidInput, NotFound, type InputIssue } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { notifyOfStatus } from '../notifications/service.js';
import { isInForce } from '../sign-in/service.js';
import { canSee, whyNotEdit } from './policy.js';
import { standingOf, type Standing } from './standing.js';

export { conditionOf } from './filter.js';
export { favouriteProjects, recommendedProjects } from './lists.js';

const WRITE_TEXTS = statement(import.meta.url, 'sql/write_texts');

/** Codes as v2 has them: en, pt_BR, zh_TW, kab. A country is written in capitals, so that no language is there twice. */
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Za-z0-9]{2,8})?$/, 'A language is written like en or pt_BR.')
  .max(10)
  .transform((code) => code.replace(/_[a-z]{2}$/, (country) => country.toUpperCase()));

const projectText = z.object({
  locale,
  name: text(512).trim().optional(),
  shortDescription: text(2_000).trim().optional(),
  description: text(100_000).optional(),
  instructions: text(100_000).optional(),
  perTaskInstructions: text(20_000).optional(),
});
/** Texts of which each language is there once. */
const eachOnce = <Text extends z.ZodType<{ locale: string }>>(text: Text) =>
  z
    .array(text)
    .max(100)
    .refine((list) => new Set(list.map((each) => each.locale)).size === list.length, 'Name each language once.');
const projectTexts = z.object({ texts: eachOnce(projectText).min(1, 'Send at least one text.') });

/** All texts in one language; what is left out is empty. */
export const wholeText = projectText.extend({
  name: projectText.shape.name.default(''),
  shortDescription: projectText.shape.shortDescription.default(''),
  description: projectText.shape.description.default(''),
  instructions: projectText.shape.instructions.default(''),
  perTaskInstructions: projectText.shape.perTaskInstructions.default(''),
});
export const wholeTexts = z.object({ texts: eachOnce(wholeText) });

/** The viewer's standing in a project that they may see. Throws NotFound. */
export async function visible(services: Services, viewer: Viewer | null, projectId: number): Promise<Standing> {
  const standing = await standingOf(services, viewer, projectId);
  if (!standing || !canSee(standing))
    throw new NotFound('PROJECT', 'There is no such project, or it is not open to you.');
  return standing;
}

/** Whether the viewer may follow what happens in a project. Asked at the start and at each delivery: sessions and permissions end. */
export async function isOpenToFollow(
  context: Services & { viewer: Viewer | null },
  projectId: number,
): Promise<boolean> {
  const { viewer, database } = context;
  // What a visitor may see is open to all: asked once for all who follow, whoever they are.
  const visitor = await standingOf(context, null, projectId);
  if (!visitor || canSee(visitor) || viewer === null) return visitor !== undefined && canSee(visitor);
  const standing = await standingOf(context, viewer, projectId);
  return standing !== undefined && canSee(standing) && isInForce(database, viewer);
}

/** The viewer's standing in a project that they may edit. Throws NotFound for what they may not even see, NotPermitted. */
export async function editable(services: Services, viewer: Viewer, projectId: number): Promise<Standing> {
  const standing = await visible(services, viewer, projectId);
  const refusal = whyNotEdit(standing);
  if (refusal) throw refusal;
  return standing;
}

/**
 * Writes a project's texts, language by language; what is not sent stays as it is. Throws NotFound, NotPermitted, InvalidInput:
 * also for emptying what a published project needs.
 */
export async function updateProjectTexts(
  services: Services,
  viewer: Viewer,
  projectId: number,
  input: z.input<typeof projectText>[],
): Promise<void> {
  const { status } = await editable(services, viewer, projectId);
  const given = input.map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value != null)));
  const { texts } = parseInput(projectTexts, { texts: given });
  if (status === 'PUBLISHED') {
    const { defaultLocale } = await services.database.prisma.project.findUniqueOrThrow({
      where: { id: projectId },
      select: { defaultLocale: true },
    });
    const own = texts.find((each) => each.locale === defaultLocale);
    const emptied = NEEDED_TEXTS.filter((key) => own?.[key]?.trim() === '');
    if (emptied.length > 0) throw missingTexts(defaultLocale, emptied, 'A published project keeps it.');
  }
  await services.database.query(WRITE_TEXTS, [projectId, JSON.stringify(texts.map(rowOfText))]);
}

/** Texts under the names of their columns. */
export const rowOfText = ({
  locale,
  name,
  shortDescription,
  description,
  instructions,
  perTaskInstructions,
}: z.output<typeof projectText>) => ({
  locale,
  name,
  short_description: shortDescription,
  description,
  instructions,
  per_task_instructions: perTaskInstructions,
});

const NEEDED = {
  name: 'a name',
  shortDescription: 'a short description',
  description: 'a description',
  instructions: 'instructions',
} as const;
const NEEDED_TEXTS = Object.keys(NEEDED) as (keyof typeof NEEDED)[];

const missingTexts = (locale: string, missing: (keyof typeof NEEDED)[], then: string) =>
  new InvalidInput(
    missing.map((key): InputIssue => ({
      path: ['texts', locale, key],
      message: `Give the project ${NEEDED[key]}. ${then}`,
    })),
  );

/** What a published project needs in its own language and has not; undefined when nothing is missing. `then`: what to do after. */
export function textsMissingIn(
  language: string,
  texts: ({ locale: string } & Record<keyof typeof NEEDED, string>)[],
  then: string,
): InvalidInput | undefined {
  const own = texts.find((each) => each.locale.toLowerCase() === language.toLowerCase());
  const missing = NEEDED_TEXTS.filter((key) => !own?.[key].trim());
  return missing.length > 0 ? missingTexts(language, missing, then) : undefined;
}

/** Opens a project to everyone it is for. Throws InvalidInput that names each text still missing in its default language. */
export async function publishProject(services: Services, viewer: Viewer, projectId: number): Promise<void> {
  const { status } = await editable(services, viewer, projectId);
  const { defaultLocale, texts } = await services.database.prisma.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { defaultLocale: true, texts: true },
  });
  const missing = textsMissingIn(defaultLocale, texts, 'Then publish it.');
  if (missing) throw missing;
  await setStatus(services, projectId, 'PUBLISHED');
  if (status !== 'PUBLISHED') await notifyOfStatus(services.database, viewer, projectId, 'PUBLISHED');
}

/** Takes a project out of the lists of work; whoever could read it still can, so a draft stays with those who manage it. */
export async function archiveProject(services: Services, viewer: Viewer, projectId: number): Promise<void> {
  const { status } = await editable(services, viewer, projectId);
  await setStatus(services, projectId, 'ARCHIVED');
  if (status !== 'ARCHIVED') await notifyOfStatus(services.database, viewer, projectId, 'ARCHIVED');
}

/** Takes a project back into preparation: only those who manage it see it. */
export async function returnProjectToDraft(services: Services, viewer: Viewer, projectId: number): Promise<void> {
  await editable(services, viewer, projectId);
  await setStatus(services, projectId, 'DRAFT');
}

const setStatus = ({ database }: Services, id: number, status: 'PUBLISHED' | 'ARCHIVED' | 'DRAFT') =>
  database.prisma.project.update({ where: { id }, data: { status, changedAt: new Date() } });
