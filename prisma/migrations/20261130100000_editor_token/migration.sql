-- The access token that OpenStreetMap gave at the sign-in, for the editor in the page. It is sealed with a key made from the
-- session's own token, which is kept nowhere: whoever has the database alone can read neither.
ALTER TABLE "session" ADD COLUMN "sealed_osm_token" BYTEA;

-- A session that has ended needs none, however it ended.
CREATE FUNCTION forget_osm_token() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  new.sealed_osm_token := null;
  return new;
end $$;
CREATE TRIGGER session_forgets_osm_token BEFORE UPDATE OF revoked_at ON "session"
  FOR EACH ROW WHEN (new.revoked_at IS NOT NULL) EXECUTE FUNCTION forget_osm_token();
