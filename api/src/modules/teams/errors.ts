import { DomainError } from '../../errors.js';

export class AlreadyMember extends DomainError {
  readonly code = 'ALREADY_MEMBER';
  constructor(readonly pending: boolean) {
    super(
      pending
        ? 'You have asked to join already. A manager of the team will decide.'
        : 'You are a member of this team already.',
    );
  }
}

const WHAT_FOR = {
  PROJECT_MANAGER: 'to manage',
  MAPPER: 'to map in',
  VALIDATOR: 'to validate in',
} as const;
export type GuardedRole = keyof typeof WHAT_FOR;

/** Without this team, nobody would hold a role that the project needs. */
export class LastTeam extends DomainError {
  readonly code = 'LAST_TEAM';
  constructor(
    readonly projectNumber: number,
    readonly role: GuardedRole,
  ) {
    super(
      `Project ${projectNumber} would be left without a team ${WHAT_FOR[role]} it. Give another team that role first.`,
    );
  }
}
