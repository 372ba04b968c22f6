/** A column that names a row of another table. */
export interface Reference {
  table: string;
  columns: string[];
  to: string;
  toColumns: string[];
  /** A row whose reference leads nowhere is set aside; an optional reference is only taken out. */
  optional: boolean;
}

/** `table.column,… > table.column,…`, `?` behind the arrow for optional ones. In an order in which parents are settled first. */
const REFERENCES = `
mapping_level_badges.level_id > mapping_levels.id
mapping_level_badges.badge_id > mapping_badges.id
user_stats.user_id > users.id
user_mapping_badge.user_id > users.id
user_mapping_badge.badge_id > mapping_badges.id
user_next_level.user_id > users.id
user_next_level.level_id > mapping_levels.id
user_level_vote.user_id > users.id
user_level_vote.voter_id > users.id
user_level_vote.level_id > mapping_levels.id
user_interests.user_id > users.id
user_interests.interest_id > interests.id
user_licenses.user > users.id
user_licenses.license > licenses.id
notifications.user_id > users.id
organisation_managers.organisation_id > organisations.id
organisation_managers.user_id > users.id
teams.organisation_id > organisations.id
team_members.team_id > teams.id
team_members.user_id > users.id
campaign_organisations.campaign_id > campaigns.id
campaign_organisations.organisation_id > organisations.id
projects.author_id > users.id
projects.organisation_id >? organisations.id
projects.license_id >? licenses.id
tasks.project_id > projects.id
tasks.locked_by >? users.id
tasks.mapped_by >? users.id
tasks.validated_by >? users.id
projects.id > tasks.project_id
project_info.project_id > projects.id
project_custom_editors.project_id > projects.id
project_teams.project_id > projects.id
project_teams.team_id > teams.id
project_allowed_users.project_id > projects.id
project_allowed_users.user_id > users.id
project_favorites.project_id > projects.id
project_favorites.user_id > users.id
project_interests.project_id > projects.id
project_interests.interest_id > interests.id
campaign_projects.project_id > projects.id
campaign_projects.campaign_id > campaigns.id
project_priority_areas.project_id > projects.id
project_priority_areas.priority_area_id > priority_areas.id
project_partnerships.project_id > projects.id
project_partnerships.partner_id > partners.id
project_partnerships_history.project_id > projects.id
project_partnerships_history.partner_id > partners.id
project_partnerships_history.partnership_id >? project_partnerships.id
project_chat.project_id > projects.id
project_chat.user_id > users.id
task_history.project_id,task_id > tasks.project_id,id
task_history.user_id > users.id
task_mapping_issues.task_history_id > task_history.id
task_mapping_issues.mapping_issue_category_id > mapping_issue_categories.id
task_invalidation_history.project_id,task_id > tasks.project_id,id
task_invalidation_history.mapper_id >? users.id
task_invalidation_history.invalidator_id >? users.id
task_invalidation_history.validator_id >? users.id
task_invalidation_history.invalidation_history_id >? task_history.id
task_annotations.project_id,task_id > tasks.project_id,id
messages.to_user_id > users.id
messages.from_user_id >? users.id
messages.project_id >? projects.id
messages.project_id,task_id >? tasks.project_id,id
`;

export const references: readonly Reference[] = REFERENCES.trim()
  .split('\n')
  .map((line) => {
    const [from = '', arrow, target = ''] = line.split(' ');
    const [table = '', names = ''] = from.split('.');
    const [to = '', toNames = ''] = target.split('.');
    return { table, columns: names.split(','), to, toColumns: toNames.split(','), optional: arrow === '>?' };
  });

/** What there may be once: table, columns, and by which order the first is kept. */
export const onlyOnce: readonly [table: string, columns: string, kept: string][] = [
  ['user_stats', 'user_id', 'date_obtained desc nulls last, id desc'],
  ['user_interests', 'user_id, interest_id', 'user_id'],
  ['user_licenses', '"user", license', 'license'],
  ['notifications', 'user_id', 'date desc nulls last, id desc'],
  ['organisation_managers', 'organisation_id, user_id', 'user_id'],
  ['campaign_organisations', 'campaign_id, organisation_id', 'campaign_id'],
  ['project_teams', 'project_id, team_id, role', 'team_id'],
  ['project_allowed_users', 'project_id, user_id', 'user_id'],
  ['project_favorites', 'project_id, user_id', 'user_id'],
  ['project_interests', 'project_id, interest_id', 'interest_id'],
  ['campaign_projects', 'project_id, campaign_id', 'campaign_id'],
  ['project_priority_areas', 'project_id, priority_area_id', 'project_id'],
  ['task_annotations', 'project_id, task_id, annotation_type', 'updated_timestamp desc nulls last, id desc'],
  ['task_mapping_issues', 'task_history_id, mapping_issue_category_id', 'count desc nulls last, id'],
  ['users_with_email', 'lower(trim(email))', 'id'],
  ['banner', 'true', 'id'],
  ['release_version', 'true', 'published_at desc nulls last'],
];

/** Numbers that stand for something: table, column, those that are known, and what is taken for any other. */
export const enumerations: readonly [table: string, column: string, known: number[], instead: number | null][] = [
  ['users', 'role', [-1, 0, 1], 0],
  ['users', 'gender', [1, 2, 3, 4], null],
  ['organisations', 'type', [1, 2, 3], 1],
  ['teams', 'visibility', [0, 1], 1],
  ['teams', 'join_method', [0, 1, 2], 2],
  ['team_members', 'function', [1, 2], 2],
  ['project_teams', 'role', [-1, 0, 1, 2], -1],
  ['projects', 'status', [0, 1, 2], 2],
  ['projects', 'priority', [0, 1, 2, 3], 2],
  ['projects', 'difficulty', [1, 2, 3], 2],
  ['projects', 'mapping_permission', [0, 2], 2],
  ['projects', 'validation_permission', [0, 2], 2],
  ['projects', 'task_creation_mode', [0, 1], 1],
  ['project_partnerships_history', 'action', [0, 1, 2], 2],
  ['tasks', 'task_status', [0, 1, 2, 3, 4, 5, 6], 0],
  ['messages', 'message_type', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 1],
];

/** Names that must be there, and once: table, column, what stands before the number where there is none. */
export const names: readonly [table: string, column: string, without: string][] = [
  ['mapping_levels', 'name', 'Level '],
  ['mapping_badges', 'name', 'Badge '],
  ['users', 'username', 'user_'],
  ['interests', 'name', 'Interest '],
  ['licenses', 'name', 'Licence '],
  ['organisations', 'name', 'Organisation '],
  ['organisations', 'slug', 'organisation-'],
  ['campaigns', 'name', 'Campaign '],
  ['partners', 'name', 'Partner '],
  ['mapping_issue_categories', 'name', 'Category '],
];

/** JSON that is text at the source, and what it must be. */
export const jsonTexts: readonly [
  table: string,
  column: string,
  key: string,
  type: 'object' | 'array',
  instead: string | null,
][] = [
  ['mapping_badges', 'requirements', 'id', 'object', '{}'],
  ['user_stats', 'stats', 'user_id', 'object', '{}'],
  ['partners', 'website_links', 'id', 'array', '[]'],
  ['tasks', 'extra_properties', `project_id || '/' || id`, 'object', null],
  ['task_annotations', 'properties', 'id', 'object', '{}'],
];
