import type { Context } from '../../graphql/context.js';
import { textsOf } from '../projects/load.js';
import { textIn } from '../projects/texts.js';
import { geometryOf } from './load.js';
import type { GeometryRow, TaskRow } from './rows.js';

/** The project's per-task instructions in the first of the locales that has them, else in any, filled in. */
export async function instructionsFor(context: Context, task: TaskRow, locales: string[]): Promise<string> {
  const template = textIn(await textsOf(context, task.project_id), 'perTaskInstructions', locales, 'en');
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
