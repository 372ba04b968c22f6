-- The subject of a message that came from an original instance, as it wrote it: its subject and text say whom they are from and
-- what they are about.
ALTER TABLE "message" ADD COLUMN "html_subject" TEXT;
