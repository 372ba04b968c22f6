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
