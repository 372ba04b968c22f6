import { NotPermitted } from '../../errors.js';
import type { Viewer } from '../../viewer.js';
import type { Standing } from './standing.js';

// Each function reads as a sentence over a standing. `whyNot…` gives the first reason that forbids it, with a sentence
// that says what would change it, or undefined when it may be done. That a person holds another task is not decided
// here: only the claiming statement can know.

/** Administrators, the author, managers of the project's organisation, and its project manager teams. */
export const canManage = (s: Standing): boolean =>
  s.isAdmin || s.isAuthor || s.managesOrganisation || s.teamRoles.includes('PROJECT_MANAGER');

const isInMappingTeam = (s: Standing) => s.teamRoles.some((role) => role !== 'READ_ONLY');
const isInValidationTeam = (s: Standing) =>
  s.teamRoles.some((role) => role === 'VALIDATOR' || role === 'PROJECT_MANAGER');

/** Drafts, also archived ones, are for those who manage them; private projects also for the people and teams they were given to. */
export function canSee(s: Standing): boolean {
  if (canManage(s)) return true;
  if (!s.isOpen) return false;
  return !s.private || s.isAllowedPerson || isInMappingTeam(s);
}

/** Which projects everybody may see, as `canSee` says of a visitor: a condition of SQL over project p. */
export const SEEN_BY_ALL = '(p.is_open and not p.private)';

export const whyNotMap = (s: Standing): NotPermitted | undefined =>
  whyNotWork(s, {
    verb: 'map',
    teamsOnly: s.mappingPermission === 'TEAMS',
    isInTeam: isInMappingTeam(s),
    teams: s.mappingTeams,
    level: { ordering: s.mappingLevelOrdering, name: s.mappingLevelName },
  });

export const whyNotValidate = (s: Standing): NotPermitted | undefined =>
  whyNotWork(s, {
    verb: 'validate',
    teamsOnly: s.validationPermission === 'TEAMS',
    isInTeam: isInValidationTeam(s),
    teams: s.validationTeams,
    level: { ordering: s.validationLevelOrdering, name: s.validationLevelName },
  });

/** What a project asks of those who map, or of those who validate. */
interface Demand {
  verb: 'map' | 'validate';
  teamsOnly: boolean;
  isInTeam: boolean;
  teams: string[];
  level: { ordering: number; name: string };
}

function whyNotWork(s: Standing, { verb, teamsOnly, isInTeam, teams, level }: Demand): NotPermitted | undefined {
  if (s.personId === null)
    return new NotPermitted('NOT_SIGNED_IN', `Sign in with your OpenStreetMap account to ${verb} here.`);
  if (s.isBlocked) return blocked();
  // Managers too: the licence is with whoever looks at the imagery.
  if (!s.licenseAccepted) {
    return new NotPermitted(
      'USER_NOT_ACCEPTED_LICENSE',
      `Read and accept the licence "${s.licenseName}" to ${verb} in this project.`,
    );
  }
  if (canManage(s)) return undefined;
  if (!s.isOpen) {
    return new NotPermitted(
      'PROJECT_NOT_PUBLISHED',
      'This project is still being prepared. Come back when its managers have published it.',
    );
  }
  if (teamsOnly && !isInTeam) return new NotPermitted('USER_NOT_TEAM_MEMBER', forTeams(teams, verb));
  if (s.levelOrdering < level.ordering) {
    return new NotPermitted(
      'USER_NOT_CORRECT_MAPPING_LEVEL',
      `To ${verb} in this project you need the level ${level.name}; yours is ${s.levelName}. Mapping in other projects takes you there.`,
    );
  }
  if (s.private && !s.isAllowedPerson && !isInTeam) {
    return new NotPermitted(
      'USER_NOT_ON_ALLOWED_LIST',
      'This project is private. Ask one of its managers to add you or your team.',
    );
  }
  return undefined;
}

export const blocked = () =>
  new NotPermitted(
    'USER_BLOCKED',
    'Your account is blocked: you can read, but not change anything. Write to the administrators if this is a mistake.',
  );

function forTeams(teams: string[], verb: string): string {
  if (teams.length === 0)
    return `Only members of this project's teams can ${verb} here. Ask one of its managers to add you to a team.`;
  if (teams.length === 1) return `Only the team ${teams[0]} can ${verb} in this project. Ask to join.`;
  const named = teams.slice(0, 3);
  const list =
    teams.length > 3 ? `${named.join(', ')} and others` : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  return `Only the teams ${list} can ${verb} in this project. Ask to join one of them.`;
}

/** Texts, settings, publishing, archiving. */
export function whyNotEdit(s: Standing): NotPermitted | undefined {
  if (s.personId === null)
    return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to edit this project.');
  if (s.isBlocked) return blocked();
  if (canManage(s)) return undefined;
  return new NotPermitted(
    'NOT_MANAGER',
    'Only the managers of this project can change it. Ask one of them to add you.',
  );
}

/** Administrators, and the managers of the organisation that the project is to belong to. */
export function whyNotCreateProject(viewer: Viewer, managesOrganisation: boolean): NotPermitted | undefined {
  if (viewer.role === 'READ_ONLY') return blocked();
  if (viewer.role === 'ADMIN' || managesOrganisation) return undefined;
  return new NotPermitted(
    'NOT_MANAGER',
    'Only managers of an organisation can create a project for it. Ask one of them to make you a manager.',
  );
}

/** Administrators, the author and managers of the organisation; project manager teams do not give a project away. */
export function whyNotTransfer(s: Standing): NotPermitted | undefined {
  const refusal = whyNotEdit(s);
  if (refusal || s.isAdmin || s.isAuthor || s.managesOrganisation) return refusal;
  return new NotPermitted(
    'NOT_MANAGER',
    "Only the project's author, managers of its organisation and administrators can give it to somebody else. Ask one of them.",
  );
}

/** Those who manage it, if they manage an organisation as well: whoever deletes could also create. */
export function whyNotDelete(s: Standing, managesAnOrganisation: boolean): NotPermitted | undefined {
  const refusal = whyNotEdit(s);
  if (refusal || s.isAdmin || managesAnOrganisation) return refusal;
  return new NotPermitted(
    'NOT_MANAGER',
    'Only managers of an organisation can delete a project. Ask one of them, or archive it.',
  );
}

/** Everybody who is signed in and not blocked. */
export function whyNotRemember(s: Standing): NotPermitted | undefined {
  return s.isBlocked ? blocked() : undefined;
}

/** Everybody who sees the project, once signed in and unless blocked. */
export function whyNotComment(s: Standing): NotPermitted | undefined {
  if (s.personId === null)
    return new NotPermitted('NOT_SIGNED_IN', 'Sign in with your OpenStreetMap account to join the conversation.');
  return s.isBlocked ? blocked() : undefined;
}

/** Who said it, and those who manage the project. */
export function whyNotDeleteComment(s: Standing, isOwn: boolean): NotPermitted | undefined {
  const refusal = whyNotComment(s);
  if (refusal || isOwn || canManage(s)) return refusal;
  return new NotPermitted(
    'NOT_MANAGER',
    'Only who wrote this comment and the managers of the project can delete it. Ask one of them.',
  );
}
