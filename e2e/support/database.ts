import pg from "pg";
import { required } from "./settings";

let pool: pg.Pool | undefined;

/** Rows of the portal's own database, for setting a scene and for looking behind the screen. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: required("DATABASE_URL"), max: 2, allowExitOnIdle: true });
  return (await pool.query<Row>(text, values)).rows;
}
