-- A key has one scope, of which each includes the one before, always ends, and is recognised by how it begins.
ALTER TABLE "application_key"
  ADD COLUMN "scope" "key_scope" NOT NULL DEFAULT 'READ',
  ADD COLUMN "prefix" TEXT NOT NULL DEFAULT '';

UPDATE "application_key"
   SET "scope" = CASE WHEN 'MANAGE' = ANY ("scopes") THEN 'MANAGE' WHEN 'MAP' = ANY ("scopes") THEN 'MAP' ELSE 'READ' END::"key_scope",
       "expires_at" = coalesce("expires_at", "created_at" + interval '30 days');

ALTER TABLE "application_key"
  DROP COLUMN "scopes",
  ALTER COLUMN "scope" DROP DEFAULT,
  ALTER COLUMN "prefix" DROP DEFAULT,
  ALTER COLUMN "name" DROP DEFAULT,
  ALTER COLUMN "expires_at" SET NOT NULL;
