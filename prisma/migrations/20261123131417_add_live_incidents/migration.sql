-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "sent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "read_links" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "read_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
-- Unlogged: nothing of it is worth a write-ahead record, and after a crash it is empty, which is true.
CREATE UNLOGGED TABLE "presence" (
    "tab_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "run_id" UUID,
    "step_id" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("tab_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "read_links_token_hash_key" ON "read_links"("token_hash");

-- CreateIndex
CREATE INDEX "read_links_created_by_id_idx" ON "read_links"("created_by_id");

-- CreateIndex
CREATE INDEX "presence_incident_id_seen_at_idx" ON "presence"("incident_id", "seen_at");

-- CreateIndex
CREATE INDEX "presence_person_id_idx" ON "presence"("person_id");

-- CreateIndex
CREATE INDEX "incidents_merged_into_id_idx" ON "incidents"("merged_into_id");

-- AddForeignKey
ALTER TABLE "read_links" ADD CONSTRAINT "read_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "incidents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "read_links"
    ADD CONSTRAINT "read_links_token_hash_check" CHECK (token_hash <> ''),
    ADD CONSTRAINT "read_links_reason_check" CHECK (btrim(reason) <> '');

ALTER TABLE "incidents"
    ADD CONSTRAINT "incidents_merged_into_id_check"
    CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND status = 'resolved'));
