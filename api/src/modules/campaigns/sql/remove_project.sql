-- The project leaves a campaign. $1 campaign, $2 project
with gone as (
  delete from campaign_project where campaign_id = $1 and project_id = $2::int returning project_id),
touched as (
  update project set changed_at = greatest(clock_timestamp(), changed_at + interval '1 millisecond') from gone where id = gone.project_id)
select exists (select from campaign where id = $1) as there, exists (select from gone) as changed;
