const CONSOLES =
  "psql gitlab-psql pgcli mysql mariadb mycli sqlite sqlite3 litecli clickhouse-client cqlsh sqlcmd mssql-cli sqlplus snowsql impala-shell hive beeline usql trino presto duckdb vsql";
/** Clients of which only a subcommand waits for SQL. */
const WITH_SUBCOMMAND = "cockroach clickhouse bq influx";
const CLIENTS: ReadonlySet<string> = new Set(`${CONSOLES} ${WITH_SUBCOMMAND}`.split(" "));

/** What stands behind one of these is SQL to a client. */
export const SQL_FLAG = /^-[A-Za-z]{0,5}[ceqQ]$|^-execute$|^--(?:command|execute|query|sql)$/;

/** Part of a regular expression: a call that waits for SQL when nothing else is said. */
export const SQL_CONSOLE = `(?:${CONSOLES.split(" ").join("|")}|cockroach\\s+sql|clickhouse\\s+client)`;

/** A program that runs SQL, by its name without the folder. */
export function isSqlClient(program: string): boolean {
  return CLIENTS.has(program);
}
