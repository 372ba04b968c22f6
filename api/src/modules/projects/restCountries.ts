import { z } from 'zod';
import { operation } from '../../rest/operation.js';
import { countriesOfProjects } from './lists.js';

export const countriesOperations = [
  operation({
    method: 'GET',
    path: '/countries/',
    tag: 'countries',
    summary: 'The countries in which there are projects that everybody sees, by name.',
    access: 'open',
    answers: z.object({ tags: z.array(z.string()) }),
    service: 'projects: countriesOfProjects',
    handler: async ({ context }) => ({ tags: await countriesOfProjects(context.database) }),
  }),
];
