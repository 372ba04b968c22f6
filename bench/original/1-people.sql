-- People, organisations, teams, campaigns, and what there is once.
insert into mapping_levels (id, name, ordering, color, is_beginner) values (1, 'BEGINNER', 1, '#fff', true), (2, 'INTERMEDIATE', 2, '#aaa', false), (3, 'ADVANCED', 3, '#000', false);
insert into mapping_badges (id, name, description, requirements)
select n, 'Badge ' || n, 'For ' || n || ',000 of something.', json_build_object('building', n * 1000) from generate_series(1, 12) n;
insert into mapping_level_badges (level_id, badge_id) values (2, 1), (3, 1), (3, 2);

insert into users (id, username, name, role, mapping_level, tasks_mapped, tasks_validated, tasks_invalidated, email_address, is_email_verified, city, country, gender,
                   date_registered, default_editor, mentions_notifications, projects_comments_notifications, tasks_comments_notifications,
                   teams_announcement_notifications)
select n, 'mapper ' || n, case when pg_temp.h(n, 1) < 0.3 then 'Name of ' || n end, case n when 1 then 1 else 0 end, 1 + floor(3 * pg_temp.h(n, 2))::int,
       coalesce(mapped, 0), coalesce(validated, 0), coalesce(invalidated, 0), case when pg_temp.h(n, 3) < 0.5 then 'mapper' || n || '@example.org' end, true,
       case when pg_temp.h(n, 7) < 0.1 then 'Town ' || n % 500 end, (array['Kenya', 'Nepal', 'Peru', 'Germany', 'Philippines'])[1 + floor(5 * pg_temp.h(n, 4))::int],
       case when pg_temp.h(n, 8) < 0.2 then 1 + n % 4 end, today - interval '4 years' + pg_temp.h(n, 5) * interval '3 years',
       (array['ID', 'JOSM', 'RAPID'])[1 + n % 3], pg_temp.h(n, 9) < 0.9, pg_temp.h(n, 10) < 0.2, pg_temp.h(n, 11) < 0.2, true
  from size cross join generate_series(1, people) n
  left join (select (array[mapper, validator, second_mapper])[who] as id, count(*) filter (where step.status = 'MAPPED') as mapped,
                    count(*) filter (where step.status = 'VALIDATED') as validated, count(*) filter (where step.status = 'INVALIDATED') as invalidated
               from doing join step using (story) group by 1) done on done.id = n;
insert into users_with_email (email) select 'visitor' || n || '@example.org' from size, generate_series(1, people / 20) n;
insert into user_stats (user_id, stats, date_obtained)
select id, json_build_object('changeset', 10 * tasks_mapped, 'building', 100 * tasks_mapped, 'highway', 20 * tasks_mapped), today from users, size where tasks_mapped > 0;
insert into user_mapping_badge (user_id, badge_id, date_assigned)
select id, b, today - interval '100 days' from users, size, generate_series(1, 12) b where tasks_mapped > 100 * b;
insert into user_next_level (user_id, level_id) select id, mapping_level + 1 from users where mapping_level < 3 and tasks_mapped > 200;
insert into user_level_vote (user_id, level_id, voter_id) select user_id, level_id, 1 from user_next_level where user_id > 1;
insert into notifications (user_id, unread_count, date) select id, id % 5, today - pg_temp.h(id, 6) * interval '100 days' from users, size where tasks_mapped > 0;
insert into application_keys ("user", app_key, created) select id, 'signed elsewhere', today from users, size where id % 100 = 0;

insert into interests (id, name) select n, 'Interest ' || n from generate_series(1, 20) n;
insert into user_interests (user_id, interest_id)
select distinct id, 1 + floor(20 * pg_temp.h(id, 10 + k))::int from users, generate_series(1, 2) k;
insert into licenses (id, name, description, plain_text) select n, 'Licence ' || n, 'For imagery.', repeat('You may draw from this imagery. ', 20) from generate_series(1, 5) n;
insert into user_licenses ("user", license) select id, 1 + id % 5 from users where pg_temp.h(id, 12) < 0.3;
insert into mapping_issue_categories (id, name, description) select n, 'Issue ' || n, 'What a validator can find.' from generate_series(1, 10) n;

insert into organisations (id, name, slug, description, type, subscription_tier)
select n, 'Organisation ' || n, 'organisation-' || n, 'An organisation that maps.', 1 + n % 3, 1 from size, generate_series(1, organisations) n;
insert into organisation_managers (organisation_id, user_id)
select distinct o.id, pg_temp.one_of(people, 3 * o.id + k, 20) from size, organisations o, generate_series(0, 2) k;
insert into teams (id, organisation_id, name, description, join_method, visibility)
select n, 1 + floor(organisations * pg_temp.h(n, 30))::int, 'Team ' || n, 'A team that maps together.', n % 3, n % 2 from size, generate_series(1, teams) n;
insert into team_members (team_id, user_id, function, active, join_request_notifications, joined_date)
select distinct on (t.id, person) t.id, person, case when k < 2 then 1 else 2 end, k < 28, k < 2, today - interval '400 days'
  from size, teams t, generate_series(0, 29) k, lateral (select pg_temp.one_of(people, 30 * t.id + k, 31) as person) x order by t.id, person, k;
insert into campaigns (id, name, description) select n, 'Campaign ' || n, 'Many projects with one aim.' from generate_series(1, 50) n;
insert into campaign_organisations (campaign_id, organisation_id) select n, 1 + floor(organisations * pg_temp.h(n, 32))::int from size, generate_series(1, 50) n;
insert into partners (id, name, primary_hashtag, permalink, current_projects, website_links)
select n, 'Partner ' || n, '#partner' || n, 'partner-' || n, n || ',' || n + 10, '[{"name": "Home", "url": "https://example.org"}]' from generate_series(1, 10) n;
insert into banner (message, visible) values ('<p>Welcome</p>', true);
insert into release_version (tag_name, published_at) select 'v5.0.0', today - interval '200 days' from size;
