import { z } from 'zod';

/** An interest as lists of v2 show it. */
export const counted = z.object({
  id: z.int(),
  name: z.string(),
  userSelected: z.boolean().nullable(),
  countProjects: z.int().nullable(),
  countUsers: z.int().nullable(),
});

/** An interest in a list; `userSelected`: whether a person has it, true or null. */
export const interestOf = (
  { id, name }: { id: number; name: string },
  {
    userSelected = null,
    countProjects = null,
  }: Partial<Pick<z.infer<typeof counted>, 'userSelected' | 'countProjects'>> = {},
): z.infer<typeof counted> => ({ id, name, userSelected, countProjects, countUsers: null });
