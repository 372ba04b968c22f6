import { InvalidInput, NotFound, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { signedIn } from '../../viewer.js';
import {
  messageCampaignContributors,
  messageProjectContributors,
  messageTeamMembers,
  MOST_AN_HOUR,
  type Sent,
} from './broadcast.js';
import { TooManyMessages } from './errors.js';

const sentPayload = (name: string) =>
  builder.objectRef<Sent>(name).implement({
    description: 'The message was sent to all who want such messages.',
    fields: (t) => ({
      sentCount: t.exposeInt('sent', { description: 'How many people got it.' }),
      notWantedCount: t.exposeInt('notWanted', {
        description: 'How many did not, because they do not want messages of this kind.',
      }),
    }),
  });

const MESSAGE = {
  subject: 'One line of plain text, at most 500 characters.',
  message: 'Markdown, at most 10,000 characters.',
};
const MessageProjectContributorsInput = builder.inputType('MessageProjectContributorsInput', {
  description: 'What to write, and to the contributors of which project.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'Number or node id.' }),
    subject: t.string({ required: true, description: MESSAGE.subject }),
    message: t.string({ required: true, description: MESSAGE.message }),
  }),
});
const MessageCampaignContributorsInput = builder.inputType('MessageCampaignContributorsInput', {
  description: 'What to write, and to the contributors of which campaign.',
  fields: (t) => ({
    campaignId: t.id({ required: true, description: 'Number or node id.' }),
    subject: t.string({ required: true, description: MESSAGE.subject }),
    message: t.string({ required: true, description: MESSAGE.message }),
  }),
});
const MessageTeamMembersInput = builder.inputType('MessageTeamMembersInput', {
  description: 'What to write, and to the members of which team.',
  fields: (t) => ({
    teamId: t.id({ required: true, description: 'Number or node id.' }),
    subject: t.string({ required: true, description: MESSAGE.subject }),
    message: t.string({ required: true, description: MESSAGE.message }),
  }),
});

const RULES = `Never to the viewer; at most ${MOST_AN_HOUR} such messages of a person within an hour.`;

builder.mutationFields((t) => ({
  messageProjectContributors: t.field({
    type: sentPayload('MessageProjectContributorsPayload'),
    description: `Writes to all who worked on a project, as a BROADCAST notification. For those who manage it (Project.viewerCanEdit). ${RULES}`,
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, TooManyMessages] },
    args: oneInput(MessageProjectContributorsInput),
    resolve: (_root, { input }, context) =>
      messageProjectContributors(context, signedIn(context.viewer), numberOf('Project', input.projectId), input),
  }),
  messageCampaignContributors: t.field({
    type: sentPayload('MessageCampaignContributorsPayload'),
    description: `Writes to all who worked on a project of a campaign, as a BROADCAST notification. For administrators. ${RULES}`,
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, TooManyMessages] },
    args: oneInput(MessageCampaignContributorsInput),
    resolve: (_root, { input }, context) =>
      messageCampaignContributors(context, signedIn(context.viewer), numberOf('Campaign', input.campaignId), input),
  }),
  messageTeamMembers: t.field({
    type: sentPayload('MessageTeamMembersPayload'),
    description: `Writes to all members of a team, as a TEAM_BROADCAST notification. For those who manage it (Team.viewerCanEdit). ${RULES}`,
    errors: { types: [NotSignedIn, NotPermitted, NotFound, InvalidInput, TooManyMessages] },
    args: oneInput(MessageTeamMembersInput),
    resolve: (_root, { input }, context) =>
      messageTeamMembers(context, signedIn(context.viewer), numberOf('Team', input.teamId), input),
  }),
}));
