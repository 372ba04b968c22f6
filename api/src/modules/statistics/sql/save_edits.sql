-- Keeps what people edited. $1 people, $2 figures of each, metric → number.
insert into person_statistics (person_id, figures, obtained_at)
select p.id, fresh.figures, now()
  from unnest($1::int[], $2::jsonb[]) fresh (person_id, figures) join person p on p.id = fresh.person_id and p.deleted_at is null
 order by p.id
on conflict (person_id) do update set figures = excluded.figures, obtained_at = excluded.obtained_at;
