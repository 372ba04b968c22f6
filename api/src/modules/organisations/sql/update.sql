-- Changes what is sent of an organisation, all or nothing. $1 organisation, $2 changes by column; a list replaces the list.
with changed as (
  update organisation
     set name = coalesce($2::jsonb->>'name', name), slug = coalesce($2->>'slug', slug),
         description = case when $2 ? 'description' then $2->>'description' else description end,
         url = case when $2 ? 'url' then $2->>'url' else url end,
         logo = case when $2 ? 'logo' then $2->>'logo' else logo end,
         type = coalesce(($2->>'type')::organisation_type, type),
         subscription_tier = case when $2 ? 'subscriptionTier' then ($2->>'subscriptionTier')::int else subscription_tier end
   where id = $1 returning id),
fewer_managers as (
  delete from organisation_manager m using changed
   where m.organisation_id = changed.id and $2 ? 'managers' and not $2->'managers' @> to_jsonb(m.person_id)),
more_managers as (
  insert into organisation_manager (organisation_id, person_id)
  select changed.id, person::int from changed, jsonb_array_elements_text($2->'managers') person
      on conflict do nothing),
fewer_campaigns as (
  delete from campaign_organisation c using changed
   where c.organisation_id = changed.id and $2 ? 'campaigns' and not $2->'campaigns' @> to_jsonb(c.campaign_id)),
more_campaigns as (
  insert into campaign_organisation (organisation_id, campaign_id)
  select changed.id, campaign::int from changed, jsonb_array_elements_text($2->'campaigns') campaign
      on conflict do nothing)
select id from changed;
