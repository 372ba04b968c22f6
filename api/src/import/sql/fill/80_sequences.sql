-- What is made from now on is numbered after what came.
do $$
declare
  each record;
begin
  for each in
    select c.relname as table_name, a.attname as column_name, substring(pg_get_expr(d.adbin, d.adrelid) from '''([^'']+)''') as sequence
      from pg_attrdef d
      join pg_class c on c.oid = d.adrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
     where c.relnamespace = 'public'::regnamespace and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'
  loop
    execute format('select setval(%L, greatest((select coalesce(max(%I), 0) from %I), (select last_value from %s), 1))', each.sequence, each.column_name, each.table_name, each.sequence);
  end loop;
end $$;
