-- Keeps a search of a person unless they have as many as they may: select save_search(…) → its id, null where they have. A name that
-- they gave to another one is refused by the table. Who saves several at once waits here, so that each sees those before it.
create or replace function save_search(p_person int, p_name text, p_query text, p_most int) returns int language plpgsql as $$
declare
  saved int;
begin
  perform from person where id = p_person for no key update;
  if (select count(*) from saved_search where person_id = p_person) >= p_most then return null; end if;
  insert into saved_search (person_id, name, query) values (p_person, p_name, p_query) returning id into saved;
  return saved;
end $$;

-- Changes what is not null of a person's search: select update_saved_search(…) → whether it is theirs. Explore opens with one at most.
create or replace function update_saved_search(p_person int, p_id int, p_name text, p_query text, p_opens boolean)
returns boolean language plpgsql as $$
begin
  perform from person where id = p_person for no key update;
  if not exists (select from saved_search where id = p_id and person_id = p_person) then return false; end if;
  if p_opens then update saved_search set opens_explore = false where person_id = p_person and opens_explore and id <> p_id; end if;
  update saved_search
     set name = coalesce(p_name, name), query = coalesce(p_query, query), opens_explore = coalesce(p_opens, opens_explore)
   where id = p_id;
  return true;
end $$;
