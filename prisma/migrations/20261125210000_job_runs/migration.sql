-- What the job worker did: one row each time that it began a job.
CREATE TYPE "job_outcome" AS ENUM ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED');
CREATE TABLE "job_run" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "outcome" "job_outcome" NOT NULL DEFAULT 'RUNNING',
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    "finished_at" TIMESTAMPTZ(6),
    "detail" TEXT,
    "worker" TEXT NOT NULL,
    "instance" TEXT NOT NULL,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "job_run_ends_once" CHECK (("outcome" = 'RUNNING') = ("finished_at" IS NULL))
);
CREATE INDEX "job_run_job_id_idx" ON "job_run"("job", "id" DESC);
CREATE INDEX "job_run_job_outcome_id_idx" ON "job_run"("job", "outcome", "id" DESC);
CREATE INDEX "job_run_started_at_idx" ON "job_run"("started_at");
