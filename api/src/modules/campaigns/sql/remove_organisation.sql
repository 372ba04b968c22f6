-- The organisation leaves a campaign. $1 campaign, $2 organisation
with gone as (
  delete from campaign_organisation where campaign_id = $1 and organisation_id = $2::int returning organisation_id)
select exists (select from campaign where id = $1) as there, exists (select from gone) as changed;
