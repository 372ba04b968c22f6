insert into person (id, username, name, picture_url, role, level_id, is_expert, email, email_verified, city, country, gender, self_description_gender,
                    twitter_id, facebook_id, linkedin_id, slack_id, skype_id, irc_id, default_editor, tasks_notifications,
                    tasks_mapped, tasks_validated, tasks_invalidated, registered_at, last_seen_at)
select u.id, username, name, picture_url, (array['READ_ONLY', 'MAPPER', 'ADMIN'])[role + 2]::user_role, mapping_level, coalesce(is_expert, false),
       email_address, coalesce(is_email_verified, false) and email_address is not null, city, country,
       (array['MALE', 'FEMALE', 'SELF_DESCRIBE', 'PREFER_NOT'])[gender]::gender, self_description_gender,
       twitter_id, facebook_id, linkedin_id, slack_id, skype_id, irc_id, coalesce(default_editor, 'ID')::editor, coalesce(tasks_notifications, true),
       tasks_mapped, tasks_validated, tasks_invalidated, coalesce(date_registered, seen.at, now() at time zone 'UTC') at time zone 'UTC',
       coalesce(seen.at, date_registered, now() at time zone 'UTC') at time zone 'UTC'
  from original.users u
  left join (select user_id, max(at) as at from original.ready_history where credited group by user_id) seen on seen.user_id = u.id;

-- Switches are written down where they differ from what everybody has. Two of them only stop the mail.
insert into notification_preference (person_id, type, in_app, by_mail)
select u.id, s.type, s.on or s.mail_only, s.on
  from original.users u
 cross join lateral (values
   ('MENTION_NOTIFICATION'::message_type, mentions_notifications, true, true),
   ('PROJECT_CHAT_NOTIFICATION', projects_comments_notifications, false, false),
   ('BROADCAST', projects_notifications, true, false),
   ('PROJECT_ACTIVITY_NOTIFICATION', projects_notifications, true, false),
   ('VALIDATION_NOTIFICATION', task_validation_notification, true, false),
   ('INVALIDATION_NOTIFICATION', task_invalidation_notification, true, false),
   ('TASK_COMMENT_NOTIFICATION', tasks_comments_notifications, false, false),
   ('TEAM_BROADCAST', teams_announcement_notifications, true, true)) s (type, "on", usual, mail_only)
 where s.on <> s.usual;

insert into interested_person (id, email, created_at) select id, lower(trim(email)), now() from original.users_with_email;
insert into person_statistics (person_id, figures, obtained_at)
select user_id, coalesce(stats::jsonb, '{}'), coalesce(date_obtained at time zone 'UTC', now()) from original.user_stats;
insert into person_badge (person_id, badge_id, awarded_at) select user_id, badge_id, coalesce(date_assigned at time zone 'UTC', now()) from original.user_mapping_badge;
insert into level_nomination (person_id, level_id, nominated_at) select user_id, level_id, coalesce(nomination_date at time zone 'UTC', now()) from original.user_next_level;
insert into level_vote (person_id, level_id, voter_id, voted_at) select user_id, level_id, voter_id, coalesce(vote_date at time zone 'UTC', now()) from original.user_level_vote;
insert into interest (id, name) select id, name from original.interests;
insert into person_interest (person_id, interest_id) select user_id, interest_id from original.user_interests;
insert into license (id, name, description, plain_text) select id, name, coalesce(description, ''), coalesce(plain_text, '') from original.licenses;
insert into license_acceptance (person_id, license_id) select "user", license from original.user_licenses;
insert into notification_bell (person_id, opened_at) select user_id, date at time zone 'UTC' from original.notifications where date is not null;
