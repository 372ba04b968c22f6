import type pg from 'pg';

/** A square of the grid at zoom 12, counted from the corner of the world in the south-west. */
const tile = (x: number, y: number) => {
  const step = 40075016.6784 / 2 ** 12;
  const low = (n: number) => n * step - 20037508.3392;
  return `st_multi(st_transform(st_makeenvelope(${low(x)}, ${low(y)}, ${low(x + 1)}, ${low(y + 1)}, 3857), 4326))`;
};
const BOW_TIE = `st_geomfromtext('MULTIPOLYGON(((0 0, 1 1, 1 0, 0 1, 0 0)))', 4326)`;

/** A small instance, with what years of use leave in one. */
export async function writeOriginal(client: pg.Client): Promise<void> {
  await client.query(`
    insert into mapping_levels (id, name, ordering, is_beginner) values (1, 'BEGINNER', 1, true), (2, 'INTERMEDIATE', 2, false), (3, 'ADVANCED', 3, false);
    insert into mapping_badges (id, name, description, requirements) values (1, 'Surveyor', 'of roads', '{"highway": 5}');
    insert into mapping_level_badges values (2, 1);
    insert into users (id, username, role, mapping_level, tasks_mapped, tasks_validated, tasks_invalidated, email_address, gender, city,
        mentions_notifications, projects_comments_notifications, tasks_comments_notifications, teams_announcement_notifications) values
      (1, 'ann', 1, 3, 0, 1, 1, 'Ann@Example.org', 1, 'Graz', false, false, false, true),
      (2, 'bob', 0, 1, 2, 0, 0, 'ann@example.org', 9, null, true, false, false, true),
      (3, null, 7, 1, 0, 0, 0, null, null, null, true, true, false, true);
    insert into users_with_email (email) values ('new@example.org');
    insert into application_keys ("user", app_key, created) values (1, 'signed', now());
    insert into user_stats (user_id, stats, date_obtained) values (1, '{"changeset": 700}', '2024-03-01');
    insert into user_mapping_badge values (1, 1, '2024-03-01');
    insert into interests (id, name) values (1, 'Water'), (2, 'Water');
    insert into user_interests values (1, 1), (1, 1);
    insert into licenses (id, name) values (1, 'Imagery');
    insert into user_licenses values (1, 1), (77, 1);
    insert into organisations (id, name, slug, type) values (1, 'Helpers', 'helpers', 1);
    insert into organisation_managers values (1, 1);
    insert into teams (id, organisation_id, name, join_method, visibility) values (1, 1, 'Validators', 2, 0), (2, 99, 'Lost', 0, 0);
    insert into team_members values (1, 2, 2, true, false, '2024-01-05'), (2, 2, 2, true, false, null);
    insert into campaigns (id, name) values (4, 'Floods');
    insert into partners (id, name, primary_hashtag, current_projects, website_links) values (1, 'Acme', '#acme', '7, 8', '[{"name": "Home", "url": "https://acme.test"}]');
    insert into projects (id, status, created, priority, default_locale, author_id, difficulty, last_updated, mapping_types, total_tasks, tasks_mapped,
        tasks_validated, tasks_bad_imagery, license_id, centroid, geometry, task_creation_mode, organisation_id, mapping_permission, validation_permission) values
      (7, 1, '2024-01-02 03:04:05', 0, 'en', 1, 3, '2024-02-03', '{1,5}', 9, 9, 0, 0, 1, 'srid=4326;point(0 0)', st_multi(st_envelope(st_union(${tile(0, 0)}, ${tile(5, 1)}))), 0, 1, 0, 2),
      (8, 2, '2024-01-03', 2, 'en', 2, 2, null, null, 1, 0, 0, 0, null, 'srid=4326;point(0 0)', ${BOW_TIE}, 0, null, 0, 0),
      (9, 2, '2024-01-03', 2, 'en', 2, 2, null, null, 0, 0, 0, 0, null, 'srid=4326;point(0 0)', ${tile(0, 0)}, 1, null, 0, 0);
    insert into project_info (project_id, locale, name, short_description, description, instructions) values
      (7, 'en', 'Roads', '<p>Roads</p>', '<p>All <strong>roads</strong></p>', ''), (7, 'de', 'Straßen', '', null, null);
    insert into project_teams (team_id, project_id, role) values (1, 7, 1);
    insert into project_favorites values (7, 2), (7, 2);
    insert into campaign_projects values (4, 7), (4, 7);
    insert into project_partnerships (project_id, partner_id, started_on, ended_on) values (7, 1, '2024-01-02', null), (7, 1, '2024-01-10', null);
    insert into project_chat (project_id, user_id, time_stamp, message) values (7, 2, '2024-01-09', '<p>hello</p>');
    insert into mapping_issue_categories (id, name) values (1, 'Missed');
    insert into tasks (id, project_id, x, y, zoom, geometry, task_status, locked_by, mapped_by, validated_by, is_square, extra_properties) values
      (1, 7, 0, 0, 12, ${tile(0, 0)}, 4, null, 2, 1, true, null),
      (2, 7, 1, 0, 12, ${tile(1, 0)}, 5, null, null, null, true, '{broken'),
      (3, 7, 2, 0, 12, ${tile(2, 0)}, 1, 2, null, null, true, null),
      (4, 7, 3, 0, 12, ${tile(3, 0)}, 1, 2, 1, null, true, null),
      (5, 7, 4, 0, 12, ${tile(4, 0)}, 2, null, 2, null, true, null),
      (1, 8, null, null, null, ${BOW_TIE}, 12, null, null, null, false, '{"name": "A"}');
    insert into task_history (id, project_id, task_id, action, action_text, action_date, user_id) values
      (1, 7, 1, 'LOCKED_FOR_MAPPING', '00:12:04.511200', '2024-02-01 08:00', 2),
      (2, 7, 1, 'EXTENDED_FOR_MAPPING', '00:40:10.003000', '2024-02-01 08:12:04.5112', 2),
      (3, 7, 1, 'COMMENT', 'roof shapes guessed', '2024-02-01 08:52:14.6', 2),
      (4, 7, 1, 'STATE_CHANGE', 'MAPPED', '2024-02-01 08:52:14.6', 2),
      (5, 7, 1, 'AUTO_UNLOCKED_FOR_VALIDATION', '02:00:00', '2024-02-01 10:00', 1),
      (6, 7, 1, 'LOCKED_FOR_VALIDATION', '00:03:00', '2024-02-01 13:00', 1),
      (7, 7, 1, 'STATE_CHANGE', 'VALIDATED', '2024-02-01 13:03', 1),
      (8, 7, 2, 'LOCKED_FOR_MAPPING', null, '2024-02-02 08:00', 2),
      (9, 7, 2, 'COMMENT', null, '2024-02-02 08:10', 2),
      (10, 7, 2, 'STATE_CHANGE', 'MAPPED', '2024-02-02 08:20', 2),
      (11, 7, 2, 'LOCKED_FOR_VALIDATION', '05:00:00', '2024-02-02 09:00', 1),
      (12, 7, 2, 'LOCKED_FOR_VALIDATION', '00:01:00', '2024-02-02 09:30', 1),
      (13, 7, 2, 'STATE_CHANGE', 'INVALIDATED', '2024-02-02 09:31', 1),
      (14, 7, 3, 'LOCKED_FOR_MAPPING', null, '2024-02-02 08:00', 2),
      (15, 7, 4, 'LOCKED_FOR_MAPPING', null, '2024-02-02 08:00', 2),
      (16, 7, 4, 'LOCKED_FOR_MAPPING', 'soon', '2024-02-02 08:00', 2),
      (17, 7, 4, 'DANCED', null, '2024-02-02 08:00', 2),
      (18, 7, 66, 'COMMENT', 'of no task', '2024-02-02 08:00', 2);
    insert into task_mapping_issues (mapping_issue_category_id, task_history_id, issue, count) values (1, 13, 'Missed', 2), (1, 9, 'Missed', 2);
    insert into task_invalidation_history (project_id, task_id, is_closed, mapper_id, invalidator_id, invalidated_date, invalidation_history_id) values
      (7, 1, null, 2, 1, '2024-01-30', 7);
    insert into task_annotations (project_id, task_id, annotation_type, updated_timestamp, properties) values (7, 2, 'ai', '2024-02-02', '{"roofs": 3}');
    insert into messages (id, message, subject, from_user_id, to_user_id, date, read, message_type, project_id, task_id) values
      (1, '<p>see this</p>', 'You were mentioned in <a href="/projects/7">Project 7</a>', 2, 1, '2024-02-01', true, 3, 7, 1),
      (2, '<p>Welcome</p>', 'Hello', null, 1, '2024-02-02', false, 99, null, null),
      (3, 'x', 'To nobody', 1, 55, '2024-02-02', false, 1, null, null),
      (4, '<p>A message from <a href="https://old.test/users/ann">ann</a></p><p>Dear <strong>all</strong></p>', 'Floods &lt; rains', 1, 2, '2024-02-03', false, 2, 7, null);
    insert into banner (message, visible) values ('<p>Hi</p>', true);
    insert into release_version values ('v5', '2024-05-01');
  `);
}
