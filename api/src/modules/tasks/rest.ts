import { actionOperations } from './restActions.js';
import { bulkOperations } from './restBulk.js';
import { readingOperations } from './restReading.js';
import { validationOperations } from './restValidation.js';

export const tasksOperations = [...readingOperations, ...actionOperations, ...validationOperations, ...bulkOperations];
