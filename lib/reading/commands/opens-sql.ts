import { SQL_CONSOLE } from "../sql/sql-clients";

const OPENS_SQL = new RegExp(
  String.raw`^(?:sudo\s+(?:-\w+\s+\w+\s+)?)?(?:\w+=\S+\s+)*(?:(?:kubectl|oc|k|docker|podman|docker-compose|ssh|heroku)\s.*\s)?${SQL_CONSOLE}(?:\s|$)`,
);

/** A database client that waits for SQL: no statement, file or pipe of its own. */
export function opensSql(command: string): boolean {
  return (
    OPENS_SQL.test(command) &&
    !/\s(?:-c|-e|-f|--command|--execute|--file|-q|-l|--version|--help|-\w*c)(?:[\s=]|$)|[|<>]/.test(command)
  );
}
