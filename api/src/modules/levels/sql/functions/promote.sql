-- The one rule of promotion: select promote($person) → id of the level reached now, null when it stays. Gives every badge
-- whose requirements are met by the person's figures, and never takes one back. Then up as far as the badges reach, one
-- level after the other, at most p_most of them; where people vote on the next level, the person is nominated for it and waits.
drop function if exists promote(int);
create or replace function promote(p_person int, p_most int default null) returns int language plpgsql as $$
declare
  figures constant jsonb := person_figures(p_person);
  earned  constant int[] := array(
    select b.id
      from badge b
     where b.requirements <> '{}'
       and not exists (select from person_badge pb where pb.person_id = p_person and pb.badge_id = b.id)
       and not exists (select from jsonb_each_text(b.requirements) needed
                        where coalesce((figures ->> needed.key)::numeric, 0) < needed.value::numeric));
  step    mapping_level;
  steps   int := 0;
  reached int;
begin
  -- Mostly there is nothing to give: this is asked after each task that is mapped, so it is seen without locking or writing anything.
  if earned = '{}' and not exists (
    select from (select l.* from mapping_level l
                  where l.ordering > (select now.ordering from person p join mapping_level now on now.id = p.level_id where p.id = p_person)
                  order by l.ordering limit 1) next
     where exists (select from level_badge where level_id = next.id)
       and not exists (select from level_badge lb where lb.level_id = next.id
                          and not exists (select from person_badge pb where pb.person_id = p_person and pb.badge_id = lb.badge_id))
       and not (next.approvals_required > 0 and exists (select from level_nomination n where n.person_id = p_person and n.level_id = next.id)))
  then return null; end if;

  perform from person where id = p_person for no key update;
  insert into person_badge (person_id, badge_id) select p_person, unnest(earned) on conflict do nothing;

  for step in
    select l.* from mapping_level l
     where l.ordering > (select now.ordering from person p join mapping_level now on now.id = p.level_id where p.id = p_person)
     order by l.ordering
  loop
    exit when not exists (select from level_badge where level_id = step.id)
           or exists (select from level_badge lb where lb.level_id = step.id
                         and not exists (select from person_badge pb where pb.person_id = p_person and pb.badge_id = lb.badge_id));
    if step.approvals_required > 0 then
      insert into level_nomination (person_id, level_id) values (p_person, step.id) on conflict do nothing;
      exit;
    end if;
    perform give_level(p_person, step.id);
    reached := step.id;
    steps := steps + 1;
    exit when steps >= p_most;
  end loop;
  return reached;
end $$;

-- What requirements are held against: figures from outside, and the changesets of the last sign-in.
-- Not as SQL: that is planned anew in each statement.
create or replace function person_figures(p_person int) returns jsonb language plpgsql stable as $$
begin
  return (select coalesce((select s.figures from person_statistics s where s.person_id = p_person), '{}') || jsonb_build_object('changeset', p.changeset_count)
            from person p where p.id = p_person);
end $$;

-- Sets a level and ends the waiting for it and for those below.
create or replace function give_level(p_person int, p_level int) returns void language sql as $$
  update person set level_id = p_level where id = p_person;
  delete from level_vote v using mapping_level l, mapping_level mine
   where v.person_id = p_person and l.id = v.level_id and mine.id = p_level and l.ordering <= mine.ordering;
  delete from level_nomination n using mapping_level l, mapping_level mine
   where n.person_id = p_person and l.id = n.level_id and mine.id = p_level and l.ordering <= mine.ordering;
$$;
