import { interestsOperations } from '../modules/interests/rest.js';
import { issueCategoriesOperations } from '../modules/issue-categories/rest.js';
import { levelsOperations } from '../modules/levels/rest.js';
import { licensesOperations } from '../modules/licences/rest.js';
import { notificationsOperations } from '../modules/notifications/rest.js';
import { signInOperations } from '../modules/sign-in/rest.js';
import { systemOperations } from '../modules/system/rest.js';
import { projectReadOperations } from '../modules/projects/restRead.js';
import type { Operation } from './operation.js';

/** Every operation of v2, by module. */
export const operations: Operation[] = [
  ...interestsOperations,
  ...issueCategoriesOperations,
  ...levelsOperations,
  ...licensesOperations,
  ...notificationsOperations,
  ...signInOperations,
  ...systemOperations,
  ...projectReadOperations,
];
