import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Site } from './site.js';

const DEMO = fileURLToPath(new URL('../scripts/demo.mjs', import.meta.url));

/** What the pages are looked at with: the demo's three projects and people, and around them a team and a partner. */
export interface World {
  url: string;
  /** The demo's projects, in the order it makes them. */
  saoTome: number;
  malta: number;
  comoros: number;
  /** A task of it that a validator sent back. */
  sentBack: number;
  organisation: { number: number; slug: string };
  team: number;
  partner: string;
  /** Session of somebody of the demo (kestrel maps, basalt validates, admin). */
  tokenOf(name: string): Promise<string>;
}

/** Of those whose level counts, as many as in the demo. */
const CHANGESETS: Record<string, number> = { basalt: 2100, heron: 300, kestrel: 640, saltmarsh: 95 };

type Asker = Pick<Site, 'url' | 'get' | 'tokenOf'>;

const CHANGE = {
  team: `mutation ($input: CreateTeamInput!) { result: createTeam(input: $input) { __typename ... on Error { message } ... on CreateTeamPayload { team { number } } } }`,
  member: `mutation ($input: AddTeamMemberInput!) { result: addTeamMember(input: $input) { __typename ... on Error { message } } }`,
  partner: `mutation ($input: CreatePartnerInput!) { result: createPartner(input: $input) { __typename ... on Error { message } ... on CreatePartnerPayload { partner { id } } } }`,
  partnership: `mutation ($input: CreatePartnershipInput!) { result: createPartnership(input: $input) { __typename ... on Error { message } } }`,
  comment: `mutation ($input: PostProjectCommentInput!) { result: postProjectComment(input: $input) { __typename ... on Error { message } } }`,
};

/** Fills an empty site; everything is done over the public API, by people. */
export async function worldOf(site: Asker): Promise<World> {
  await promisify(execFile)(process.execPath, [DEMO, site.url]);
  const admin = await site.tokenOf('admin');
  const change = async (kind: keyof typeof CHANGE, input: object, token = admin) => {
    const { result } = await site.get(CHANGE[kind], { input }, token);
    if (result.message) throw new Error(`${kind}: ${result.message}`);
    return result;
  };
  const { projects, organisations } = await site.get(
    `{ projects(first: 3) { nodes { number } } organisations(first: 1) { nodes { number slug } } }`,
  );
  const [saoTome, malta, comoros] = projects.nodes.map(({ number }: { number: number }) => number).sort() as number[];
  const [organisation] = organisations.nodes;
  const { project } = await site.get(
    'query ($p: ID!) { project(id: $p) { tasks(first: 1, filter: { statuses: [INVALIDATED] }) { edges { node { number } } } } }',
    { p: String(comoros) },
  );
  const { team } = await change('team', {
    name: 'Coastline watch',
    description: 'We look after what the sea takes and brings.',
    organisationId: String(organisation.number),
    joinMethod: 'BY_REQUEST',
  });
  for (const username of ['kestrel', 'basalt']) await change('member', { teamId: String(team.number), username });
  const { partner } = await change('partner', {
    name: 'Tide Table Foundation',
    permalink: 'tide-table',
    primaryHashtag: 'tidetable',
  });
  await change('partnership', { partnerId: partner.id, projectId: String(comoros) });
  await change(
    'comment',
    { projectId: String(comoros), markdown: 'The new imagery of Mohéli is sharper. @[basalt], shall we use it?' },
    await site.tokenOf('kestrel', CHANGESETS.kestrel),
  );
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string) => {
    const known = tokens.get(name) ?? site.tokenOf(name, CHANGESETS[name]);
    tokens.set(name, known);
    return known;
  };
  return {
    url: site.url,
    saoTome: saoTome!,
    malta: malta!,
    comoros: comoros!,
    sentBack: project.tasks.edges[0].node.number,
    organisation,
    team: team.number,
    partner: 'tide-table',
    tokenOf,
  };
}
