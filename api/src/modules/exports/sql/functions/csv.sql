-- A cell of people's text in CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front.
create or replace function csv_cell(value text) returns text language sql immutable parallel safe as $$
  select case when safe ~ '[",\r\n]|^\s|\s$' then '"' || replace(safe, '"', '""') || '"' else safe end
    from (select case when value ~ '^\s*[=+@＝＋－＠-]' then '''' || value else value end as safe) defused
$$;

-- A row of CSV: cells that were made safe, null as nothing.
create or replace function csv_row(variadic cells text[]) returns text language sql immutable parallel safe as $$
  select array_to_string(cells, ',', '') || E'\r\n'
$$;

-- ISO 8601 in UTC, to the millisecond.
create or replace function iso_time(moment timestamptz) returns text language sql stable parallel safe as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A coordinate in degrees with six decimals: 0.1 m.
create or replace function degrees_text(coordinate float8) returns text language sql immutable parallel safe as $$
  select trim_scale(round(coordinate::numeric, 6))::text
$$;
