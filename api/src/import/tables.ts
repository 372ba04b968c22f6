/**
 * The tables of an original instance's database that are read, in an order in which a table comes after those it names, and
 * the columns of each with the type in which they are staged. Loose types on purpose: what does not fit is mended later, and
 * must not stop the copy.
 */
export const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mapping_levels: columns('id:int name ordering:int approvals_required:int color is_beginner:boolean'),
  mapping_badges: columns('id:int name description image_path requirements is_enabled:boolean is_internal:boolean'),
  mapping_level_badges: columns('level_id:int badge_id:int'),
  users:
    columns(`id:bigint username role:int mapping_level:int tasks_mapped:int tasks_validated:int tasks_invalidated:int
    email_address facebook_id is_email_verified:boolean linkedin_id twitter_id date_registered:timestamp
    last_validation_date:timestamp tasks_notifications:boolean is_expert:boolean irc_id city country name skype_id slack_id
    default_editor mentions_notifications:boolean projects_notifications:boolean picture_url gender:int
    self_description_gender projects_comments_notifications:boolean tasks_comments_notifications:boolean
    teams_announcement_notifications:boolean task_validation_notification:boolean
    task_invalidation_notification:boolean`),
  users_with_email: columns('id:bigint email'),
  user_stats: columns('id:bigint user_id:bigint stats date_obtained:timestamp'),
  user_mapping_badge: columns('user_id:bigint badge_id:int date_assigned:timestamp'),
  user_next_level: columns('user_id:bigint level_id:int nomination_date:timestamp'),
  user_level_vote: columns('user_id:bigint level_id:int voter_id:bigint vote_date:timestamp'),
  interests: columns('id:int name'),
  user_interests: columns('interest_id:int user_id:bigint'),
  licenses: columns('id:int name description plain_text'),
  user_licenses: columns('user:bigint license:int'),
  organisations: columns('id:int name logo url description type:int slug subscription_tier:int'),
  organisation_managers: columns('organisation_id:int user_id:bigint'),
  teams: columns('id:int organisation_id:int name logo description visibility:int join_method:int'),
  team_members: columns(
    'team_id:int user_id:bigint function:int active:boolean join_request_notifications:boolean joined_date:timestamp',
  ),
  campaigns: columns('id:int name logo url description'),
  campaign_organisations: columns('campaign_id:int organisation_id:int'),
  partners:
    columns(`id:int name primary_hashtag secondary_hashtag logo_url link_meta link_x link_instagram current_projects
    permalink website_links mapswipe_group_id`),
  projects: columns(`id:int status:int created:timestamp priority:int default_locale author_id:bigint difficulty:int
    private:boolean changeset_comment due_date:timestamp imagery josm_preset last_updated:timestamp mapping_types:int[]
    total_tasks:int tasks_mapped:int tasks_validated:int tasks_bad_imagery:int license_id:int geometry:geometry
    task_creation_mode:int mapping_editors:int[] validation_editors:int[] osmcha_filter_id
    enforce_random_task_selection:boolean id_presets:text[] featured:boolean country:text[] organisation_id:int
    mapping_permission:int validation_permission:int rapid_power_user:boolean extra_id_params progress_email_sent:boolean
    mapping_permission_level_id:int validation_permission_level_id:int database sandbox:boolean`),
  project_info: columns('project_id:int locale name short_description description instructions per_task_instructions'),
  project_custom_editors: columns('project_id:int name description url'),
  project_teams: columns('team_id:int project_id:int role:int'),
  project_allowed_users: columns('project_id:int user_id:bigint'),
  project_favorites: columns('project_id:int user_id:bigint'),
  project_interests: columns('interest_id:int project_id:bigint'),
  campaign_projects: columns('campaign_id:int project_id:int'),
  priority_areas: columns('id:int geometry:geometry'),
  project_priority_areas: columns('project_id:int priority_area_id:int'),
  project_partnerships: columns('id:bigint project_id:int partner_id:int started_on:timestamp ended_on:timestamp'),
  project_partnerships_history: columns(`id:bigint partnership_id:bigint project_id:int partner_id:int
    action_date:timestamp action:int started_on_old:timestamp ended_on_old:timestamp started_on_new:timestamp
    ended_on_new:timestamp`),
  project_chat: columns('id:bigint project_id:int user_id:bigint time_stamp:timestamp message'),
  mapping_issue_categories: columns('id:int name description archived:boolean'),
  tasks: columns(`id:int project_id:int x:int y:int zoom:int geometry:geometry task_status:int locked_by:bigint
    mapped_by:bigint validated_by:bigint is_square:boolean extra_properties`),
  task_history: columns('id:bigint project_id:int task_id:int action action_text action_date:timestamp user_id:bigint'),
  task_mapping_issues: columns('id:int mapping_issue_category_id:int task_history_id:bigint issue count:int'),
  task_invalidation_history: columns(`id:int project_id:int task_id:int is_closed:boolean mapper_id:bigint
    mapped_date:timestamp invalidator_id:bigint invalidated_date:timestamp invalidation_history_id:bigint
    validator_id:bigint validated_date:timestamp updated_date:timestamp`),
  task_annotations: columns(`id:int project_id:int task_id:int annotation_type annotation_source
    updated_timestamp:timestamp properties annotation_markdown`),
  messages: columns(`id:int message subject from_user_id:bigint to_user_id:bigint date:timestamp read:boolean
    message_type:int project_id:int task_id:int`),
  notifications: columns('id:int user_id:bigint unread_count:int date:timestamp'),
  banner: columns('id:int message visible:boolean'),
  release_version: columns('tag_name published_at:timestamp'),
  application_keys: columns('id:bigint user:bigint created:timestamp'),
};

/** `name:type name …`; without a type it is text. */
function columns(list: string): Record<string, string> {
  return Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map((each) => {
        const [name = '', type = 'text'] = each.split(':');
        return [name, type];
      }),
  );
}
