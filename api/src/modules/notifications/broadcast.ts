import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { NotFound } from '../../errors.js';
import type { Services } from '../../graphql/context.js';
import { parseInput, text } from '../../input.js';
import type { Viewer } from '../../viewer.js';
import { assertAdministers } from '../organisations/service.js';
import { editable } from '../projects/service.js';
import { assertManagesTeam } from '../teams/service.js';
import { TooManyMessages } from './errors.js';

const BROADCAST = {
  name: 'notifications/broadcast',
  text: 'select * from broadcast($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};

/** Messages to many people that one person can send within an hour. */
export const MOST_AN_HOUR = 10;

const message = z.object({
  subject: text(500).trim().min(1, 'Give the message a subject.'),
  message: text(10_000).trim().min(1, 'Write a message first.'),
});
export type Message = z.input<typeof message>;

/** How many people got it, and how many did not because they do not want such messages. */
export interface Sent {
  sent: number;
  notWanted: number;
}

/** Writes to all who worked on a project. Throws NotFound, NotPermitted, InvalidInput, TooManyMessages. */
export async function messageProjectContributors(
  services: Services,
  viewer: Viewer,
  projectId: number,
  input: Message,
): Promise<Sent> {
  await editable(services, viewer, projectId);
  return broadcast(services.database, viewer, { type: 'BROADCAST', projectId }, input);
}

/** Writes to all who worked on the projects of a campaign. Throws NotFound, NotPermitted, InvalidInput, TooManyMessages. */
export async function messageCampaignContributors(
  { database }: Services,
  viewer: Viewer,
  campaignId: number,
  input: Message,
): Promise<Sent> {
  assertAdministers(viewer);
  const campaign = await database.prisma.campaign.findUnique({ where: { id: campaignId }, select: { name: true } });
  if (!campaign) throw new NotFound('CAMPAIGN', 'There is no such campaign. It may have been deleted.');
  const to = `To all who map for the campaign ${plain(campaign.name)}:`;
  return broadcast(database, viewer, { type: 'BROADCAST', campaignId, to }, input);
}

/** Writes to all members of a team. Throws NotFound, NotPermitted, InvalidInput, TooManyMessages. */
export async function messageTeamMembers(
  services: Services,
  viewer: Viewer,
  teamId: number,
  input: Message,
): Promise<Sent> {
  await assertManagesTeam(services, viewer, teamId);
  const { database } = services;
  const team = await database.prisma.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  const to = `To the members of the team ${plain(team.name)}:`;
  return broadcast(database, viewer, { type: 'TEAM_BROADCAST', teamId, to }, input);
}

/** A name as Markdown that shows it as it is. */
const plain = (name: string) => name.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

interface Audience {
  type: 'BROADCAST' | 'TEAM_BROADCAST';
  projectId?: number;
  campaignId?: number;
  teamId?: number;
  /** A line that says to whom it goes, where the message itself does not name it; Markdown. */
  to?: string;
}

async function broadcast(
  database: Database,
  viewer: Viewer,
  { type, projectId, campaignId, teamId, to }: Audience,
  input: Message,
): Promise<Sent> {
  const { subject, message: body } = parseInput(message, { subject: input.subject, message: input.message });
  const [row] = await database.query<{ sent: number; not_wanted: number; free_at: Date | null }>(BROADCAST, [
    viewer.id,
    type,
    projectId ?? null,
    campaignId ?? null,
    teamId ?? null,
    subject,
    to ? `${to}\n\n${body}` : body,
    MOST_AN_HOUR,
    database.mailAfterSeconds,
  ]);
  if (row!.free_at) throw new TooManyMessages(MOST_AN_HOUR, row!.free_at);
  return { sent: row!.sent, notWanted: row!.not_wanted };
}
