-- A sandbox is only for trying out: never urgent, and only iD can open its database. Does nothing to other projects.
create or replace function keep_sandbox_apart(p_project int) returns void language sql as $$
  update project set priority = 'LOW', mapping_editors = '{ID}', validation_editors = '{ID}' where id = p_project and sandbox;
$$;
