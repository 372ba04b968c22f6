import type { Context } from '../../graphql/context.js';
import { batched } from '../../graphql/perRequest.js';
import { geometryOf } from './load.js';
import type { GeometryRow, TaskRow } from './rows.js';

interface Texts {
  defaultLocale: string;
  perTask: Map<string, string>;
}

const textsOf = batched(async (projectIds: number[], { database }) => {
  const projects = await database.prisma.project.findMany({
    where: { id: { in: projectIds } },
    select: { id: true, defaultLocale: true, texts: { select: { locale: true, perTaskInstructions: true } } },
  });
  const found = new Map(
    projects.map(({ id, defaultLocale, texts }): [number, Texts] => [
      id,
      {
        defaultLocale,
        perTask: new Map(texts.map(({ locale, perTaskInstructions }) => [locale, perTaskInstructions])),
      },
    ]),
  );
  return (id: number) => found.get(id);
});

/** The project's per-task instructions in the first of the locales that has them, else in its default one, filled in. */
export async function instructionsFor(context: Context, task: TaskRow, locales: string[]): Promise<string> {
  const texts = await textsOf(context, task.project_id);
  if (!texts) return '';
  const wanted = locales.flatMap((locale) => [locale, locale.split('_')[0]!]);
  const template = [...wanted, texts.defaultLocale].map((locale) => texts.perTask.get(locale)).find(Boolean) ?? '';
  return template && fillIn(template, await geometryOf(context, task.id));
}

/** Fills `{x}`, `{y}`, `{z}` and the properties of an uploaded polygon in; with an unknown placeholder the text stays as it is. */
export function fillIn(
  template: string,
  { x, y, zoom, extra_properties }: Pick<GeometryRow, 'x' | 'y' | 'zoom' | 'extra_properties'>,
): string {
  const values: Record<string, unknown> = {
    ...extra_properties,
    ...(x !== null && { x }),
    ...(y !== null && { y }),
    ...(zoom !== null && { z: zoom }),
  };
  let complete = true;
  const filled = template.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    if (!Object.hasOwn(values, name)) complete = false;
    return Object.hasOwn(values, name) ? String(values[name]) : placeholder;
  });
  return complete ? filled : template;
}
