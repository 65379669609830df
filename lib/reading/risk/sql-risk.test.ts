import { expect, test } from "vitest";
import { findSqlRisk } from "./sql-risk";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(String.raw`
    read       SELECT * FROM a WHERE b = 'drop table x'
    read       SELECT deleted_at, "update" FROM a -- delete from a
    read       EXPLAIN DELETE FROM a
    read       SHOW PROCESSLIST
    read       \d+ jobs
    read       SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'
    read       COPY (SELECT 1) TO '/tmp/x'
    read       BEGIN; SELECT 1; ROLLBACK;
    change     UPDATE a SET b = 1 WHERE c = 2
    change     UPDATE a SET b = 'drop table', state = 'deleted' WHERE c = 2
    change     INSERT INTO a VALUES (1)
    change     CREATE INDEX CONCURRENTLY i ON a (b)
    change     ALTER TABLE a ADD COLUMN b int
    change     ALTER TABLE a ALTER COLUMN b DROP NOT NULL
    change     VACUUM (ANALYZE) a
    change     GRANT SELECT ON a TO b
    disruptive REVOKE ALL ON a FROM b
    disruptive SELECT pg_cancel_backend(1)
    disruptive ALTER USER app WITH PASSWORD 'x'
    disruptive ALTER TABLE a DISABLE TRIGGER ALL
    danger     EXPLAIN ANALYZE DELETE FROM a
    danger     UPDATE a SET b = 1
    danger     UPDATE only public.a AS x SET b = 1
    danger     DELETE FROM a WHERE b = 1
    danger     WITH x AS (DELETE FROM a RETURNING *) SELECT * FROM x
    danger     TRUNCATE a
    danger     TRUNCATE TABLE a, b CASCADE
    danger     DROP TABLE IF EXISTS a CASCADE
    danger     drop materialized view v
    danger     ALTER TABLE a DROP COLUMN b
    danger     SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    danger     KILL 42
    danger     STOP SLAVE
    danger     PURGE BINARY LOGS TO 'x'
    danger     BEGIN; DELETE FROM a; COMMIT;
  `),
)("%s: %s", (level, command) => expect(levelOf(command, "sql")).toBe(level));

test.each([
  ["DELETE FROM public.outbox WHERE a = 1", "public.outbox"],
  ["UPDATE [schema].jobs SET a = 1", "[schema].jobs"],
  ["DROP TABLE IF EXISTS old_jobs", "old_jobs"],
  ["TRUNCATE sessions", "sessions"],
  ["DROP INDEX CONCURRENTLY i_jobs", "i_jobs"],
])("%s acts on %s", (text, target) => expect(findSqlRisk(text).target).toBe(target));
