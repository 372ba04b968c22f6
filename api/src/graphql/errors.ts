import {
  type DomainError,
  InvalidInput,
  NameTaken,
  NotFound,
  NotPermitted,
  NotSignedIn,
  type InputIssue,
} from '../errors.js';
import { builder } from './builder.js';

/** Every error type implements it. */
export const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'What went wrong, and what the person needs to go on.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'A sentence for the person.' }),
    code: t.exposeString('code', { description: 'Stable, for programs.' }),
  }),
});

builder.objectType(NotSignedIn, { name: 'NotSignedIn', interfaces: [ErrorInterface] });

builder.objectType(NotPermitted, {
  name: 'NotPermitted',
  description:
    'reason: for example USER_NOT_TEAM_MEMBER, USER_NOT_CORRECT_MAPPING_LEVEL, USER_NOT_ACCEPTED_LICENSE, USER_NOT_ON_ALLOWED_LIST, PROJECT_NOT_PUBLISHED, USER_BLOCKED, NOT_MANAGER, NOT_ADMIN.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ reason: t.exposeString('reason') }),
});

builder.objectType(NotFound, { name: 'NotFound', interfaces: [ErrorInterface] });

const InputIssueType = builder.objectRef<InputIssue>('InputIssue').implement({
  fields: (t) => ({ path: t.exposeStringList('path'), message: t.exposeString('message') }),
});
builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  interfaces: [ErrorInterface],
  fields: (t) => ({ issues: t.expose('issues', { type: [InputIssueType] }) }),
});

builder.objectType(NameTaken, {
  name: 'NameTaken',
  interfaces: [ErrorInterface],
  fields: (t) => ({ name: t.exposeString('takenName') }),
});
