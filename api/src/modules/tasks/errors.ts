import { DomainError } from '../../errors.js';

/** A task as errors name it. */
export interface TaskName {
  projectId: number;
  number: number;
}

/** Which answer of a statement about one task refused, and what the person needs to know. */
export interface TaskRefusal {
  taskNumber: number;
  code: string;
  message: string;
  holderId: number | null;
  expiresAt: Date | null;
  comment: string | null;
}

const time = (date: Date) => `${date.toISOString().slice(11, 16)} UTC`;

export class TaskAlreadyLocked extends DomainError {
  readonly code = 'TASK_ALREADY_LOCKED';
  constructor(
    readonly task: TaskName,
    readonly holderId: number,
    readonly holderName: string,
    readonly expiresAt: Date,
  ) {
    super(`${holderName} is working on task ${task.number} until ${time(expiresAt)}. Choose another task.`);
  }
}

export class AlreadyHoldsLock extends DomainError {
  readonly code = 'ALREADY_HOLDS_LOCK';
  constructor(
    readonly task: TaskName,
    readonly expiresAt: Date,
  ) {
    super(`You are still working on task ${task.number} of project ${task.projectId}. Finish or stop it first.`);
  }
}

export class TaskNotInState extends DomainError {
  readonly code = 'TASK_NOT_IN_STATE';
  constructor(
    number: number,
    readonly status: string,
    needed: string,
  ) {
    super(`Task ${number} is ${STATUS_WORDS[status] ?? status} and cannot be ${needed} now.`);
  }
}

/** The task is not locked by the viewer; the comment is handed back. */
export class LockNotHeld extends DomainError {
  readonly code = 'LOCK_NOT_HELD';
  constructor(
    number: number,
    readonly holderId: number | null,
    readonly expiresAt: Date | null,
    readonly comment: string | null,
    /** Somebody else has it, for the same work. */
    readonly isWithOther = false,
  ) {
    super(`You are not working on task ${number} any more. Take it again to go on; your comment was not sent.`);
  }
}

/** The lock the work was done under ended, and the task went on without it. */
export class LockEnded extends DomainError {
  readonly code = 'LOCK_ENDED';
  constructor(
    readonly task: TaskName,
    readonly holderId: number | null,
    readonly expiresAt: Date | null,
    readonly comment: string | null,
  ) {
    super(
      `Your time for task ${task.number} ended and somebody else took it since. Edits you saved stay in OpenStreetMap; your comment was not sent.`,
    );
  }
}

export class NothingLeft extends DomainError {
  readonly code = 'NOTHING_LEFT';
  constructor() {
    super('No task of this project is free to be mapped now. Try again later, or choose another project.');
  }
}

export class TaskTooSmall extends DomainError {
  readonly code = 'TASK_TOO_SMALL';
  /** As split.sql holds it. */
  static readonly LIMIT_M2 = 25_000;
  readonly limitM2 = TaskTooSmall.LIMIT_M2;
  constructor(
    number: number,
    readonly areaM2: number,
    readonly zoom: number | null,
  ) {
    super(`Task ${number} is too small to be split: it needs at least 25,000 m2 and a zoom below 18.`);
  }
}

/** A split cannot be undone, as the task is no part of one. */
export class NotFromSplit extends DomainError {
  readonly code = 'NOT_FROM_SPLIT';
  constructor(number: number) {
    super(`Task ${number} did not come from a split: there is nothing to undo.`);
  }
}

/** A split cannot be undone, as one of its parts was worked on. */
export class PartChanged extends DomainError {
  readonly code = 'PART_CHANGED';
  constructor(
    readonly taskNumber: number,
    split: boolean,
  ) {
    super(
      split
        ? `Task ${taskNumber}, which came from the same split, was split again. Undo that split first.`
        : `Task ${taskNumber}, which came from the same split, was worked on since. A manager of the project can undo the split all the same.`,
    );
  }
}

/** Nothing was changed, because some of the tasks refused. */
export class TasksRefused extends DomainError {
  readonly code = 'TASKS_REFUSED';
  constructor(readonly refusals: TaskRefusal[]) {
    super(
      `Nothing was changed. ${refusals
        .slice(0, 3)
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
}

export const STATUS_WORDS: Record<string, string> = {
  READY: 'ready to be mapped',
  LOCKED_FOR_MAPPING: 'being mapped',
  MAPPED: 'mapped',
  LOCKED_FOR_VALIDATION: 'being validated',
  VALIDATED: 'validated',
  INVALIDATED: 'in need of more mapping',
  BADIMAGERY: 'marked as having unusable imagery',
};
