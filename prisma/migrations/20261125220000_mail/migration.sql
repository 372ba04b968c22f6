-- Mail: what waits for whom, and what became of each mail.
CREATE TYPE "digest_frequency" AS ENUM ('DAILY', 'WEEKLY');
CREATE TYPE "mail_kind" AS ENUM ('NOTIFICATIONS', 'DIGEST', 'VERIFICATION');
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED');

ALTER TABLE "person" ADD COLUMN "digest_frequency" "digest_frequency" NOT NULL DEFAULT 'DAILY';

CREATE TABLE "mail" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" "mail_kind" NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "address" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mail_person_id_kind_idx" ON "mail"("person_id", "kind");
CREATE INDEX "mail_state_changed_at_idx" ON "mail"("state", "changed_at");
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "mail_item" (
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" "mail_kind" NOT NULL,
    "mail_id" INTEGER,

    CONSTRAINT "mail_item_pkey" PRIMARY KEY ("message_id")
);
CREATE INDEX "mail_item_person_id_kind_idx" ON "mail_item"("person_id", "kind");
CREATE INDEX "mail_item_mail_id_idx" ON "mail_item"("mail_id");
ALTER TABLE "mail_item" ADD CONSTRAINT "mail_item_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail_item" ADD CONSTRAINT "mail_item_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail_item" ADD CONSTRAINT "mail_item_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;
