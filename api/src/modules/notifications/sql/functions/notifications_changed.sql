-- Says whose notifications changed, once the transaction commits. A payload holds 8,000 bytes: 500 ids at most.
create or replace function notifications_changed(p_people int[]) returns void language sql as $$
  select pg_notify('taskgrid_people', string_agg(id::text, ','))
    from (select id, (row_number() over () - 1) / 500 as part from unnest(p_people) id) people group by part;
$$;

create or replace function message_changed() returns trigger language plpgsql as $$
begin
  perform notifications_changed(array(select distinct receiver_id from changed));
  return null;
end $$;
create or replace trigger message_sent after insert on message
  referencing new table as changed for each statement execute function message_changed();
create or replace trigger message_read after update on message
  referencing new table as changed for each statement execute function message_changed();
create or replace trigger message_deleted after delete on message
  referencing old table as changed for each statement execute function message_changed();
