-- A person as v2 shows them: $1 OSM id or $2 exact name, for the viewer $3. What only they themself see is null for others.
select p.id, p.deleted_at is not null as deleted, s.obtained_at as figures_at,
       json_build_object(
         'id', p.id, 'username', p.username, 'role', p.role, 'mappingLevel', l.name, 'level_ordering', l.ordering,
         'projectsMapped', (select nullif(count(*), 0) from project_contributor c where c.person_id = p.id),
         'emailAddress', case when self then p.email end, 'isEmailVerified', case when self then p.email_verified end,
         'isExpert', p.is_expert, 'twitterId', p.twitter_id, 'facebookId', p.facebook_id, 'linkedinId', p.linkedin_id,
         'slackId', p.slack_id, 'ircId', p.irc_id, 'skypeId', p.skype_id, 'city', p.city, 'country', p.country, 'name', p.name,
         'pictureUrl', p.picture_url, 'defaultEditor', p.default_editor,
         'mentionsNotifications', wants_by_mail(p.id, 'MENTION_NOTIFICATION'),
         'questionsAndCommentsNotifications', wants_in_app(p.id, 'PROJECT_CHAT_NOTIFICATION'),
         'projectsNotifications', wants_in_app(p.id, 'BROADCAST'),
         'tasksNotifications', p.tasks_notifications,
         'taskValidationNotification', wants_in_app(p.id, 'VALIDATION_NOTIFICATION'),
         'taskInvalidationNotification', wants_in_app(p.id, 'INVALIDATION_NOTIFICATION'),
         'taskCommentsNotifications', wants_in_app(p.id, 'TASK_COMMENT_NOTIFICATION'),
         'teamsAnnouncementNotifications', wants_by_mail(p.id, 'TEAM_BROADCAST'),
         'gender', case when self then p.gender end, 'selfDescriptionGender', case when self then p.self_description_gender end) as profile
  from person p
  join mapping_level l on l.id = p.level_id
  left join person_statistics s on s.person_id = p.id
 cross join lateral (select p.id = $3::int as self) viewer
 where p.id = $1::int or p.username = $2::text;
