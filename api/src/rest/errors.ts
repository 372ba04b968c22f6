import { type DomainError, InvalidInput, NotFound, NotPermitted, TooOften } from '../errors.js';

/**
 * The error bodies of v2. Old clients know three of them: E1 `{"Error", "SubCode"}`, which handlers wrote; E2
 * `{"error": {code, sub_code, message, details}}` of typed exceptions; and `{"detail"}` of the framework.
 */
export interface ErrorAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** `{"Error": "…", "SubCode": "…"}`; without a SubCode where the original has none. */
export const e1 = (status: number, subCode: string | undefined, message: string): ErrorAnswer => ({
  status,
  body: { Error: message, ...(subCode === undefined ? {} : { SubCode: subCode }) },
});

/** `{"error": {"code", "sub_code", "message", "details"}}`. */
export const e2 = (
  status: number,
  subCode: string,
  message: string,
  details: Record<string, unknown> = {},
): ErrorAnswer => ({
  status,
  body: { error: { code: status, sub_code: subCode, message, details } },
});

/** One fault of a path, a query or a body, as the original's framework tells it. */
export interface Fault {
  type: string;
  loc: (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

/** 422 with what is wrong, each with its place. */
export const unprocessable = (faults: Fault[]): ErrorAnswer => ({
  status: 422,
  body: { detail: faults.map((fault) => ({ ...fault, url: `https://errors.pydantic.dev/2.5/v/${fault.type}` })) },
});

/** An answer that a route throws where v2 has an error of its own that no service knows. */
export class Refused extends Error {
  constructor(readonly answer: ErrorAnswer) {
    super(JSON.stringify(answer.body));
  }
}

/** Throws E1. */
export function refuse(status: number, subCode: string | undefined, message: string): never {
  throw new Refused(e1(status, subCode, message));
}

/** Throws E2 404 with the ids that were looked for: `notFound('PROJECT', { project_id: 7 })`. */
export function notFound(what: string, details: Record<string, unknown>): never {
  throw new Refused(notFoundAnswer(what, details));
}

const RESOURCES: Record<string, string> = {
  ISSUE_CATEGORY: 'mapping issue category',
  USER: 'person',
  LICENSE: 'licence',
};

function notFoundAnswer(what: string, details: Record<string, unknown>): ErrorAnswer {
  const resource = RESOURCES[what] ?? what.toLowerCase().replaceAll('_', ' ');
  return e2(404, `${what}_NOT_FOUND`, `There is no such ${resource}.`, details);
}

/** What our errors call a thing → what v2 calls it. */
const V2_NAMES: Record<string, string> = {
  PERSON: 'USER',
  LICENCE: 'LICENSE',
  MAPPING_ISSUE_CATEGORY: 'ISSUE_CATEGORY',
  NOTIFICATION: 'MESSAGE',
  COMMENT: 'MESSAGE',
  API_KEY: 'APPLICATION',
  LEVEL: 'MAPPING_LEVEL',
  BADGE: 'MAPPING_BADGE',
  MEMBER: 'USER',
};

/** The ids by which each thing was looked for, as `details` names them; the first that the request has. */
const LOOKED_FOR_BY: Record<string, string[][]> = {
  PROJECT: [['project_id'], ['projectId']],
  TASK: [['project_id', 'task_id']],
  TASKS: [['project_id']],
  USER: [['username'], ['user_id'], ['userId']],
  TEAM: [['team_id']],
  ORGANISATION: [['organisation_id'], ['slug'], ['organisation']],
  CAMPAIGN: [['campaign_id']],
  LICENSE: [['license_id']],
  INTEREST: [['interest_id']],
  ISSUE_CATEGORY: [['category_id']],
  MESSAGE: [['message_id'], ['comment_id']],
  PARTNER: [['partner_id'], ['permalink']],
  PARTNERSHIP: [['partnership_id']],
  MAPPING_LEVEL: [['level_id']],
  MAPPING_BADGE: [['badge_id']],
  JOIN_REQUEST: [['username']],
  PROJECT_TEAM: [['team_id', 'project_id']],
  PROJECT_CAMPAIGN: [['campaign_id', 'project_id']],
  ORGANISATION_CAMPAIGN: [['organisation_id', 'campaign_id']],
};

/** What a rule's refusal is in v2, by our code or `CODE/REASON`: the status and SubCode of E1, or an answer made of it. */
export type Refusals = Record<
  string,
  [status: number, subCode: string | undefined] | ((error: DomainError, sent: Record<string, unknown>) => ErrorAnswer)
>;

/** Where an operation says nothing else. */
const DEFAULTS: Refusals = {
  NOT_SIGNED_IN: () => ({ status: 403, body: { detail: 'Not authenticated' } }),
  NOT_PERMITTED: [403, 'UserNotPermitted'],
  'NOT_PERMITTED/USER_BLOCKED': [403, 'ReadOnly'],
  'NOT_PERMITTED/NOT_ADMIN': [403, 'OnlyAdminAccess'],
  'NOT_PERMITTED/NOT_MANAGER': [403, 'UserPermissionError'],
  'NOT_PERMITTED/USER_NOT_ACCEPTED_LICENSE': [409, 'UserLicenseError'],
  INVALID_INPUT: [400, 'InvalidData'],
  NAME_TAKEN: [400, 'NameExists'],
  IN_USE: (error) => e2(409, 'CONFLICT', error.message),
  TOO_MANY_MESSAGES: [429, 'TooManyMessages'],
};

/** The v2 answer of what a service threw; `sent` is what the request named: its path, query and body. */
export function answerOf(error: DomainError, refusals: Refusals, sent: Record<string, unknown>): ErrorAnswer {
  if (error instanceof InvalidInput && error.unknownPeople.length > 0)
    return e2(404, 'USER_NOT_FOUND', error.message, { username: error.unknownPeople[0] });
  const reason = error instanceof NotPermitted ? `${error.code}/${error.reason}` : undefined;
  const [own, general] = [refusals, DEFAULTS].map((table) => (reason ? table[reason] : undefined) ?? table[error.code]);
  const refusal = own ?? (error instanceof NotFound ? undefined : general);
  if (typeof refusal === 'function') return refusal(error, sent);
  if (refusal) return e1(refusal[0], refusal[1], error.message);
  if (error instanceof NotFound) {
    const what = V2_NAMES[error.what] ?? error.what;
    const keys = (LOOKED_FOR_BY[what] ?? []).find((names) => names.every((name) => sent[name] !== undefined)) ?? [];
    return notFoundAnswer(what, Object.fromEntries(keys.map((key) => [key, sent[key]])));
  }
  if (error instanceof InvalidInput) return e1(400, 'InvalidData', error.message);
  if (error instanceof TooOften)
    return { ...e1(429, 'TooManyRequests', error.message), headers: { 'retry-after': String(error.waitSeconds) } };
  return e1(409, error.code, error.message);
}
