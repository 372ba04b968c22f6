import { z } from 'zod';
import { NotFound } from '../../errors.js';
import { nothing, success } from '../../rest/answers.js';
import { refuse, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { bool, int, oneOf, text } from '../../rest/values.js';
import { riseOneLevel, setLevel, voteForLevel } from '../levels/service.js';
import { sendVerification, sendVerificationOf } from '../mail/service.js';
import { askForFigures, refreshFiguresOf } from '../statistics/service.js';
import { deleteAccount, registerInterest, setExpertMode, setRole, updateProfile } from './service.js';
import { idOfPersonNamed, osmId, possible, profile, profileOf, setSwitches } from './v2Profile.js';

const tag = 'users';
const noPerson = { 404: 'There is no such person.' };
const username = text({ max: 255 });
const named = { username };
const lastAdmin = { 'NOT_PERMITTED/LAST_ADMIN': [403, 'NeedAdminRole'] } satisfies Refusals;

const line = (max: number) => text({ max }).nullish();
const settings = z.object({
  id: int().nullish().describe('Your own OSM id, as a check.'),
  name: line(255),
  city: line(255),
  country: line(255),
  emailAddress: line(254),
  twitterId: line(100),
  facebookId: line(100),
  linkedinId: line(100),
  slackId: line(100),
  skypeId: line(100),
  ircId: line(100),
  gender: oneOf(['MALE', 'FEMALE', 'SELF_DESCRIBE', 'PREFER_NOT']).nullish(),
  selfDescriptionGender: line(200),
  isExpert: bool().nullish(),
  defaultEditor: oneOf(['ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID']).nullish(),
  mentionsNotifications: bool().nullish(),
  questionsAndCommentsNotifications: bool().nullish(),
  projectsNotifications: bool().nullish(),
  tasksNotifications: bool().nullish().describe('Kept, and of no effect, as in the original.'),
  taskValidationNotification: bool().nullish(),
  taskInvalidationNotification: bool().nullish(),
  taskCommentsNotifications: bool().nullish(),
  teamsAnnouncementNotifications: bool().nullish(),
});

/** What is sent: null stands for nothing said. */
const said = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Fields;

export const peopleOperations = [
  operation({
    method: 'GET',
    path: '/users/queries/{username}/',
    tag,
    summary:
      'A person by their exact name. Looking at somebody also gives them the next level, if they have reached it.',
    access: 'login',
    params: named,
    answers: profile,
    fails: noPerson,
    service: 'people: read; levels: riseOneLevel; statistics: askForFigures',
    differences: [
      'Figures from outside are an hour old at most and are fetched in the background; the original asks two services at each look.',
    ],
    handler: async ({ context, viewer, params }) => {
      const found = await profileOf(context.database, viewer, params);
      if (!found.deleted) {
        await askForFigures(context, found.id, found.figures_at);
        await riseOneLevel(context.database, found.id);
      }
      return found.profile;
    },
  }),
  operation({
    method: 'GET',
    path: '/users/{user_id}/',
    tag,
    summary: 'A person by their OSM id.',
    access: 'login',
    params: { user_id: osmId() },
    answers: profile,
    fails: noPerson,
    service: 'people: read',
    handler: async ({ context: { database }, viewer, params }) => (await profileOf(database, viewer, params)).profile,
  }),
  operation({
    method: 'DELETE',
    path: '/users/{user_id}/',
    tag,
    summary: 'Deletes an account: your own, or any as an administrator. The mapping stays, under user_<id>.',
    access: 'login',
    keyScope: 'NEVER',
    params: { user_id: osmId() },
    answers: profile,
    fails: { 401: 'It is the account of somebody else.', 403: 'It is that of the last administrator.', ...noPerson },
    refusals: { 'NOT_PERMITTED/NOT_ADMIN': [401, 'UserPermissionError'], ...lastAdmin },
    service: 'people: deleteAccount',
    differences: [
      'Sessions and API keys of the account end at once; in the original they go on.',
      'The last administrator cannot be deleted.',
      'Somebody who is not there is a 404, not a 500.',
    ],
    handler: async ({ context: { database }, viewer, params: { user_id } }) => {
      await deleteAccount(database, viewer, possible(user_id));
      return (await profileOf(database, viewer, { user_id })).profile;
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/me/actions/set-user/',
    tag,
    summary: 'Changes your settings: what is sent and not null; "" empties a text.',
    access: 'login',
    keyScope: 'NEVER',
    body: settings,
    invalidBody: [400, 'InvalidData', 422],
    answers: z.object({ verificationEmailSent: z.boolean().describe('Whether the address is another one now.') }),
    fails: { 401: 'The id is not your own.' },
    service: 'people: updateProfile; notifications: setPreferences; mail: sendVerificationOf',
    differences: [
      'Of the profile only what is listed here can be set: not the name at OSM, the picture, or whether an address is verified.',
      'A gender, an editor or an address that is none is a 400, not a 500 or saved.',
      'Own words for a gender go only when another gender is sent, not when none is.',
    ],
    handler: async ({ context, viewer, body }) => {
      if (body.id !== viewer.id)
        refuse(401, 'UnableToAuth', 'You can change your own settings only: send your own id.');
      const { emailAddress, ...rest } = said(body);
      const { gender, selfDescriptionGender } = rest;
      const ownWords = gender === undefined || gender === 'SELF_DESCRIBE' ? selfDescriptionGender : undefined;
      const changed = await updateProfile(context.database, viewer, {
        ...rest,
        selfDescriptionGender: ownWords,
        email: emailAddress?.trim() || undefined,
      });
      await setSwitches(context.database, viewer, rest);
      if (changed) await sendVerificationOf(context, viewer);
      return { verificationEmailSent: changed };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/me/actions/verify-email/',
    tag,
    summary: 'Sends the mail again with which you verify your address.',
    access: 'login',
    keyScope: 'NEVER',
    answers: success,
    fails: { 400: 'You have no mail address here.', 403: 'Enough mails were sent for today.' },
    service: 'mail: sendVerification',
    handler: async ({ context, viewer }) => {
      const { email, emailVerified } = await context.database.prisma.person.findUniqueOrThrow({
        where: { id: viewer.id },
        select: { email: true, emailVerified: true },
      });
      if (!email)
        refuse(400, 'EmailNotSet', 'You have no mail address here. Save one in your settings, then ask again.');
      if (emailVerified) return { Success: 'Your mail address is verified already.' };
      if (!context.settings.mail)
        return { Success: 'Your address is saved. No mail is sent from here yet: ask an administrator.' };
      await sendVerification(context, viewer, email);
      return { Success: 'The mail is on its way. Follow the link in it within a day.' };
    },
  }),
  operation({
    method: 'POST',
    path: '/users/actions/register/',
    tag,
    summary: 'Leaves a mail address without an account.',
    access: 'open',
    body: z.object({
      email: text({ max: 254 }).refine((address) => z.email().safeParse(address.trim()).success, 'not a mail address'),
    }),
    answers: z.object({ id: z.int(), email: z.string(), success: z.boolean(), details: z.string() }),
    fails: { 400: 'Somebody with an account has this address.' },
    service: 'people: registerInterest',
    differences: ['What is no mail address is a 422; the original takes anything.'],
    handler: async ({ context: { database }, body: { email } }) => {
      const id = await registerInterest(database, email);
      if (id === null)
        refuse(400, undefined, 'Somebody with an account has this address. Sign in with OpenStreetMap instead.');
      return { id, email, success: true, details: 'User created successfully' };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/{username}/actions/set-role/{role}/',
    tag,
    summary: 'Makes a person an administrator, a mapper, or blocks them.',
    access: 'admin',
    keyScope: 'NEVER',
    params: { username, role: text({ max: 100 }) },
    answers: success,
    fails: { 403: 'You are no administrator, there is no such role, or it is the last administrator.', ...noPerson },
    refusals: lastAdmin,
    service: 'people: setRole',
    differences: ['The last administrator stays one.'],
    handler: async ({ context: { database }, viewer, params }) => {
      const role = (['READ_ONLY', 'MAPPER', 'ADMIN'] as const).find((each) => each === params.role.toUpperCase());
      if (!role) refuse(403, 'UnknownAddRole', 'There is no such role. Roles are ADMIN, MAPPER and READ_ONLY.');
      await setRole(database, viewer, await idOfPersonNamed(database, params.username), role);
      return { Success: 'The role was set.' };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/{user_name}/actions/set-expert-mode/{is_expert}/',
    tag,
    summary: 'Switches the expert mode of a person: on with true, off with anything else.',
    access: 'admin',
    params: { user_name: username, is_expert: text({ max: 100 }) },
    answers: success,
    fails: noPerson,
    service: 'people: setExpertMode',
    differences: ['It changes the person that the path names; the original changes whoever calls.'],
    handler: async ({ context: { database }, viewer, params: { user_name, is_expert } }) => {
      await setExpertMode(database, viewer, await idOfPersonNamed(database, user_name), is_expert === 'true');
      return { Success: 'The expert mode was switched.' };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/{username}/actions/set-level/{level}/',
    tag,
    summary: 'Sets the level of a person, by its exact name.',
    access: 'admin',
    params: { username, level: text({ max: 255 }) },
    answers: success,
    fails: { 400: 'There is no such level.', ...noPerson },
    service: 'levels: setLevel',
    handler: async ({ context: { database }, viewer, params }) => {
      const level = await database.prisma.mappingLevel.findUnique({ where: { name: params.level } });
      if (!level) refuse(400, 'UnknownUserRole', 'There is no such level. Names are exact, in capitals or not.');
      await setLevel(database, viewer, await idOfPersonNamed(database, params.username), level.id);
      return { Success: 'The level was set.' };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/{username}/actions/update-stats',
    tag,
    summary:
      'Asks OpenStreetMap and ohsome Now for the figures of a person, and gives them the next level if they have reached it.',
    access: 'admin',
    params: named,
    answers: nothing,
    fails: noPerson,
    service: 'statistics: refreshFiguresOf; levels: riseOneLevel',
    handler: async ({ context, params }) => {
      const id = await idOfPersonNamed(context.database, params.username);
      await refreshFiguresOf(context, id);
      await riseOneLevel(context.database, id);
      return null;
    },
  }),
  operation({
    method: 'PATCH',
    path: '/users/{username}/actions/approve-level',
    tag,
    summary: 'Votes for the level that a person waits for; nothing happens where they wait for none.',
    access: 'admin',
    params: named,
    answers: nothing,
    fails: { 400: 'It is yourself.', ...noPerson },
    refusals: { 'NOT_PERMITTED/OWN_LEVEL': [400, 'PermisisonError'] },
    service: 'levels: voteForLevel',
    handler: async ({ context: { database }, viewer, params }) => {
      const id = await idOfPersonNamed(database, params.username);
      await voteForLevel(database, viewer, id).catch((error: unknown) => {
        if (!(error instanceof NotFound && error.what === 'NOMINATION')) throw error;
      });
      return null;
    },
  }),
];
