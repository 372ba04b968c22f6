import { signInOperations } from '../modules/sign-in/rest.js';
import { systemOperations } from '../modules/system/rest.js';
import type { Operation } from './operation.js';

/** Every operation of v2, by module. */
export const operations: Operation[] = [...signInOperations, ...systemOperations];
