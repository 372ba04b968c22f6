-- The organisation takes part in a campaign. $1 campaign, $2 organisation
with there as (select id from campaign where id = $1),
come as (
  insert into campaign_organisation (campaign_id, organisation_id) select id, $2::int from there on conflict do nothing returning organisation_id)
select exists (select from there) as there, exists (select from come) as changed;
