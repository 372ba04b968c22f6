with t as (
  update original.project_partnerships set ended_on = started_on where ended_on < started_on returning id)
insert into original.finding (rule, table_name, key, what, done)
select 'ends before it starts', 'project_partnerships', id::text, 'a partnership', 'ends when it starts' from t;

-- A project is with a partner once at a time: the earlier one ends when the next begins.
with following as (
  select id, lead(started_on) over (partition by project_id, partner_id order by started_on, id) as next_start from original.project_partnerships
), t as (
  update original.project_partnerships p set ended_on = f.next_start from following f
   where f.id = p.id and f.next_start is not null and coalesce(p.ended_on, 'infinity') > f.next_start returning p.id)
insert into original.finding (rule, table_name, key, what, done)
select 'overlapping partnerships', 'project_partnerships', id::text, 'the same partner and project at the same time', 'ends when the next begins' from t;
