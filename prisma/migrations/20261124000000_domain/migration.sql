-- The whole domain. First what Prisma cannot say but its tables need, then the tables as `prisma migrate diff` prints
-- them from schema.prisma, then the rules that hold under concurrency, and the rows every instance starts with.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One configuration for all languages: no stemming, no stop words, accents dropped. A search word is a prefix.
CREATE TEXT SEARCH CONFIGURATION every_language (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION every_language ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent', $1));

CREATE SEQUENCE task_history_id;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('READ_ONLY', 'MAPPER', 'ADMIN');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('MALE', 'FEMALE', 'SELF_DESCRIBE', 'PREFER_NOT');

-- CreateEnum
CREATE TYPE "editor" AS ENUM ('ID', 'JOSM', 'POTLATCH_2', 'FIELD_PAPERS', 'CUSTOM', 'RAPID');

-- CreateEnum
CREATE TYPE "key_scope" AS ENUM ('READ', 'MAP', 'MANAGE');

-- CreateEnum
CREATE TYPE "organisation_type" AS ENUM ('FREE', 'DISCOUNTED', 'FULL_FEE');

-- CreateEnum
CREATE TYPE "team_visibility" AS ENUM ('PUBLIC', 'PRIVATE');

-- CreateEnum
CREATE TYPE "team_join_method" AS ENUM ('ANY', 'BY_REQUEST', 'BY_INVITE');

-- CreateEnum
CREATE TYPE "team_member_function" AS ENUM ('MANAGER', 'MEMBER');

-- CreateEnum
CREATE TYPE "team_role" AS ENUM ('READ_ONLY', 'MAPPER', 'VALIDATOR', 'PROJECT_MANAGER');

-- CreateEnum
CREATE TYPE "partnership_action" AS ENUM ('CREATE', 'DELETE', 'UPDATE');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('ARCHIVED', 'PUBLISHED', 'DRAFT');

-- CreateEnum
CREATE TYPE "project_priority" AS ENUM ('URGENT', 'HIGH', 'MEDIUM', 'LOW');

-- CreateEnum
CREATE TYPE "project_difficulty" AS ENUM ('EASY', 'MODERATE', 'CHALLENGING');

-- CreateEnum
CREATE TYPE "mapping_type" AS ENUM ('ROADS', 'BUILDINGS', 'WATERWAYS', 'LAND_USE', 'OTHER');

-- CreateEnum
CREATE TYPE "project_permission" AS ENUM ('ANY', 'TEAMS');

-- CreateEnum
CREATE TYPE "task_creation_mode" AS ENUM ('GRID', 'ARBITRARY');

-- CreateEnum
CREATE TYPE "task_status" AS ENUM ('READY', 'MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY', 'SPLIT');

-- CreateEnum
CREATE TYPE "lock_kind" AS ENUM ('MAPPING', 'VALIDATION');

-- CreateEnum
CREATE TYPE "history_kind" AS ENUM ('LOCKED_FOR_MAPPING', 'LOCKED_FOR_VALIDATION', 'EXTENDED_FOR_MAPPING', 'EXTENDED_FOR_VALIDATION', 'AUTO_UNLOCKED_FOR_MAPPING', 'AUTO_UNLOCKED_FOR_VALIDATION', 'STATE_CHANGE', 'COMMENT');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('LOCKED', 'RELEASED', 'EXPIRED', 'SUBMITTED', 'EXTENDED', 'UNDONE', 'SPLIT', 'CREATED');

-- CreateEnum
CREATE TYPE "message_type" AS ENUM ('SYSTEM', 'BROADCAST', 'MENTION_NOTIFICATION', 'VALIDATION_NOTIFICATION', 'INVALIDATION_NOTIFICATION', 'REQUEST_TEAM_NOTIFICATION', 'INVITATION_NOTIFICATION', 'TASK_COMMENT_NOTIFICATION', 'PROJECT_CHAT_NOTIFICATION', 'PROJECT_ACTIVITY_NOTIFICATION', 'TEAM_BROADCAST');

-- CreateTable
CREATE TABLE "person" (
    "id" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT,
    "picture_url" TEXT,
    "role" "user_role" NOT NULL DEFAULT 'MAPPER',
    "level_id" INTEGER NOT NULL DEFAULT 1,
    "changeset_count" INTEGER NOT NULL DEFAULT 0,
    "is_expert" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "city" TEXT,
    "country" TEXT,
    "gender" "gender",
    "self_description_gender" TEXT,
    "twitter_id" TEXT,
    "facebook_id" TEXT,
    "linkedin_id" TEXT,
    "slack_id" TEXT,
    "skype_id" TEXT,
    "irc_id" TEXT,
    "default_editor" "editor" NOT NULL DEFAULT 'ID',
    "locale" VARCHAR(10),
    "hides_presence" BOOLEAN NOT NULL DEFAULT false,
    "tasks_mapped" INTEGER NOT NULL DEFAULT 0,
    "tasks_validated" INTEGER NOT NULL DEFAULT 0,
    "tasks_invalidated" INTEGER NOT NULL DEFAULT 0,
    "registered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(6),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" SERIAL NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "state_hash" BYTEA NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "redirect_uri" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "application_key" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "scopes" "key_scope"[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "application_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interested_person" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interested_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mapping_level" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "approvals_required" INTEGER NOT NULL DEFAULT 0,
    "color" TEXT,
    "ordering" INTEGER NOT NULL,
    "is_beginner" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mapping_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "badge" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "image_path" TEXT,
    "requirements" JSONB NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "is_internal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "badge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "level_badge" (
    "level_id" INTEGER NOT NULL,
    "badge_id" INTEGER NOT NULL,

    CONSTRAINT "level_badge_pkey" PRIMARY KEY ("level_id","badge_id")
);

-- CreateTable
CREATE TABLE "person_badge" (
    "person_id" INTEGER NOT NULL,
    "badge_id" INTEGER NOT NULL,
    "awarded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_badge_pkey" PRIMARY KEY ("person_id","badge_id")
);

-- CreateTable
CREATE TABLE "level_nomination" (
    "person_id" INTEGER NOT NULL,
    "level_id" INTEGER NOT NULL,
    "nominated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "level_nomination_pkey" PRIMARY KEY ("person_id","level_id")
);

-- CreateTable
CREATE TABLE "level_vote" (
    "person_id" INTEGER NOT NULL,
    "level_id" INTEGER NOT NULL,
    "voter_id" INTEGER NOT NULL,
    "voted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "level_vote_pkey" PRIMARY KEY ("person_id","level_id","voter_id")
);

-- CreateTable
CREATE TABLE "person_statistics" (
    "person_id" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "obtained_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_statistics_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "interest" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_interest" (
    "person_id" INTEGER NOT NULL,
    "interest_id" INTEGER NOT NULL,

    CONSTRAINT "person_interest_pkey" PRIMARY KEY ("person_id","interest_id")
);

-- CreateTable
CREATE TABLE "license" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "plain_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "license_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "license_acceptance" (
    "person_id" INTEGER NOT NULL,
    "license_id" INTEGER NOT NULL,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "license_acceptance_pkey" PRIMARY KEY ("person_id","license_id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(512) NOT NULL,
    "slug" VARCHAR(255) NOT NULL,
    "description" TEXT,
    "url" TEXT,
    "logo" TEXT,
    "type" "organisation_type" NOT NULL DEFAULT 'FREE',
    "subscription_tier" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_manager" (
    "organisation_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "organisation_manager_pkey" PRIMARY KEY ("organisation_id","person_id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "name" VARCHAR(512) NOT NULL,
    "description" TEXT,
    "logo" TEXT,
    "visibility" "team_visibility" NOT NULL DEFAULT 'PUBLIC',
    "join_method" "team_join_method" NOT NULL DEFAULT 'ANY',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "function" "team_member_function" NOT NULL DEFAULT 'MEMBER',
    "active" BOOLEAN NOT NULL DEFAULT false,
    "join_request_notifications" BOOLEAN NOT NULL DEFAULT false,
    "joined_at" TIMESTAMPTZ(6),

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","person_id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "logo" TEXT,
    "url" TEXT,
    "description" TEXT,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_organisation" (
    "campaign_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,

    CONSTRAINT "campaign_organisation_pkey" PRIMARY KEY ("campaign_id","organisation_id")
);

-- CreateTable
CREATE TABLE "campaign_project" (
    "campaign_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,

    CONSTRAINT "campaign_project_pkey" PRIMARY KEY ("campaign_id","project_id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(150) NOT NULL,
    "primary_hashtag" VARCHAR(200) NOT NULL,
    "secondary_hashtag" VARCHAR(200),
    "logo_url" VARCHAR(500),
    "link_meta" VARCHAR(300),
    "link_x" VARCHAR(300),
    "link_instagram" VARCHAR(300),
    "current_projects" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "permalink" VARCHAR(500),
    "website_links" JSONB NOT NULL DEFAULT '[]',
    "mapswipe_group_id" TEXT,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "started_on" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_on" TIMESTAMPTZ(6),

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_history" (
    "id" SERIAL NOT NULL,
    "partnership_id" INTEGER,
    "project_id" INTEGER NOT NULL,
    "partner_id" INTEGER NOT NULL,
    "action" "partnership_action" NOT NULL,
    "acted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_on_old" TIMESTAMPTZ(6),
    "ended_on_old" TIMESTAMPTZ(6),
    "started_on_new" TIMESTAMPTZ(6),
    "ended_on_new" TIMESTAMPTZ(6),

    CONSTRAINT "partnership_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" SERIAL NOT NULL,
    "status" "project_status" NOT NULL DEFAULT 'DRAFT',
    "author_id" INTEGER NOT NULL,
    "organisation_id" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "priority" "project_priority" NOT NULL DEFAULT 'MEDIUM',
    "difficulty" "project_difficulty" NOT NULL DEFAULT 'MODERATE',
    "default_locale" VARCHAR(10) NOT NULL DEFAULT 'en',
    "mapping_types" "mapping_type"[] DEFAULT ARRAY[]::"mapping_type"[],
    "mapping_editors" "editor"[] DEFAULT ARRAY['ID', 'JOSM', 'RAPID']::"editor"[],
    "validation_editors" "editor"[] DEFAULT ARRAY['ID', 'JOSM', 'RAPID']::"editor"[],
    "mapping_permission" "project_permission" NOT NULL DEFAULT 'ANY',
    "validation_permission" "project_permission" NOT NULL DEFAULT 'ANY',
    "mapping_level_id" INTEGER NOT NULL DEFAULT 1,
    "validation_level_id" INTEGER NOT NULL DEFAULT 2,
    "enforce_random_task_selection" BOOLEAN NOT NULL DEFAULT false,
    "enforce_assignment" BOOLEAN NOT NULL DEFAULT false,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "changeset_comment" TEXT NOT NULL DEFAULT '',
    "imagery" TEXT,
    "license_id" INTEGER,
    "due_date" TIMESTAMPTZ(6),
    "josm_preset" TEXT,
    "id_presets" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "extra_id_params" TEXT,
    "rapid_power_user" BOOLEAN NOT NULL DEFAULT false,
    "osmcha_filter_id" TEXT,
    "database" TEXT NOT NULL DEFAULT 'OSM',
    "sandbox" BOOLEAN NOT NULL DEFAULT false,
    "progress_mail_sent_at" TIMESTAMPTZ(6),
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "task_creation_mode" "task_creation_mode" NOT NULL,
    "grid_zoom" INTEGER,
    "area_of_interest" geometry(MultiPolygon,4326),
    "centroid" geometry(Point,4326),
    "area_m2" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_progress" (
    "project_id" INTEGER NOT NULL,
    "total_tasks" INTEGER NOT NULL,
    "tasks_mapped" INTEGER NOT NULL DEFAULT 0,
    "tasks_validated" INTEGER NOT NULL DEFAULT 0,
    "tasks_bad_imagery" INTEGER NOT NULL DEFAULT 0,
    "event_position" BIGINT NOT NULL DEFAULT 0,
    "grid_version" INTEGER NOT NULL DEFAULT 1,
    "last_updated" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_progress_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "project_text" (
    "project_id" INTEGER NOT NULL,
    "locale" VARCHAR(10) NOT NULL,
    "name" VARCHAR(512) NOT NULL DEFAULT '',
    "short_description" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "instructions" TEXT NOT NULL DEFAULT '',
    "per_task_instructions" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "project_text_pkey" PRIMARY KEY ("project_id","locale")
);

-- CreateTable
CREATE TABLE "project_words" (
    "project_id" INTEGER NOT NULL,
    "words" tsvector NOT NULL,
    "names" TEXT NOT NULL,

    CONSTRAINT "project_words_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "project_custom_editor" (
    "project_id" INTEGER NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "description" TEXT,
    "url" TEXT NOT NULL,

    CONSTRAINT "project_custom_editor_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "project_team" (
    "project_id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "role" "team_role" NOT NULL,

    CONSTRAINT "project_team_pkey" PRIMARY KEY ("project_id","team_id","role")
);

-- CreateTable
CREATE TABLE "project_allowed_person" (
    "project_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "project_allowed_person_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateTable
CREATE TABLE "project_favourite" (
    "project_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_favourite_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateTable
CREATE TABLE "project_contributor" (
    "project_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_contributor_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateTable
CREATE TABLE "priority_area" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "geometry" geometry(MultiPolygon,4326) NOT NULL,

    CONSTRAINT "priority_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_interest" (
    "project_id" INTEGER NOT NULL,
    "interest_id" INTEGER NOT NULL,

    CONSTRAINT "project_interest_pkey" PRIMARY KEY ("project_id","interest_id")
);

-- CreateTable
CREATE TABLE "project_comment" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "markdown" TEXT NOT NULL,

    CONSTRAINT "project_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "status" "task_status" NOT NULL DEFAULT 'READY',
    "mapped_by" INTEGER,
    "validated_by" INTEGER,
    "changed_by" INTEGER,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lock_kind" "lock_kind",
    "lock_holder" INTEGER,
    "lock_since" TIMESTAMPTZ(6),
    "lock_expires_at" TIMESTAMPTZ(6),
    "lock_history_id" BIGINT,
    "lock_extended" BOOLEAN NOT NULL DEFAULT false,
    "lock_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_geometry" (
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "geometry" geometry(MultiPolygon,4326) NOT NULL,
    "geometry_3857" geometry(MultiPolygon,3857) NOT NULL,
    "label_3857" geometry(Point,3857) NOT NULL,
    "geojson" TEXT NOT NULL,
    "area_m2" DOUBLE PRECISION NOT NULL,
    "x" INTEGER,
    "y" INTEGER,
    "zoom" INTEGER,
    "is_square" BOOLEAN NOT NULL DEFAULT true,
    "extra_properties" JSONB,

    CONSTRAINT "task_geometry_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "task_assignee" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "team_id" INTEGER,

    CONSTRAINT "task_assignee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_history" (
    "id" BIGINT NOT NULL DEFAULT nextval('task_history_id'),
    "project_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" "history_kind" NOT NULL,
    "status" "task_status",
    "comment" TEXT,
    "duration_seconds" DOUBLE PRECISION,
    "lock_version" INTEGER,
    "undo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "task_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mapping_issue_category" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "archived" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "mapping_issue_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_issue" (
    "history_id" BIGINT NOT NULL,
    "category_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "task_issue_pkey" PRIMARY KEY ("history_id","category_id")
);

-- CreateTable
CREATE TABLE "task_invalidation" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "history_id" BIGINT NOT NULL,
    "mapper_id" INTEGER,
    "mapped_at" TIMESTAMPTZ(6),
    "invalidator_id" INTEGER NOT NULL,
    "invalidated_at" TIMESTAMPTZ(6) NOT NULL,
    "validator_id" INTEGER,
    "validated_at" TIMESTAMPTZ(6),
    "validated_by_before" INTEGER,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_invalidation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_annotation" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "source" TEXT,
    "markdown" TEXT,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_event" (
    "project_id" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" "event_kind" NOT NULL,
    "person_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "task_status" NOT NULL,
    "lock_kind" "lock_kind",
    "lock_holder" INTEGER,
    "lock_expires_at" TIMESTAMPTZ(6),
    "lock_version" INTEGER NOT NULL,
    "grid_version" INTEGER NOT NULL,

    CONSTRAINT "project_event_pkey" PRIMARY KEY ("project_id","position")
);

-- CreateTable
CREATE TABLE "message" (
    "id" SERIAL NOT NULL,
    "type" "message_type" NOT NULL,
    "receiver_id" INTEGER NOT NULL,
    "sender_id" INTEGER,
    "project_id" INTEGER,
    "task_id" INTEGER,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" INTEGER NOT NULL,
    "type" "message_type" NOT NULL,
    "in_app" BOOLEAN NOT NULL DEFAULT true,
    "by_mail" BOOLEAN NOT NULL DEFAULT true,
    "digest" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id","type")
);

-- CreateTable
CREATE TABLE "banner" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "markdown" TEXT NOT NULL DEFAULT '',
    "visible" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "banner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tag_name" VARCHAR(64) NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "release_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE INDEX "person_level_id_idx" ON "person"("level_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_created_at_idx" ON "session"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_created_at_idx" ON "sign_in_attempt"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "application_key_key_hash_key" ON "application_key"("key_hash");

-- CreateIndex
CREATE INDEX "application_key_person_id_idx" ON "application_key"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "interested_person_email_key" ON "interested_person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_level_name_key" ON "mapping_level"("name");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_level_ordering_key" ON "mapping_level"("ordering");

-- CreateIndex
CREATE UNIQUE INDEX "badge_name_key" ON "badge"("name");

-- CreateIndex
CREATE INDEX "level_badge_badge_id_idx" ON "level_badge"("badge_id");

-- CreateIndex
CREATE INDEX "person_badge_badge_id_idx" ON "person_badge"("badge_id");

-- CreateIndex
CREATE INDEX "level_nomination_level_id_idx" ON "level_nomination"("level_id");

-- CreateIndex
CREATE INDEX "level_vote_level_id_idx" ON "level_vote"("level_id");

-- CreateIndex
CREATE INDEX "level_vote_voter_id_idx" ON "level_vote"("voter_id");

-- CreateIndex
CREATE UNIQUE INDEX "interest_name_key" ON "interest"("name");

-- CreateIndex
CREATE INDEX "person_interest_interest_id_idx" ON "person_interest"("interest_id");

-- CreateIndex
CREATE UNIQUE INDEX "license_name_key" ON "license"("name");

-- CreateIndex
CREATE INDEX "license_acceptance_license_id_idx" ON "license_acceptance"("license_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_person_id_name_key" ON "saved_search"("person_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_manager_person_id_idx" ON "organisation_manager"("person_id");

-- CreateIndex
CREATE INDEX "team_organisation_id_idx" ON "team"("organisation_id");

-- CreateIndex
CREATE INDEX "team_member_person_id_idx" ON "team_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_name_key" ON "campaign"("name");

-- CreateIndex
CREATE INDEX "campaign_organisation_organisation_id_idx" ON "campaign_organisation"("organisation_id");

-- CreateIndex
CREATE INDEX "campaign_project_project_id_idx" ON "campaign_project"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "partner_name_key" ON "partner"("name");

-- CreateIndex
CREATE UNIQUE INDEX "partner_permalink_key" ON "partner"("permalink");

-- CreateIndex
CREATE INDEX "partnership_project_id_idx" ON "partnership"("project_id");

-- CreateIndex
CREATE INDEX "partnership_partner_id_idx" ON "partnership"("partner_id");

-- CreateIndex
CREATE INDEX "partnership_history_partnership_id_idx" ON "partnership_history"("partnership_id");

-- CreateIndex
CREATE INDEX "partnership_history_project_id_idx" ON "partnership_history"("project_id");

-- CreateIndex
CREATE INDEX "partnership_history_partner_id_idx" ON "partnership_history"("partner_id");

-- CreateIndex
CREATE INDEX "project_organisation_id_idx" ON "project"("organisation_id");

-- CreateIndex
CREATE INDEX "project_author_id_idx" ON "project"("author_id");

-- CreateIndex
CREATE INDEX "project_license_id_idx" ON "project"("license_id");

-- CreateIndex
CREATE INDEX "project_mapping_level_id_idx" ON "project"("mapping_level_id");

-- CreateIndex
CREATE INDEX "project_validation_level_id_idx" ON "project"("validation_level_id");

-- CreateIndex
CREATE INDEX "project_status_priority_id_idx" ON "project"("status", "priority", "id" DESC);

-- CreateIndex
CREATE INDEX "project_area_of_interest_idx" ON "project" USING GIST ("area_of_interest");

-- CreateIndex
CREATE INDEX "project_centroid_idx" ON "project" USING GIST ("centroid");

-- CreateIndex
CREATE INDEX "project_words_words_idx" ON "project_words" USING GIN ("words");

-- CreateIndex
CREATE INDEX "project_words_names_idx" ON "project_words" USING GIN ("names" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "project_team_team_id_idx" ON "project_team"("team_id");

-- CreateIndex
CREATE INDEX "project_allowed_person_person_id_idx" ON "project_allowed_person"("person_id");

-- CreateIndex
CREATE INDEX "project_favourite_person_id_idx" ON "project_favourite"("person_id");

-- CreateIndex
CREATE INDEX "project_contributor_person_id_idx" ON "project_contributor"("person_id");

-- CreateIndex
CREATE INDEX "priority_area_project_id_idx" ON "priority_area"("project_id");

-- CreateIndex
CREATE INDEX "priority_area_geometry_idx" ON "priority_area" USING GIST ("geometry");

-- CreateIndex
CREATE INDEX "project_interest_interest_id_idx" ON "project_interest"("interest_id");

-- CreateIndex
CREATE INDEX "project_comment_project_id_id_idx" ON "project_comment"("project_id", "id");

-- CreateIndex
CREATE INDEX "project_comment_person_id_idx" ON "project_comment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_project_id_number_key" ON "task"("project_id", "number");

-- CreateIndex
CREATE INDEX "task_geometry_project_id_task_id_idx" ON "task_geometry"("project_id", "task_id");

-- CreateIndex
CREATE INDEX "task_geometry_geometry_idx" ON "task_geometry" USING GIST ("geometry");

-- CreateIndex
CREATE INDEX "task_assignee_person_id_idx" ON "task_assignee"("person_id");

-- CreateIndex
CREATE INDEX "task_assignee_team_id_idx" ON "task_assignee"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_assignee_task_id_person_id_team_id_key" ON "task_assignee"("task_id", "person_id", "team_id");

-- CreateIndex
CREATE INDEX "task_history_task_id_id_idx" ON "task_history"("task_id", "id");

-- CreateIndex
CREATE INDEX "task_history_project_id_id_idx" ON "task_history"("project_id", "id");

-- CreateIndex
CREATE INDEX "task_history_person_id_at_idx" ON "task_history"("person_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_issue_category_name_key" ON "mapping_issue_category"("name");

-- CreateIndex
CREATE INDEX "task_issue_category_id_idx" ON "task_issue"("category_id");

-- CreateIndex
CREATE INDEX "task_invalidation_project_id_idx" ON "task_invalidation"("project_id");

-- CreateIndex
CREATE INDEX "task_invalidation_task_id_idx" ON "task_invalidation"("task_id");

-- CreateIndex
CREATE INDEX "task_invalidation_history_id_idx" ON "task_invalidation"("history_id");

-- CreateIndex
CREATE INDEX "task_invalidation_mapper_id_changed_at_idx" ON "task_invalidation"("mapper_id", "changed_at");

-- CreateIndex
CREATE INDEX "task_invalidation_invalidator_id_changed_at_idx" ON "task_invalidation"("invalidator_id", "changed_at");

-- CreateIndex
CREATE INDEX "task_invalidation_validator_id_idx" ON "task_invalidation"("validator_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_annotation_task_id_type_key" ON "task_annotation"("task_id", "type");

-- CreateIndex
CREATE INDEX "project_event_task_id_position_idx" ON "project_event"("task_id", "position");

-- CreateIndex
CREATE INDEX "message_receiver_id_read_at_at_idx" ON "message"("receiver_id", "read_at", "at");

-- CreateIndex
CREATE INDEX "message_sender_id_idx" ON "message"("sender_id");

-- CreateIndex
CREATE INDEX "message_project_id_idx" ON "message"("project_id");

-- CreateIndex
CREATE INDEX "message_task_id_idx" ON "message"("task_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "mapping_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_key" ADD CONSTRAINT "application_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_badge" ADD CONSTRAINT "level_badge_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "mapping_level"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_badge" ADD CONSTRAINT "level_badge_badge_id_fkey" FOREIGN KEY ("badge_id") REFERENCES "badge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_badge" ADD CONSTRAINT "person_badge_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_badge" ADD CONSTRAINT "person_badge_badge_id_fkey" FOREIGN KEY ("badge_id") REFERENCES "badge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_nomination" ADD CONSTRAINT "level_nomination_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_nomination" ADD CONSTRAINT "level_nomination_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "mapping_level"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_vote" ADD CONSTRAINT "level_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_vote" ADD CONSTRAINT "level_vote_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "mapping_level"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level_vote" ADD CONSTRAINT "level_vote_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_statistics" ADD CONSTRAINT "person_statistics_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_interest" ADD CONSTRAINT "person_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_interest" ADD CONSTRAINT "person_interest_interest_id_fkey" FOREIGN KEY ("interest_id") REFERENCES "interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_acceptance" ADD CONSTRAINT "license_acceptance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_acceptance" ADD CONSTRAINT "license_acceptance_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_manager" ADD CONSTRAINT "organisation_manager_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_manager" ADD CONSTRAINT "organisation_manager_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_organisation" ADD CONSTRAINT "campaign_organisation_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_organisation" ADD CONSTRAINT "campaign_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_project" ADD CONSTRAINT "campaign_project_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_project" ADD CONSTRAINT "campaign_project_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_history" ADD CONSTRAINT "partnership_history_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_history" ADD CONSTRAINT "partnership_history_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_history" ADD CONSTRAINT "partnership_history_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_mapping_level_id_fkey" FOREIGN KEY ("mapping_level_id") REFERENCES "mapping_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_validation_level_id_fkey" FOREIGN KEY ("validation_level_id") REFERENCES "mapping_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_progress" ADD CONSTRAINT "project_progress_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_text" ADD CONSTRAINT "project_text_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_words" ADD CONSTRAINT "project_words_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_custom_editor" ADD CONSTRAINT "project_custom_editor_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_team" ADD CONSTRAINT "project_team_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_team" ADD CONSTRAINT "project_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_allowed_person" ADD CONSTRAINT "project_allowed_person_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_allowed_person" ADD CONSTRAINT "project_allowed_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_favourite" ADD CONSTRAINT "project_favourite_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_favourite" ADD CONSTRAINT "project_favourite_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_contributor" ADD CONSTRAINT "project_contributor_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_contributor" ADD CONSTRAINT "project_contributor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_area" ADD CONSTRAINT "priority_area_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_interest" ADD CONSTRAINT "project_interest_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_interest" ADD CONSTRAINT "project_interest_interest_id_fkey" FOREIGN KEY ("interest_id") REFERENCES "interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_comment" ADD CONSTRAINT "project_comment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_comment" ADD CONSTRAINT "project_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_mapped_by_fkey" FOREIGN KEY ("mapped_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_validated_by_fkey" FOREIGN KEY ("validated_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_lock_holder_fkey" FOREIGN KEY ("lock_holder") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_geometry" ADD CONSTRAINT "task_geometry_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assignee" ADD CONSTRAINT "task_assignee_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assignee" ADD CONSTRAINT "task_assignee_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assignee" ADD CONSTRAINT "task_assignee_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_history" ADD CONSTRAINT "task_history_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_history" ADD CONSTRAINT "task_history_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_history" ADD CONSTRAINT "task_history_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_issue" ADD CONSTRAINT "task_issue_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "task_history"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_issue" ADD CONSTRAINT "task_issue_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "mapping_issue_category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "task_history"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_mapper_id_fkey" FOREIGN KEY ("mapper_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_invalidator_id_fkey" FOREIGN KEY ("invalidator_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_invalidation" ADD CONSTRAINT "task_invalidation_validator_id_fkey" FOREIGN KEY ("validator_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_annotation" ADD CONSTRAINT "task_annotation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_event" ADD CONSTRAINT "project_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---------------------------------------------------------------- what must hold

ALTER TABLE project
  ALTER COLUMN area_of_interest SET NOT NULL,
  ALTER COLUMN centroid SET NOT NULL,
  ADD CONSTRAINT area_is_positive CHECK (area_m2 > 0),
  ADD CONSTRAINT grid_has_zoom CHECK (task_creation_mode <> 'GRID' OR grid_zoom IS NOT NULL);

ALTER TABLE project_progress
  SET (fillfactor = 20, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0),
  ADD CONSTRAINT has_tasks CHECK (total_tasks > 0),
  ADD CONSTRAINT counters_fit CHECK (tasks_mapped >= 0 AND tasks_validated >= 0 AND tasks_bad_imagery >= 0
    AND tasks_mapped + tasks_validated + tasks_bad_imagery <= total_tasks);

ALTER TABLE person
  SET (fillfactor = 80),
  ADD CONSTRAINT counters_fit CHECK (tasks_mapped >= 0 AND tasks_validated >= 0 AND tasks_invalidated >= 0);

ALTER TABLE task
  SET (fillfactor = 70),
  ADD CONSTRAINT lock_is_whole CHECK (num_nonnulls(lock_kind, lock_holder, lock_since, lock_expires_at, lock_history_id) IN (0, 5)),
  ADD CONSTRAINT lock_has_duration CHECK (lock_expires_at > lock_since),
  ADD CONSTRAINT lock_fits_status CHECK (CASE lock_kind
    WHEN 'MAPPING'    THEN status IN ('READY', 'INVALIDATED')
    WHEN 'VALIDATION' THEN status IN ('MAPPED', 'INVALIDATED', 'BADIMAGERY')
    ELSE true END),
  -- Two holders of a task: impossible, a row has one lock_holder. Two locks of a person: possible only if their scopes
  -- are equal. A mapping lock's scope is its own task, a validation lock's scope its project (negative).
  ADD CONSTRAINT one_work_at_a_time EXCLUDE USING gist (
    lock_holder WITH =,
    (CASE lock_kind WHEN 'MAPPING' THEN id WHEN 'VALIDATION' THEN -project_id END) WITH <>
  ) WHERE (lock_holder IS NOT NULL);
CREATE INDEX task_lock_holder  ON task (lock_holder)     WHERE lock_holder IS NOT NULL;
CREATE INDEX task_lock_expires ON task (lock_expires_at) WHERE lock_expires_at IS NOT NULL;
CREATE INDEX task_parent       ON task (parent_id)       WHERE parent_id IS NOT NULL;
CREATE INDEX task_mapped_by    ON task (mapped_by, project_id)    WHERE mapped_by IS NOT NULL;
CREATE INDEX task_validated_by ON task (validated_by, project_id) WHERE validated_by IS NOT NULL;

CREATE INDEX task_geometry_3857 ON task_geometry USING gist (project_id, geometry_3857);
ALTER TABLE task_geometry ADD CONSTRAINT tile_is_whole CHECK (num_nonnulls(x, y, zoom) IN (0, 3));

ALTER TABLE task_history
  ADD CONSTRAINT state_change_has_status CHECK ((kind = 'STATE_CHANGE') = (status IS NOT NULL)),
  ADD CONSTRAINT comment_has_text        CHECK ((kind = 'COMMENT') = (comment IS NOT NULL)),
  ADD CONSTRAINT lock_row_has_duration   CHECK ((kind IN ('STATE_CHANGE', 'COMMENT')) = (duration_seconds IS NULL)),
  ADD CONSTRAINT only_state_is_undone    CHECK (NOT undo OR kind = 'STATE_CHANGE');

CREATE UNIQUE INDEX task_invalidation_open ON task_invalidation (task_id) WHERE NOT closed;
ALTER TABLE task_issue ADD CONSTRAINT count_is_positive CHECK (count > 0);

ALTER TABLE task_assignee ADD CONSTRAINT person_or_team CHECK (num_nonnulls(person_id, team_id) = 1);
CREATE UNIQUE INDEX task_assignee_person ON task_assignee (task_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX task_assignee_team   ON task_assignee (task_id, team_id)   WHERE team_id IS NOT NULL;

ALTER TABLE partnership ADD CONSTRAINT ends_after_start CHECK (ended_on >= started_on);
ALTER TABLE session     ADD CONSTRAINT expires_after_start CHECK (expires_at > created_at);
ALTER TABLE mapping_level ADD CONSTRAINT approvals_fit CHECK (approvals_required >= 0);
ALTER TABLE banner          ADD CONSTRAINT one_row CHECK (id = 1);
ALTER TABLE release_version ADD CONSTRAINT one_row CHECK (id = 1);

CREATE INDEX person_username ON person USING gin (username gin_trgm_ops);
CREATE INDEX message_unread  ON message (receiver_id) WHERE read_at IS NULL;

-- The open lock is shown from the task; its row is written, under the id it has here, when the lock ends.
CREATE VIEW task_history_with_open_lock AS
  SELECT id, project_id, task_id, person_id, at, kind, status, comment, duration_seconds, lock_version, undo FROM task_history
  UNION ALL
  SELECT lock_history_id, project_id, id, lock_holder, lock_since,
         ((CASE WHEN lock_extended THEN 'EXTENDED_FOR_' ELSE 'LOCKED_FOR_' END) || lock_kind)::history_kind,
         NULL, NULL, NULL, lock_version, false
    FROM task WHERE lock_holder IS NOT NULL;

-- ---------------------------------------------------------------- search words follow the texts

CREATE FUNCTION refresh_project_words(p_project int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO project_words (project_id, words, names)
  SELECT p_project,
         setweight(to_tsvector('every_language', p_project::text), 'A')
           || setweight(to_tsvector('every_language', coalesce(string_agg(name, ' '), '')), 'A')
           || setweight(to_tsvector('every_language', coalesce(string_agg(short_description, ' '), '')), 'B')
           || setweight(to_tsvector('every_language', left(coalesce(string_agg(description, ' '), ''), 200000)), 'C'),
         folded(coalesce(string_agg(name, ' '), ''))
    FROM project_text WHERE project_id = p_project
  ON CONFLICT (project_id) DO UPDATE SET words = excluded.words, names = excluded.names;
$$;

CREATE FUNCTION project_text_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A project on its way out takes its texts along: no words for it any more.
  PERFORM refresh_project_words(id) FROM project WHERE id = coalesce(NEW.project_id, OLD.project_id);
  RETURN NULL;
END $$;
CREATE TRIGGER project_text_changed AFTER INSERT OR UPDATE OR DELETE ON project_text
  FOR EACH ROW EXECUTE FUNCTION project_text_changed();

-- ---------------------------------------------------------------- the answer of every action on tasks

CREATE TYPE lock_outcome AS ENUM ('DONE', 'NOT_DONE', 'TASK_NOT_FOUND', 'PERSON_NOT_FOUND', 'LOCKED_BY_OTHER',
  'HOLDS_OTHER_LOCK', 'WRONG_STATE', 'OWN_WORK', 'NOT_LOCKED', 'STALE_LOCK', 'NOTHING_LEFT', 'TOO_SMALL', 'NOT_PERMITTED');

-- One row a task. Refusals name what the person needs to go on.
CREATE TYPE lock_answer AS (
  number            int,
  outcome           lock_outcome,
  task_id           int,
  status            task_status,
  lock_version      int,
  holder            int,          -- LOCKED_BY_OTHER: who
  holder_name       text,
  lock_expires_at   timestamptz,  -- and until when
  other_project_id  int,          -- HOLDS_OTHER_LOCK: which
  other_number      int);

-- ---------------------------------------------------------------- what every instance starts with

INSERT INTO mapping_level (id, name, ordering, is_beginner) VALUES (1, 'BEGINNER', 1, true), (2, 'INTERMEDIATE', 2, false), (3, 'ADVANCED', 3, false);
SELECT setval(pg_get_serial_sequence('mapping_level', 'id'), 3);
INSERT INTO badge (id, name, requirements, is_internal) VALUES
  (1, 'INTERMEDIATE_internal', '{"changeset": 250}', true), (2, 'ADVANCED_internal', '{"changeset": 500}', true);
SELECT setval(pg_get_serial_sequence('badge', 'id'), 2);
INSERT INTO level_badge (level_id, badge_id) VALUES (2, 1), (3, 2);
INSERT INTO banner (id) VALUES (1);
