/**
 * What can go wrong by a rule of the domain. The GraphQL face turns each class into a type of the same name, the REST
 * face into its v2 body; both from `code`. The message is a sentence for the person, saying what to do.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

export class NotSignedIn extends DomainError {
  readonly code = 'NOT_SIGNED_IN';
  constructor(message = 'Sign in to do this.') {
    super(message);
  }
}

export class NotPermitted extends DomainError {
  readonly code = 'NOT_PERMITTED';
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

export class NotFound extends DomainError {
  readonly code: string;
  /** what: PROJECT, TASK, ORGANISATION, SESSION … */
  constructor(
    readonly what: string,
    message: string,
  ) {
    super(message);
    this.code = `${what}_NOT_FOUND`;
  }
}

export interface InputIssue {
  path: string[];
  message: string;
}

export class InvalidInput extends DomainError {
  readonly code = 'INVALID_INPUT';
  constructor(
    readonly issues: InputIssue[],
    /** Usernames in it that nobody here has, where that is what is wrong. */
    readonly unknownPeople: string[] = [],
  ) {
    super(issues.map(({ message }) => message).join(' '));
  }
}

export class NameTaken extends DomainError {
  readonly code = 'NAME_TAKEN';
  /** `name` is the word the person chose on the screen; the class name is taken by Error itself. */
  constructor(readonly takenName: string) {
    super(`"${takenName}" is already in use. Choose another name.`);
  }
}

export class InUse extends DomainError {
  readonly code = 'IN_USE';
  /** `usedBy`: what uses it, as a phrase: "3 projects", "people". */
  constructor(
    readonly usedBy: string,
    message: string,
  ) {
    super(message);
  }
}

export class TooOften extends DomainError {
  readonly code = 'TOO_OFTEN';
  constructor(
    times: number,
    /** When to come again. */
    readonly waitSeconds: number,
  ) {
    super(`You did this ${times} times. Wait ${Math.ceil(waitSeconds / 60)} minutes.`);
  }
}
