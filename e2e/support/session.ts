import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";
import { sql } from "./database";
import { required } from "./settings";

export type Role = "reader" | "responder" | "editor" | "admin";
export type Person = { id: string; name: string; email: string; role: Role };

const names = ["Ana Ruiz", "Jon Okafor", "Mina Sato", "Lea Novak", "Sam Field", "Ida Holm"];
let count = 0;

/** An account in the database; an editor of the squads named (their slugs). */
export async function createPerson(
  role: Role,
  options: { name?: string; editorOf?: string[] } = {},
): Promise<Person> {
  const id = uuidv7();
  const name = options.name ?? names[count++ % names.length] ?? "Ana Ruiz";
  const email = `${id}@example.com`;
  await sql("INSERT INTO users (id, email, name, role, updated_at) VALUES ($1, $2, $3, $4, now())", [
    id,
    email,
    name,
    role,
  ]);
  for (const slug of options.editorOf ?? []) {
    await sql("INSERT INTO squads (id, slug, name) VALUES ($1, $2, $2) ON CONFLICT (slug) DO NOTHING", [
      uuidv7(),
      slug,
    ]);
    await sql(
      "INSERT INTO memberships (user_id, squad_id, is_editor) SELECT $1, id, true FROM squads WHERE slug = $2",
      [id, slug],
    );
  }
  return { id, name, email, role };
}

/** The cookie that next-auth sets after a sign-in, so that a journey need not begin with the form. */
export async function sessionToken(person: Person): Promise<string> {
  const claims = { actor: { ...person, memberOf: [], editorOf: [] }, tokenVersion: 0 };
  return encode({ token: { sub: person.id, claims }, secret: required("NEXTAUTH_SECRET"), maxAge: 3_600 });
}

export async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const url = required("E2E_BASE_URL");
  await context.addCookies([
    {
      name: "next-auth.session-token",
      value: await sessionToken(person),
      url,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}
