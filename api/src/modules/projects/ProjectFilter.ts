import { builder } from '../../graphql/builder.js';
import { numberOf } from '../../graphql/ids.js';
import { MappingType, ProjectDifficulty, ProjectPriority, ProjectStatus } from './enums.js';
import type { ProjectFilter as Filter } from './filter.js';

const ProjectNeed = builder.enumType('ProjectNeed', {
  description: 'What is left to do in a project.',
  values: {
    TO_MAP: { description: 'Something is left to map.' },
    TO_VALIDATE: { description: 'Something is left to validate.' },
  },
});
export const ProjectOrder = builder.enumType('ProjectOrder', {
  description: 'The order of a list of projects. Of those that are equal the newest comes first.',
  values: {
    PRIORITY: { description: 'Most urgent first, then the newest.' },
    LAST_UPDATED: { description: 'Last changed first.' },
    LEAST_RECENTLY_UPDATED: { description: 'Those first that nobody has changed for the longest time.' },
    NEWEST: { description: 'Newest first.' },
    OLDEST: { description: 'By the moment of their creation, the first one first.' },
    DUE_DATE: { description: 'Those first that are due first; those without a date last.' },
    EASIEST: { description: 'By difficulty, EASY first.' },
    HARDEST: { description: 'By difficulty, CHALLENGING first.' },
    LEAST_MAPPED: { description: 'By percentMapped, 0 first.' },
    MOST_MAPPED: { description: 'By percentMapped, 100 first.' },
    LEAST_VALIDATED: { description: 'By percentValidated, 0 first.' },
    MOST_VALIDATED: { description: 'By percentValidated, 100 first.' },
    NEAREST: { description: 'By the distance of their centroids from `filter.near`, which it needs.' },
  },
});

const NearInput = builder.inputType('NearInput', {
  description: 'A point, and how far around it.',
  fields: (t) => ({
    lon: t.float({ required: true, description: 'Longitude, degrees.' }),
    lat: t.float({ required: true, description: 'Latitude, degrees.' }),
    withinKm: t.float({ description: 'Only centroids at most so many kilometres away; all when left out.' }),
  }),
});

export const ProjectFilter = builder.inputType('ProjectFilter', {
  description: 'Which projects: those that fit all that is given.',
  fields: (t) => ({
    search: t.string({
      description:
        "Words in names and descriptions of any language, or a project's number. When nothing has them, names that are much like them.",
    }),
    statuses: t.field({
      type: [ProjectStatus],
      description: 'PUBLISHED when left out, with `createdByMe` all. Drafts only where the viewer manages them.',
    }),
    need: t.field({ type: ProjectNeed, description: 'Only where something is left to do.' }),
    difficulty: t.field({ type: ProjectDifficulty, description: 'Only of this difficulty.' }),
    priorities: t.field({ type: [ProjectPriority], description: 'Only of any of these priorities.' }),
    mappingTypes: t.field({ type: [MappingType], description: 'Projects that have any of them.' }),
    mappingTypesExact: t.boolean({ description: 'True: all of `mappingTypes`, and no others.' }),
    suitsMe: t.boolean({
      description:
        'True: only where level and teams let the viewer map, or with need TO_VALIDATE validate. A visitor counts as a beginner.',
    }),
    organisationId: t.id({ description: 'Number or node id of the organisation they belong to.' }),
    country: t.string({ description: 'English name of a country the area reaches into, in upper or lower case.' }),
    countries: t.stringList({ description: 'Reaching into any of these countries; see `country`.' }),
    teamId: t.id({ description: 'Number or node id of a team that has a role in them.' }),
    campaignId: t.id({ description: 'Number or node id of a campaign that they are part of.' }),
    partnerId: t.id({
      description: 'Number or node id of a partner that they are or were mapped with. For administrators.',
    }),
    partnershipFrom: t.field({
      type: 'DateTime',
      description: 'With `partnerId`: the partnership had begun by then. For administrators.',
    }),
    partnershipTo: t.field({
      type: 'DateTime',
      description: 'With `partnerId`: the partnership went on until then at least. For administrators.',
    }),
    interestIds: t.idList({ description: 'Marked with any of these interests, by number.' }),
    basedOnMyInterests: t.boolean({ description: 'True: marked with any of the viewer’s own interests.' }),
    imagery: t.string({ description: 'Exactly this imagery; `custom`: any tile address.' }),
    sandbox: t.boolean({ description: 'True: only sandboxes; false: none of them.' }),
    database: t.string({ description: 'Only those whose edits go there: OSM, or the name of a sandbox.' }),
    featured: t.boolean({ description: 'True: only those on the first page; false: none of them.' }),
    createdFrom: t.field({ type: 'DateTime', description: 'Created then or later.' }),
    createdTo: t.field({ type: 'DateTime', description: 'Created before.' }),
    updatedFrom: t.field({ type: 'DateTime', description: 'Last changed then or later, see Project.lastUpdated.' }),
    updatedTo: t.field({ type: 'DateTime', description: 'Not changed then or since.' }),
    dueFrom: t.field({ type: 'DateTime', description: 'Due then or later.' }),
    dueTo: t.field({ type: 'DateTime', description: 'Due before.' }),
    createdByMe: t.boolean({ description: 'True: only those whose author is the viewer; none for a visitor.' }),
    managedByMe: t.boolean({ description: 'True: only those that the viewer may edit; none for a visitor.' }),
    mappedByMe: t.boolean({ description: 'True: only those in which the viewer finished work; none for a visitor.' }),
    favouritedByMe: t.boolean({ description: 'True: only favourites of the viewer; none for a visitor.' }),
    near: t.field({ type: NearInput, description: 'For NEAREST, and for a circle around a point.' }),
    bbox: t.floatList({ description: '[west, south, east, north] in degrees; west > east crosses the 180° meridian.' }),
  }),
});

export const filterOf = (input: typeof ProjectFilter.$inferInput | null | undefined): Filter => ({
  ...input,
  organisation: numberIn('Organisation', input?.organisationId),
  team: numberIn('Team', input?.teamId),
  campaign: numberIn('Campaign', input?.campaignId),
  partner: numberIn('Partner', input?.partnerId),
  interests: input?.interestIds?.map((id) => numberOf('Interest', id)),
});
const numberIn = (type: string, id: string | null | undefined) => (id ? numberOf(type, id) : null);
