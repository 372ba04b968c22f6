-- Gives a project to another author; whose it was, or nothing when it was theirs already. $1 project, $2 the new author
with former as (select id, author_id from project where id = $1 for no key update)
update project p set author_id = $2, changed_at = now()
  from former
 where p.id = former.id and former.author_id <> $2
returning former.author_id as former;
