-- Where the features of a FlatGeobuf without an index begin: after 8 magic bytes, 4 of the header's length, and the header.
create or replace function fgb_start(file bytea) returns int language sql immutable parallel safe as $$
  select 12 + get_byte(file, 8) + 256 * get_byte(file, 9) + 65536 * get_byte(file, 10)
$$;
