// The rules of tasks: what other modules and the faces call.
export { lockNextTask, lockTaskForMapping, lockTasksForValidation } from './take.js';
export { extendLocks, stopMapping, stopValidation, submitMapping, submitValidation } from './finish.js';
export { splitTask, undoSplit, undoTask } from './change.js';
export { annotateTasks } from './annotate.js';
export { assignTasks, unassignTasks } from './assign.js';
export { removeTasks } from './remove.js';
export { commentOnTask } from './comment.js';
export { bulkTaskAction, previewBulkAction } from './bulk.js';
export { tasksHeldBy } from './rows.js';
export { touchedTasksPage } from './ofPerson.js';
export { allFeatures } from './features.js';
