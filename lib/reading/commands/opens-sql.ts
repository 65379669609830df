const OPENS_SQL =
  /^(?:sudo\s+(?:-\w+\s+\w+\s+)?)?(?:\w+=\S+\s+)*(?:(?:kubectl|oc|k|docker|podman|docker-compose|ssh|heroku)\s.*\s)?(?:psql|gitlab-psql|mysql|mariadb|sqlite3|cqlsh|clickhouse-client|sqlcmd)(?:\s|$)/;

/** A database client that waits for SQL: no statement, file or pipe of its own. */
export function opensSql(command: string): boolean {
  return (
    OPENS_SQL.test(command) &&
    !/\s(?:-c|-e|-f|--command|--execute|--file|-q|-l|--version|--help|-\w*c)(?:[\s=]|$)|[|<>]/.test(command)
  );
}
