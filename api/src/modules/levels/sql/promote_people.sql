-- The rule of promotion for people above $1 by id, at most $2 of them: one row each, with the name of the level reached now, if any.
with promoted as materialized (
  select id, promote(id) as level_id from (select id from person where id > $1 and deleted_at is null order by id limit $2) batch)
select p.id as person_id, l.name as reached from promoted p left join mapping_level l on l.id = p.level_id order by p.id;
