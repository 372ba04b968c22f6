-- Deletes an account: select anonymise_person($person) → DONE, NOT_FOUND or LAST_ADMIN. What was mapped stays, under
-- the name user_<id>; all that tells who it was goes, and so do sessions, keys, what waited to be mailed, and all that they could do
-- for teams, organisations and private projects. Signing in again brings the name back (record_sign_in), and nothing else. Who was
-- blocked stays blocked. Pictures that they uploaded stay: they are kept by their content, without a name, for the texts that show them.
create or replace function anonymise_person(p_person int) returns text language plpgsql as $$
declare
  notice constant text := 'This comment was removed because user_' || p_person || ' deleted their account.';
begin
  perform from person where role = 'ADMIN' or id = p_person order by id for no key update;
  if not exists (select from person where id = p_person and deleted_at is null) then return 'NOT_FOUND'; end if;
  if is_last_admin(p_person) then return 'LAST_ADMIN'; end if;

  update person
     set username = 'user_' || id, deleted_at = now(),
         role = case role when 'ADMIN' then 'MAPPER' else role end,
         name = null, picture_url = null, is_expert = false, email = null, email_verified = false, city = null, country = null,
         gender = null, self_description_gender = null, twitter_id = null, facebook_id = null, linkedin_id = null,
         slack_id = null, skype_id = null, irc_id = null, locale = null, hides_presence = false, default_editor = 'ID', digest_frequency = 'DAILY',
         tasks_notifications = true
   where id = p_person;
  delete from session where person_id = p_person;
  delete from application_key where person_id = p_person;
  delete from message where receiver_id = p_person;
  delete from mail where person_id = p_person;
  perform graphile_worker.remove_job('mail ' || kind || ' ' || p_person) from unnest(enum_range(null::mail_kind)) kind;
  delete from progress_mail where person_id = p_person;
  delete from notification_bell where person_id = p_person;
  delete from notification_preference where person_id = p_person;
  delete from saved_search where person_id = p_person;
  delete from person_interest where person_id = p_person;
  delete from license_acceptance where person_id = p_person;
  delete from project_favourite where person_id = p_person;
  delete from team_member where person_id = p_person;
  delete from organisation_manager where person_id = p_person;
  delete from project_allowed_person where person_id = p_person;
  delete from person_statistics where person_id = p_person;
  delete from level_vote where person_id = p_person;
  delete from level_nomination where person_id = p_person;
  update project_comment set markdown = notice where person_id = p_person;
  -- Copies of those comments that other people were sent.
  update message set body = notice
   where sender_id = p_person and task_id is null and type in ('MENTION_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION');
  return 'DONE';
end $$;
