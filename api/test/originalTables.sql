-- The tables of an original instance, as its catalogue lists them. Foreign keys are left out: instances that grew over years, or
-- were put back from a dump, hold rows that break them, and so do the tests and the bench.
create extension if not exists postgis;
create table application_keys (id bigserial, "user" bigint not null, app_key varchar not null, created timestamp,
  primary key (id));
create table banner (id serial, message varchar not null, visible boolean not null, primary key (id));
create table campaign_organisations (campaign_id int, organisation_id int);
create table campaign_projects (campaign_id int, project_id int);
create table campaigns (id serial, name varchar not null, logo varchar, url varchar, description varchar,
  primary key (id));
create table interests (id serial, name varchar, primary key (id));
create table licenses (id serial, name varchar, description varchar, plain_text varchar, primary key (id));
create table mapping_badges (id serial, name varchar not null, description varchar not null, image_path varchar,
  requirements json, is_enabled boolean not null default true, is_internal boolean not null default false,
  primary key (id));
create table mapping_issue_categories (id serial, name varchar not null, description varchar,
  archived boolean not null default false, primary key (id));
create table mapping_level_badges (level_id int not null, badge_id int not null, primary key (level_id, badge_id));
create table mapping_levels (id serial, name varchar not null, approvals_required int not null default 0,
  color varchar, ordering int not null, is_beginner boolean not null default false, primary key (id));
create table messages (id serial, message varchar, subject varchar, from_user_id bigint, to_user_id bigint,
  date timestamp, read boolean, message_type int, project_id int, task_id int, primary key (id));
create table notifications (id serial, user_id bigint, unread_count int, date timestamp, primary key (id));
create table organisation_managers (organisation_id int not null, user_id bigint not null);
create table organisations (id serial, name varchar(512) not null, logo varchar, url varchar, description varchar,
  type int not null, slug varchar(255) not null, subscription_tier int, primary key (id));
create table partners (id serial, name varchar(150) not null, primary_hashtag varchar(200) not null,
  secondary_hashtag varchar(200), logo_url varchar(500), link_meta varchar(300), link_x varchar(300),
  link_instagram varchar(300), current_projects varchar, permalink varchar(500), website_links varchar,
  mapswipe_group_id varchar, primary key (id));
create table priority_areas (id serial, geometry geometry(Polygon,4326), primary key (id));
create table project_allowed_users (project_id int, user_id bigint);
create table project_chat (id bigserial, project_id int not null, user_id int not null, time_stamp timestamp not null,
  message varchar not null, primary key (id));
create table project_custom_editors (project_id int not null, name varchar(50) not null, description varchar,
  url varchar not null, primary key (project_id));
create table project_favorites (project_id int, user_id bigint);
create table project_info (project_id int not null, locale varchar(10) not null, name varchar(512),
  short_description varchar, description varchar, instructions varchar, project_id_str varchar,
  text_searchable tsvector, per_task_instructions varchar, primary key (project_id, locale));
create table project_interests (interest_id int, project_id bigint);
create table project_partnerships (id bigserial, project_id int not null, partner_id int not null,
  started_on timestamp not null, ended_on timestamp, primary key (id));
create table project_partnerships_history (id bigserial, partnership_id bigint, project_id int not null,
  partner_id int not null, action_date timestamp not null, action int not null, started_on_old timestamp,
  ended_on_old timestamp, started_on_new timestamp, ended_on_new timestamp, primary key (id));
create table project_priority_areas (project_id int, priority_area_id int);
create table project_teams (team_id int not null, project_id int not null, role int not null, id bigserial,
  primary key (id));
create table projects (id serial, status int not null, created timestamp not null, priority int,
  default_locale varchar(10), author_id bigint not null, difficulty int not null, private boolean,
  changeset_comment varchar, due_date timestamp, imagery varchar, josm_preset varchar, last_updated timestamp,
  mapping_types integer[], total_tasks int not null, tasks_mapped int not null, tasks_validated int not null,
  tasks_bad_imagery int not null, license_id int, centroid geometry(Point,4326) not null,
  geometry geometry(MultiPolygon,4326) not null, task_creation_mode int not null,
  mapping_editors integer[] not null default '{0,1,2,3}'::int[],
  validation_editors integer[] not null default '{0,1,2,3}'::int[], osmcha_filter_id varchar,
  enforce_random_task_selection boolean default false, id_presets varchar[], featured boolean, country varchar[],
  organisation_id int, mapping_permission int, validation_permission int, rapid_power_user boolean,
  extra_id_params varchar, progress_email_sent boolean, mapping_permission_level_id int not null default 1,
  validation_permission_level_id int not null default 2, database varchar not null default 'OSM',
  sandbox boolean not null default false, primary key (id));
create table release_version (tag_name varchar(64) not null, published_at timestamp not null, primary key (tag_name));
create table task_annotations (id serial, project_id int, task_id int not null, annotation_type varchar not null,
  annotation_source varchar, updated_timestamp timestamp not null, properties json not null,
  annotation_markdown varchar, primary key (id));
create table task_history (id serial, project_id int, task_id int not null, action varchar not null,
  action_text varchar, action_date timestamp not null, user_id bigint not null, primary key (id));
create table task_invalidation_history (id serial, project_id int not null, task_id int not null, is_closed boolean,
  mapper_id bigint, mapped_date timestamp, invalidator_id bigint, invalidated_date timestamp,
  invalidation_history_id int, validator_id bigint, validated_date timestamp, updated_date timestamp,
  primary key (id));
create table task_mapping_issues (id serial, mapping_issue_category_id int not null, task_history_id int not null,
  issue varchar not null, count int not null, primary key (id));
create table tasks (id int not null, project_id int not null, x int, y int, zoom int,
  geometry geometry(MultiPolygon,4326), task_status int, locked_by bigint, mapped_by bigint, validated_by bigint,
  is_square boolean, extra_properties varchar, primary key (id, project_id));
create table team_members (team_id int not null, user_id bigint not null, function int not null, active boolean,
  join_request_notifications boolean not null, joined_date timestamp, primary key (team_id, user_id));
create table teams (id serial, organisation_id int not null, name varchar(512) not null, logo varchar,
  description varchar, visibility int not null default 1, join_method int not null, primary key (id));
create table user_interests (interest_id int, user_id bigint);
create table user_level_vote (user_id bigint not null, level_id int not null, voter_id bigint not null,
  vote_date timestamp not null default CURRENT_TIMESTAMP, primary key (user_id, level_id, voter_id));
create table user_licenses ("user" bigint, license int);
create table user_mapping_badge (user_id bigint not null, badge_id int not null,
  date_assigned timestamp not null default CURRENT_TIMESTAMP, primary key (user_id, badge_id));
create table user_next_level (user_id bigint not null, level_id int not null,
  nomination_date timestamp not null default CURRENT_TIMESTAMP, primary key (user_id, level_id));
create table user_stats (id bigserial, user_id bigint not null, stats json not null, date_obtained timestamp not null,
  primary key (id));
create table users (id bigserial, username varchar, role int not null, mapping_level int not null,
  tasks_mapped int not null, tasks_validated int not null, tasks_invalidated int not null, projects_mapped integer[],
  email_address varchar, facebook_id varchar, is_email_verified boolean, linkedin_id varchar, twitter_id varchar,
  date_registered timestamp, last_validation_date timestamp, tasks_notifications boolean not null default true,
  is_expert boolean, irc_id varchar, city varchar, country varchar, name varchar, skype_id varchar, slack_id varchar,
  default_editor varchar not null default 'ID', mentions_notifications boolean not null default true,
  projects_notifications boolean not null default true, picture_url varchar, gender int,
  self_description_gender varchar, projects_comments_notifications boolean not null,
  tasks_comments_notifications boolean not null, teams_announcement_notifications boolean not null,
  task_validation_notification boolean not null default true,
  task_invalidation_notification boolean not null default true, primary key (id));
create table users_with_email (id bigserial, email varchar not null, primary key (id));
