-- Writes one message to many: select * from broadcast($sender, $type, $project, $campaign, $team, $subject, $body, $most, $mail_after).
-- To whom: who worked on the project, on any project of the campaign, or is in the team; not the sender, nor who does not want it.
-- All of them or, after $most broadcasts of this person within an hour, nobody: then free_at says when the next is possible.
create or replace function broadcast(p_sender int, p_type message_type, p_project int, p_campaign int, p_team int, p_subject text, p_body text,
  p_most int, p_mail_after double precision)
returns table (sent int, not_wanted int, free_at timestamptz) language plpgsql as $$
declare
  v_to  int[];
  v_free timestamptz;
begin
  perform from person where id = p_sender for no key update;   -- two at once are counted one after the other
  select min(b.at) + interval '1 hour' into v_free
    from (select distinct m.at from message m
           where m.sender_id = p_sender and m.type in ('BROADCAST', 'TEAM_BROADCAST') and m.at > clock_timestamp() - interval '1 hour'
           order by m.at desc limit p_most) b
  having count(*) = p_most;
  if v_free is not null then return query select 0, 0, v_free; return; end if;

  v_to := array(
    select c.person_id from project_contributor c where c.project_id = p_project
     union
    select c.person_id from project_contributor c join campaign_project cp on cp.project_id = c.project_id where cp.campaign_id = p_campaign
     union
    select m.person_id from team_member m where m.team_id = p_team and m.active);
  v_to := array(select p.id from person p where p.id = any (v_to) and p.id <> p_sender and p.deleted_at is null);
  return query
  select count(*)::int, cardinality(v_to) - count(*)::int, null::timestamptz
    from notify_people(jsonb_build_array(jsonb_build_object('type', p_type, 'to', to_jsonb(v_to), 'from', p_sender, 'project', p_project, 'team', p_team,
                                                            'subject', p_subject, 'body', p_body)), p_mail_after);
end $$;
