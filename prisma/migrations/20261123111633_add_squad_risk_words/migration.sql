-- AlterTable
ALTER TABLE "squads" ADD COLUMN     "risk_words" TEXT NOT NULL DEFAULT '';

-- What Prisma cannot say: no longer than the portal reads (lib/domain/local-risk-words.ts), no control characters but
-- line ends.
ALTER TABLE "squads"
    ADD CONSTRAINT "squads_risk_words_check" CHECK (char_length(risk_words) <= 4000 AND risk_words !~ '[\x01-\x09\x0b-\x1f\x7f]');
