-- A vote for the level that a person is nominated for: select * from vote_for_level($person, $voter). A second vote of the same
-- person changes nothing. `reached`: the level that the vote gave, null while more votes are needed.
create or replace function vote_for_level(p_person int, p_voter int, out outcome text, out reached int) language plpgsql as $$
declare
  step mapping_level;
begin
  perform from person where id = p_person and deleted_at is null for no key update;
  if not found then outcome := 'NOT_FOUND'; return; end if;
  select l.* into step from level_nomination n join mapping_level l on l.id = n.level_id
   where n.person_id = p_person order by l.ordering limit 1;
  if step.id is null then outcome := 'NOT_NOMINATED'; return; end if;
  outcome := 'DONE';
  insert into level_vote (person_id, level_id, voter_id) values (p_person, step.id, p_voter) on conflict do nothing;
  if (select count(*) from level_vote where person_id = p_person and level_id = step.id) >= step.approvals_required then
    perform give_level(p_person, step.id);
    reached := coalesce(promote(p_person), step.id);
  end if;
end $$;
