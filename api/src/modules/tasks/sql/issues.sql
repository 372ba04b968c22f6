-- Mapping issues of history rows. $1 history ids
select i.history_id, i.count, c.id as number, c.name, c.description, c.archived
  from task_issue i join mapping_issue_category c on c.id = i.category_id
 where i.history_id = any ($1::bigint[])
 order by i.history_id, c.name;
