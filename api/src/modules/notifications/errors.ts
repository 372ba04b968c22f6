import { DomainError } from '../../errors.js';

/** Many people hear of each message to a group; nobody sends them all the time. */
export class TooManyMessages extends DomainError {
  readonly code = 'TOO_MANY_MESSAGES';
  constructor(
    most: number,
    /** When the next one can be sent. */
    readonly freeAt: Date,
  ) {
    super(
      `You have sent ${most} messages to many people within an hour. Send the next one at ${freeAt.toISOString().slice(11, 16)} UTC.`,
    );
  }
}
