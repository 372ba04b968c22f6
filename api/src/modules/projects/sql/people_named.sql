-- People by their exact OpenStreetMap names. $1 names
select id, username from person where username = any ($1::text[]) and deleted_at is null;
