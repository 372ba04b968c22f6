insert into organisation (id, name, slug, description, url, logo, type, subscription_tier)
select id, name, slug, description, url, logo, (array['FREE', 'DISCOUNTED', 'FULL_FEE'])[type]::organisation_type, subscription_tier from original.organisations;
insert into organisation_manager (organisation_id, person_id) select organisation_id, user_id from original.organisation_managers;
insert into team (id, organisation_id, name, description, logo, visibility, join_method)
select id, organisation_id, coalesce(nullif(name, ''), 'Team ' || id), description, logo, (array['PUBLIC', 'PRIVATE'])[visibility + 1]::team_visibility,
       (array['ANY', 'BY_REQUEST', 'BY_INVITE'])[join_method + 1]::team_join_method
  from original.teams;
insert into team_member (team_id, person_id, function, active, join_request_notifications, joined_at)
select team_id, user_id, (array['MANAGER', 'MEMBER'])[function]::team_member_function, coalesce(active, false), coalesce(join_request_notifications, false),
       joined_date at time zone 'UTC'
  from original.team_members;
insert into campaign (id, name, logo, url, description) select id, name, logo, url, description from original.campaigns;
insert into campaign_organisation (campaign_id, organisation_id) select campaign_id, organisation_id from original.campaign_organisations;
insert into partner (id, name, primary_hashtag, secondary_hashtag, logo_url, link_meta, link_x, link_instagram, current_projects, permalink, website_links, mapswipe_group_id)
select id, name, coalesce(primary_hashtag, ''), secondary_hashtag, logo_url, link_meta, link_x, link_instagram,
       coalesce((select array_agg(m[1]::int order by nth) from regexp_matches(current_projects, '\y(\d{1,9})\y', 'g') with ordinality r (m, nth)), '{}'),
       permalink, coalesce(nullif(trim(website_links), '')::jsonb, '[]'), mapswipe_group_id
  from original.partners;
