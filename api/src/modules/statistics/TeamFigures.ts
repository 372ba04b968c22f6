import { statement } from '../../database/database.js';
import { builder } from '../../graphql/builder.js';
import { batched } from '../../graphql/perRequest.js';
import { Team } from '../teams/Team.js';
import { PeopleOfLevel, type LevelCount } from './Statistics.js';

const TEAMS = statement(import.meta.url, 'sql/teams');

interface Figures {
  team_id: number;
  members: number;
  managers: number;
  levels: LevelCount[];
  published: number;
  archived: number;
  to_map: number;
  to_validate: number;
}

const figuresOf = batched(async (ids: number[], { database }) => {
  const rows = await database.query<Figures & { [column: string]: unknown }>(TEAMS, [ids]);
  const figures = new Map(rows.map((row) => [row.team_id, row]));
  return (id: number): Figures => figures.get(id)!;
});

const TeamFigures = builder.objectRef<Figures>('TeamFigures').implement({
  description: 'A team in numbers. Its projects are those on which it may work; drafts are left out.',
  fields: (t) => ({
    members: t.exposeInt('members', { description: 'Who is in it, its managers included.' }),
    managers: t.exposeInt('managers', { description: 'Who manages it.' }),
    byLevel: t.expose('levels', {
      type: [PeopleOfLevel],
      description: 'Its people by level, the lowest first; levels that nobody has are left out.',
    }),
    publishedProjects: t.exposeInt('published', { description: 'Its projects that are open for work.' }),
    archivedProjects: t.exposeInt('archived', { description: 'Its projects that are over.' }),
    tasksToMap: t.exposeInt('to_map', { description: 'Tasks of the published ones that are still to be mapped.' }),
    tasksToValidate: t.exposeInt('to_validate', {
      description: 'Tasks of the published ones that wait for a validator, those without usable imagery included.',
    }),
  }),
});

builder.prismaObjectFields(Team, (t) => ({
  figures: t.field({
    type: TeamFigures,
    complexity: 10,
    select: { id: true },
    description: 'Its people and what is left for them to do, as of now.',
    resolve: ({ id }, _args, context) => figuresOf(context, id),
  }),
}));
