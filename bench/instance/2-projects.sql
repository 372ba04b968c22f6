-- Projects with texts, teams and what people said.
insert into project (id, status, author_id, organisation_id, created_at, changed_at, priority, difficulty, mapping_types, countries, changeset_comment,
                     imagery, task_creation_mode, grid_zoom, area_of_interest, centroid, area_m2)
select id, case when id <= 3 or h < 0.7 then 'PUBLISHED' when h < 0.95 then 'ARCHIVED' else 'DRAFT' end::project_status,
       pg_temp.one_of(people, id, 50), 1 + floor(organisations * pg_temp.h(id, 51))::int, created_at, created_at + interval '1 day',
       (array['URGENT', 'HIGH', 'MEDIUM', 'LOW'])[1 + floor(4 * pg_temp.h(id, 52))::int]::project_priority,
       (array['EASY', 'MODERATE', 'CHALLENGING'])[1 + floor(3 * pg_temp.h(id, 53))::int]::project_difficulty,
       array[(array['ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER'])[1 + floor(5 * pg_temp.h(id, 54))::int]]::mapping_type[],
       array[(array['Kenya', 'Nepal', 'Peru', 'Germany', 'Philippines'])[1 + floor(5 * pg_temp.h(id, 55))::int]],
       '#project-' || id, 'Bing', 'GRID', zoom, area, st_centroid(area), st_area(area::geography)
  from size, plan p, lateral (select pg_temp.h(id, 56) as h) x;

insert into project_text (project_id, locale, name, short_description, description, instructions)
select id, locale, (case locale when 'en' then 'Mapping ' else 'Cartographie ' end) || place || ' ' || id, 'Buildings and roads of ' || place || ' before the rains.',
       repeat('The ' || place || ' valley floods each year. With buildings and roads on the map help gets there faster. ', 8),
       repeat('Draw each building as seen on the imagery, square where it is square. Join roads where they meet. ', 6)
  from plan, lateral (select (array['Kisumu', 'Pokhara', 'Iquitos', 'Ahrweiler', 'Leyte', 'Beira', 'Goma', 'Sylhet'])[1 + floor(8 * pg_temp.h(id, 57))::int] as place) x,
       (values ('en'), ('fr')) l (locale)
 where locale = 'en' or pg_temp.h(id, 58) < 0.3;

insert into project_team (project_id, team_id, role)
select distinct p.id, 1 + floor(teams * pg_temp.h(2 * p.id + k, 60))::int, (array['MAPPER', 'VALIDATOR'])[k]::team_role from size, plan p, generate_series(1, 2) k;
insert into campaign_project select 1 + floor(50 * pg_temp.h(id, 61))::int, id from plan where pg_temp.h(id, 62) < 0.5;
insert into project_interest select id, 1 + floor(20 * pg_temp.h(id, 63))::int from plan;
insert into partnership (project_id, partner_id, started_on) select id, 1 + floor(10 * pg_temp.h(id, 64))::int, created_at from plan where pg_temp.h(id, 65) < 0.1;
insert into project_favourite (project_id, person_id)
select distinct p.id, pg_temp.one_of(people, 4 * p.id + k, 66) from size, plan p, generate_series(0, 3) k;
insert into project_comment (project_id, person_id, at, markdown)
select p.id, pg_temp.one_of(people, 20 * p.id + k, 67), created_at + pg_temp.h(20 * p.id + k, 68) * span, 'The imagery is older than the road in the north. Take the other one.'
  from size, plan p, generate_series(1, 6) k order by p.id, k;
