-- The project takes part in a campaign. $1 campaign, $2 project
with there as (select id from campaign where id = $1),
come as (
  insert into campaign_project (campaign_id, project_id) select id, $2::int from there on conflict do nothing returning project_id),
touched as (
  update project set changed_at = greatest(clock_timestamp(), changed_at + interval '1 millisecond') from come where id = come.project_id)
select exists (select from there) as there, exists (select from come) as changed;
