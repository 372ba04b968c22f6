import { DomainError } from '../../errors.js';

/** Somebody changed the settings after the editor read them. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'CHANGED_MEANWHILE';
  constructor(
    readonly projectId: number,
    readonly changedAt: Date,
  ) {
    super(
      'Somebody else changed this project while you were editing it. Look at what it is now, then send your changes again.',
    );
  }
}

/** What people did in a project is not thrown away. */
export class ProjectHasWork extends DomainError {
  readonly code = 'PROJECT_HAS_WORK';
  constructor(readonly tasks: number) {
    super(
      `People have worked on ${tasks === 1 ? 'a task' : `${tasks.toLocaleString('en')} tasks`} of this project, so it cannot be deleted. Archive it instead.`,
    );
  }
}
