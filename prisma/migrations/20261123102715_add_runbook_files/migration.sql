-- CreateTable
CREATE TABLE "runbook_files" (
    "id" UUID NOT NULL,
    "runbook_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "runbook_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "runbook_files_runbook_id_sha256_idx" ON "runbook_files"("runbook_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "runbook_files_runbook_id_path_key" ON "runbook_files"("runbook_id", "path");

-- AddForeignKey
ALTER TABLE "runbook_files" ADD CONSTRAINT "runbook_files_runbook_id_fkey" FOREIGN KEY ("runbook_id") REFERENCES "runbooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say: only images, of a size that a page can bear.
ALTER TABLE "runbook_files"
    ADD CONSTRAINT "runbook_files_path_check" CHECK (path <> ''),
    ADD CONSTRAINT "runbook_files_content_type_check" CHECK (content_type ~ '^image/[a-z0-9.+-]+$'),
    ADD CONSTRAINT "runbook_files_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "runbook_files_bytes_check" CHECK (octet_length(bytes) BETWEEN 1 AND 5242880);
