-- What changed in a conversation after a position, and up to which position that is: each comment once, the oldest first.
-- $1 project, $2 position, $3 changes read at most.
select changed.comment_id as "id", c.id is null as "isGone", max(max(changed.position)) over ()::int as "position"
  from (select comment_id, position from project_comment_change
         where project_id = $1 and position > $2 order by position limit $3) changed
  left join project_comment c on c.id = changed.comment_id
 group by changed.comment_id, c.id
 order by changed.comment_id;
