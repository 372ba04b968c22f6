import {
  type DomainError,
  InUse,
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
  description:
    'What went wrong, and what the person needs to go on. Every foreseen error of a mutation is one of these.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'A sentence for the person, fit to be shown: what happened and what to do about it.',
    }),
    code: t.exposeString('code', {
      description: 'The kind of error, for programs; stable, such as TASK_ALREADY_LOCKED.',
    }),
  }),
});

builder.objectType(NotSignedIn, {
  name: 'NotSignedIn',
  description: 'A visitor cannot do this. Send a session token: `Authorization: Bearer …`.',
  interfaces: [ErrorInterface],
});

builder.objectType(NotPermitted, {
  name: 'NotPermitted',
  description:
    'The viewer is signed in, but may not do this. `reason`: for example USER_NOT_TEAM_MEMBER, USER_NOT_CORRECT_MAPPING_LEVEL, USER_NOT_ACCEPTED_LICENSE, USER_NOT_ON_ALLOWED_LIST, PROJECT_NOT_PUBLISHED, USER_BLOCKED, NOT_MANAGER, NOT_ADMIN.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description: "Which rule forbids it, for programs; the type's description lists them.",
    }),
  }),
});

builder.objectType(NotFound, {
  name: 'NotFound',
  description:
    'What an id or number of the input names is not there, or the viewer may not see it. `code` says what: PROJECT_NOT_FOUND, TASK_NOT_FOUND, ORGANISATION_NOT_FOUND, TEAM_NOT_FOUND, CAMPAIGN_NOT_FOUND, SESSION_NOT_FOUND …',
  interfaces: [ErrorInterface],
});

const InputIssueType = builder.objectRef<InputIssue>('InputIssue').implement({
  description: 'One thing that is wrong with the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description: 'Where in the input: names of fields and positions in lists, such as [results, 0, comment].',
    }),
    message: t.exposeString('message', { description: 'What is wrong there, as a sentence for the person.' }),
  }),
});
builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'Values of the input cannot be used; nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.expose('issues', {
      type: [InputIssueType],
      description: 'Each thing that is wrong, to be shown beside its field.',
    }),
  }),
});

builder.objectType(NameTaken, {
  name: 'NameTaken',
  description: 'Another one has this name already.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ name: t.exposeString('takenName', { description: 'The name, or slug, that is taken.' }) }),
});

builder.objectType(InUse, {
  name: 'InUse',
  description: 'It cannot be deleted while something else uses it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    usedBy: t.exposeString('usedBy', { description: 'What uses it, as words: for example "3 projects".' }),
  }),
});
