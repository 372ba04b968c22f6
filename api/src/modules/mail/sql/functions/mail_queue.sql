-- Whether mail may go to a person at all: to an address that they proved to be theirs, and not to the blocked or deleted.
create or replace function can_get_mail(p_person person) returns boolean language sql immutable as $$
  select p_person.email is not null and p_person.email_verified and p_person.role <> 'READ_ONLY' and p_person.deleted_at is null;
$$;

-- What is mailed to who has not chosen: what comes to them, but not the system's own messages.
create or replace function usually_by_mail(p_type message_type) returns boolean language sql immutable as $$
  select usually_in_app(p_type) and p_type <> 'SYSTEM';
$$;

-- Whether such a message is mailed to a person too.
create or replace function wants_by_mail(p_person int, p_type message_type) returns boolean language sql stable as $$
  select coalesce((select in_app and by_mail from notification_preference where person_id = p_person and type = p_type), usually_by_mail(p_type));
$$;

-- Asks for a mail of this kind to a person, not before p_run_at. Asked again before it was sent, it stays one mail, at the
-- moment that was asked for first.
create or replace function ask_for_mail(p_person int, p_kind mail_kind, p_run_at timestamptz) returns void language plpgsql as $$
begin
  perform graphile_worker.add_job('send-mail', json_build_object('person', p_person, 'kind', p_kind), run_at => p_run_at,
                                  max_attempts => 15, job_key => 'mail ' || p_kind || ' ' || p_person, job_key_mode => 'preserve_run_at');
end $$;

-- Notes down which of these messages are to be mailed, and asks for the mails: soon (p_after seconds), or as a daily or weekly digest.
create or replace function mail_messages(p_messages int[], p_after double precision) returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    with noted as (
      insert into mail_item (message_id, person_id, kind)
      select m.id, p.id, case when n.digest then 'DIGEST' else 'NOTIFICATIONS' end::mail_kind
        from message m
        join person p on p.id = m.receiver_id
        left join notification_preference n on n.person_id = p.id and n.type = m.type
       where m.id = any (p_messages) and can_get_mail(p) and wants_by_mail(p.id, m.type)
      returning person_id, kind)
    select distinct n.person_id, n.kind, p.digest_frequency from noted n join person p on p.id = n.person_id order by 1, 2
  loop
    perform ask_for_mail(each.person_id, each.kind, clock_timestamp() + case
      when each.kind = 'NOTIFICATIONS' then make_interval(secs => p_after)
      when each.digest_frequency = 'WEEKLY' then interval '7 days'
      else interval '1 day' end);
  end loop;
end $$;

-- Takes the one mail of this kind that is to be sent to a person: its id and address, or nothing when there is nothing (any more).
-- It is SENDING from then on, and nobody takes it again before finish_mail. One whose sender died stays unsent for good: it may have
-- arrived.
create or replace function claim_mail(p_person int, p_kind mail_kind)
returns table (id int, address text, username text, attempts int, created_at timestamptz) language plpgsql as $$
#variable_conflict use_column
declare
  v_person person;
  v_mail int;
  v_is_due boolean;
begin
  select * into v_person from person where id = p_person for no key update;
  perform finish_mail(m.id, 'FAILED', 'The program stopped while it was sent. It is not sent again, because it may have arrived.')
     from mail m where m.person_id = p_person and m.kind = p_kind and m.state = 'SENDING' and m.changed_at < clock_timestamp() - interval '10 minutes';
  v_mail := (select min(m.id) from mail m where m.person_id = p_person and m.kind = p_kind and m.state = 'QUEUED');

  if p_kind = 'VERIFICATION' then
    v_is_due := v_mail is not null and v_person.email is not null and not v_person.email_verified and v_person.deleted_at is null;
  else
    -- Not what was sent or is just being sent; not what has been read meanwhile, and what they want no mail of any more.
    delete from mail_item i using message m
     where i.person_id = p_person and i.kind = p_kind and m.id = i.message_id
       and not exists (select from mail s where s.id = i.mail_id and s.state <> 'QUEUED')
       and not (can_get_mail(v_person) and m.read_at is null and wants_by_mail(p_person, m.type));
    v_is_due := exists (select from mail_item i left join mail s on s.id = i.mail_id
                         where i.person_id = p_person and i.kind = p_kind and (s.id is null or s.state = 'QUEUED'));
  end if;
  if not v_is_due then
    delete from mail m where m.person_id = p_person and m.kind = p_kind and m.state = 'QUEUED';
    return;
  end if;

  if v_mail is null then
    insert into mail (person_id, kind, address) values (p_person, p_kind, v_person.email) returning mail.id into v_mail;
  end if;
  update mail_item i set mail_id = v_mail
   where i.person_id = p_person and i.kind = p_kind and not exists (select from mail s where s.id = i.mail_id and s.state <> 'QUEUED');
  delete from mail m where m.person_id = p_person and m.kind = p_kind and m.state = 'QUEUED' and m.id <> v_mail;
  return query
    update mail m set state = 'SENDING', attempts = m.attempts + 1, address = v_person.email, changed_at = clock_timestamp()
     where m.id = v_mail returning m.id, m.address, v_person.username, m.attempts, m.created_at;
end $$;

-- Writes down what became of a mail that was taken: SENT, FAILED (for good), or QUEUED (to be tried again).
create or replace function finish_mail(p_mail int, p_state mail_state, p_reason text) returns void language plpgsql as $$
begin
  update mail set state = p_state, reason = p_reason, changed_at = clock_timestamp() where id = p_mail and state = 'SENDING';
  if found and p_state in ('SENT', 'FAILED') then delete from mail_item where mail_id = p_mail; end if;
end $$;

-- Asks for the mail with which a person proves that their address is theirs → ON_ITS_WAY, NO_ADDRESS,
-- OTHER_ADDRESS (than p_email, where that is given), VERIFIED or TOO_MANY. One that was asked for less than a minute ago is not sent twice;
-- ten a day are enough, because the address may be somebody else's.
create or replace function ask_for_verification(p_person int, p_email text) returns text language plpgsql as $$
declare
  v_person person;
begin
  select * into v_person from person where id = p_person for no key update;
  if v_person.email is null then return 'NO_ADDRESS'; end if;
  if lower(p_email) <> v_person.email then return 'OTHER_ADDRESS'; end if;
  if v_person.email_verified then return 'VERIFIED'; end if;
  if exists (select from mail where person_id = p_person and kind = 'VERIFICATION' and address = v_person.email and state <> 'FAILED'
                                and created_at > clock_timestamp() - interval '1 minute') then return 'ON_ITS_WAY'; end if;
  if (select count(*) from mail where person_id = p_person and kind = 'VERIFICATION' and created_at > clock_timestamp() - interval '1 day') >= 10
  then return 'TOO_MANY'; end if;
  insert into mail (person_id, kind, address) values (p_person, 'VERIFICATION', v_person.email);
  perform ask_for_mail(p_person, 'VERIFICATION', clock_timestamp());
  return 'ON_ITS_WAY';
end $$;
