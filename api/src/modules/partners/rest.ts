import { z } from 'zod';
import type { Context } from '../../graphql/context.js';
import { success } from '../../rest/answers.js';
import { notFound, Refused, type Refusals } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { parsePart } from '../../rest/parse.js';
import { id, text } from '../../rest/values.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';
import { canSee } from '../projects/policy.js';
import { standingOf } from '../projects/standing.js';
import { createPartner, deletePartner, updatePartner } from './service.js';

const tag = 'partners';
const words = z.string().nullable();
const fields = z.object({
  id: z.int(),
  name: z.string(),
  primary_hashtag: z.string(),
  secondary_hashtag: words,
  logo_url: words,
  link_meta: words,
  link_x: words,
  link_instagram: words,
  current_projects: words.describe('Numbers of projects with commas between them'),
  permalink: words,
  mapswipe_group_id: words,
});
const flat = fields.catchall(z.unknown()).describe('Its web pages are name_1 and url_1, name_2 and url_2, and so on.');
const link = z.object({ name: z.string(), url: z.string() });

const word = text({ max: 2_000 }).nullish();
const MOST_LINKS = 5;
const linkFields = Object.fromEntries(
  Array.from({ length: MOST_LINKS }, (_, index) => [`name_${index + 1}`, `url_${index + 1}`])
    .flat()
    .map((key) => [key, word]),
);
const projectNumbers = text({ max: 10_000 })
  .transform((list, context) => {
    const numbers = list
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    if (numbers.every((number) => /^\d{1,9}$/.test(number))) return numbers.map(Number);
    context.addIssue('Numbers of projects with commas between them are wanted');
    return z.NEVER;
  })
  .meta({ type: 'string', examples: ['12,13'] });
const sent = z.object({
  name: word,
  primary_hashtag: word,
  secondary_hashtag: word,
  logo_url: word,
  link_meta: word,
  link_x: word,
  link_instagram: word,
  current_projects: projectNumbers.nullish(),
  permalink: word,
  mapswipe_group_id: word,
  ...linkFields,
});
type Sent = z.output<typeof sent> & Record<string, unknown>;

/** Parsed only once it is known that an administrator sent it. */
const unparsed = (description: string) =>
  z.unknown().meta({
    description,
    type: 'object',
    properties: z.toJSONSchema(sent, { io: 'input', unrepresentable: 'any' }).properties!,
  });

const params = { partner_id: id() };
const fails = { 403: 'Only administrators.', 404: 'There is no such partner.' };
const notUnderstood = {
  400: 'It does not fit, or says too little.',
  409: 'Another partner has this name or permalink.',
};
const refusals = { NAME_TAKEN: [409, 'NameExists'] } satisfies Refusals;
const stricter = [
  'A name or permalink that is taken is a 409; the original answers 500.',
  'Web addresses must be http or https, and current projects must be there.',
];

/** What the original says in a shape of its own. */
const lacking = (message: string): never => {
  throw new Refused({ status: 400, body: { message } });
};

function parsed(body: unknown): Sent {
  if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) lacking('Data not provided');
  return parsePart('body', sent, body, [400, 'InvalidData']) as Sent;
}

const given = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value });
/** A form sends an empty text for what there is not. */
const filled = (value: string | null | undefined) => (value === undefined ? undefined : value || null);

/** What was sent, as the service takes it. Pages count that have both a name and an address. */
function inputOf(body: Sent): object {
  const links = Array.from({ length: MOST_LINKS }, (_, index) => ({
    name: body[`name_${index + 1}`],
    url: body[`url_${index + 1}`],
  })).filter(({ name, url }) => name && url);
  return {
    ...given('name', body.name),
    ...given('primaryHashtag', body.primary_hashtag),
    ...given('secondaryHashtag', filled(body.secondary_hashtag)),
    ...given('logo', filled(body.logo_url)),
    ...given('linkMeta', filled(body.link_meta)),
    ...given('linkX', filled(body.link_x)),
    ...given('linkInstagram', filled(body.link_instagram)),
    ...given('permalink', filled(body.permalink)),
    ...given('mapswipeGroupId', filled(body.mapswipe_group_id)),
    ...(body.current_projects === undefined ? {} : { currentProjectIds: body.current_projects ?? [] }),
    ...(links.length > 0 && { websiteLinks: links }),
  };
}

type Row = NonNullable<Awaited<ReturnType<Context['database']['prisma']['partner']['findUnique']>>>;
type Link = z.infer<typeof link>;
const linksOf = ({ websiteLinks }: Row) => websiteLinks as unknown as Link[]; // written by the service alone

const shown = (partner: Row, currentProjects = partner.currentProjects): z.infer<typeof fields> => ({
  id: partner.id,
  name: partner.name,
  primary_hashtag: partner.primaryHashtag,
  secondary_hashtag: partner.secondaryHashtag,
  logo_url: partner.logoUrl,
  link_meta: partner.linkMeta,
  link_x: partner.linkX,
  link_instagram: partner.linkInstagram,
  current_projects: currentProjects.join(',') || null,
  permalink: partner.permalink,
  mapswipe_group_id: partner.mapswipeGroupId,
});
const flattened = (partner: Row, currentProjects?: number[]) => ({
  ...shown(partner, currentProjects),
  ...Object.fromEntries(
    linksOf(partner).flatMap(({ name, url }, index) => [
      [`name_${index + 1}`, name],
      [`url_${index + 1}`, url],
    ]),
  ),
});

const partnerNumbered = async ({ database }: Context, partner_id: number): Promise<Row> =>
  (await database.prisma.partner.findUnique({ where: { id: partner_id } })) ?? notFound('PARTNER', { partner_id });

/** The partner whose page this is; 404 where there is none. */
export const partnerOfPage = async ({ database }: Context, permalink: string): Promise<Row> =>
  (await database.prisma.partner.findUnique({ where: { permalink } })) ?? notFound('PARTNER', { permalink });

/** Its current projects that the viewer may see. */
async function visibleProjects(context: Context, viewer: Viewer | null, numbers: number[]): Promise<number[]> {
  const standings = await Promise.all(numbers.map((number) => standingOf(context, viewer, number)));
  return numbers.filter((_, index) => standings[index] && canSee(standings[index]));
}

export const partnersOperations = [
  operation({
    method: 'GET',
    path: '/partners/',
    tag,
    summary: 'All partners, by number.',
    access: 'login',
    answers: z.array(flat),
    fails: { 403: fails[403] },
    service: 'partners: read',
    handler: async ({ context: { database }, viewer }) => {
      assertAdministers(viewer);
      return (await database.prisma.partner.findMany({ orderBy: { id: 'asc' } })).map((each) => flattened(each));
    },
  }),
  operation({
    method: 'POST',
    path: '/partners/',
    tag,
    summary: 'Makes a partner.',
    access: 'login',
    body: unparsed('name and primary_hashtag are needed.'),
    answers: fields.extend({ website_links: z.string().describe('A JSON list of name and url, as text') }),
    fails: { 403: fails[403], ...notUnderstood },
    refusals,
    service: 'partners: createPartner',
    differences: stricter,
    handler: async ({ context, viewer, body }) => {
      assertAdministers(viewer);
      const input = parsed(body);
      if (!input.name) lacking('Partner name is not provided');
      if (!input.primary_hashtag) lacking('Partner primary_hashtag is not provided');
      const { id } = await createPartner(context, viewer, inputOf(input));
      const partner = await partnerNumbered(context, id);
      const links = linksOf(partner).map(
        ({ name, url }) => `{"name": ${JSON.stringify(name)}, "url": ${JSON.stringify(url)}}`,
      );
      return { ...shown(partner), website_links: `[${links.join(', ')}]` };
    },
  }),
  operation({
    method: 'GET',
    path: '/partners/{partner_id}/',
    tag,
    summary: 'A partner, by number.',
    access: 'login',
    params,
    matches: { partner_id: /^\d+$/ },
    answers: flat,
    fails,
    service: 'partners: read',
    handler: async ({ context, viewer, params: { partner_id } }) => {
      assertAdministers(viewer);
      return flattened(await partnerNumbered(context, partner_id));
    },
  }),
  operation({
    method: 'PUT',
    path: '/partners/{partner_id}/',
    tag,
    summary: 'Changes what is sent of a partner.',
    access: 'login',
    params,
    body: unparsed('What is left out stays. Pages replace all pages; they cannot be emptied.'),
    answers: fields.extend({ website_links: z.array(link) }),
    fails: { ...fails, ...notUnderstood },
    refusals,
    service: 'partners: updatePartner',
    differences: [...stricter, 'Keys that are no field of a partner are left alone.'],
    handler: async ({ context, viewer, params: { partner_id }, body }) => {
      assertAdministers(viewer);
      await updatePartner(context, viewer, partner_id, inputOf(parsed(body)));
      const partner = await partnerNumbered(context, partner_id);
      return { ...shown(partner), website_links: linksOf(partner) };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/partners/{partner_id}/',
    tag,
    summary: 'Deletes a partner with its partnerships.',
    access: 'login',
    params,
    answers: success,
    fails,
    service: 'partners: deletePartner',
    handler: async ({ context, viewer, params: { partner_id } }) => {
      await deletePartner(context, viewer, partner_id);
      return { Success: 'Partner deleted' };
    },
  }),
  operation({
    method: 'GET',
    path: '/partners/{permalink}/',
    tag,
    summary: 'A partner, by the name in the address of its page.',
    access: 'optional',
    params: { permalink: text({ max: 500 }) },
    answers: flat,
    fails: { 404: fails[404] },
    service: 'partners: read',
    differences: [
      'A page that is not there is a 404; the original answers 500.',
      'Current projects that the viewer may not see are left out.',
    ],
    handler: async ({ context, viewer, params: { permalink } }) => {
      const partner = await partnerOfPage(context, permalink);
      return flattened(partner, await visibleProjects(context, viewer, partner.currentProjects));
    },
  }),
];
