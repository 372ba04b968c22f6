-- How many projects, drafts left out, each campaign and each organisation has, the most first; those of none come last.
with open_project as (select id, organisation_id from project where status <> 'DRAFT'),
campaigns as (
  select c.name, count(*)::int as projects, 0 as last
    from campaign c join campaign_project l on l.campaign_id = c.id join open_project p on p.id = l.project_id group by c.id
  union all
  select null, count(*)::int, 1 from open_project p where not exists (select from campaign_project l where l.project_id = p.id) having count(*) > 0
), organisations as (
  select o.name, count(*)::int as projects, 0 as last from organisation o join open_project p on p.organisation_id = o.id group by o.id
  union all
  select null, count(*)::int, 1 from open_project p where p.organisation_id is null having count(*) > 0
)
select (select coalesce(json_agg(json_build_object('name', name, 'projects', projects) order by last, projects desc, name), '[]') from campaigns) as campaigns,
       (select coalesce(json_agg(json_build_object('name', name, 'projects', projects) order by last, projects desc, name), '[]') from organisations) as organisations;
