-- People, organisations, teams, campaigns.
insert into person (id, username, name, role, level_id, email, country, registered_at, last_seen_at)
select n, 'mapper ' || n, case when pg_temp.h(n, 1) < 0.3 then 'Name of ' || n end, case n when 1 then 'ADMIN' else 'MAPPER' end::user_role,
       1 + floor(3 * pg_temp.h(n, 2))::int, case when pg_temp.h(n, 3) < 0.5 then 'mapper' || n || '@example.org' end,
       (array['Kenya', 'Nepal', 'Peru', 'Germany', 'Philippines'])[1 + floor(5 * pg_temp.h(n, 4))::int],
       today - interval '4 years' + pg_temp.h(n, 5) * interval '3 years', today - pg_temp.h(n, 6) * interval '300 days'
  from size, generate_series(1, people) n;

insert into interest (name) select 'Interest ' || n from generate_series(1, 20) n;
insert into person_interest (person_id, interest_id)
select distinct p.id, 1 + floor(20 * pg_temp.h(p.id, 10 + k))::int from person p, generate_series(1, 2) k;
insert into mapping_issue_category (name, description) select 'Issue ' || n, 'What a validator can find.' from generate_series(1, 10) n;

insert into organisation (name, slug, description)
select 'Organisation ' || n, 'organisation-' || n, 'An organisation that maps.' from size, generate_series(1, organisations) n;
insert into organisation_manager (organisation_id, person_id)
select distinct o.id, pg_temp.one_of(people, 3 * o.id + k, 20) from size, organisation o, generate_series(0, 2) k;

insert into team (organisation_id, name, description, join_method)
select 1 + floor(organisations * pg_temp.h(n, 30))::int, 'Team ' || n, 'A team that maps together.',
       (array['ANY', 'BY_REQUEST', 'BY_INVITE'])[1 + n % 3]::team_join_method from size, generate_series(1, teams) n;
-- Thirty members a team, a few of which asked to join and wait.
insert into team_member (team_id, person_id, function, active, joined_at)
select distinct on (t.id, person) t.id, person, case when k < 2 then 'MANAGER' else 'MEMBER' end::team_member_function, k < 28, today - interval '400 days'
  from size, team t, generate_series(0, 29) k, lateral (select pg_temp.one_of(people, 30 * t.id + k, 31) as person) x
 order by t.id, person, k;

insert into campaign (name, description) select 'Campaign ' || n, 'Many projects with one aim.' from generate_series(1, 50) n;
insert into partner (name, primary_hashtag, permalink) select 'Partner ' || n, '#partner' || n, 'partner-' || n from generate_series(1, 10) n;
