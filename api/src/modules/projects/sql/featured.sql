-- Published public projects that are featured, the newest first.
select id from project where featured and status = 'PUBLISHED' and not private order by id desc limit 100;
