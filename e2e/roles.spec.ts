import { readdirSync } from "node:fs";
import path from "node:path";
import { uuidv7 } from "uuidv7";
import { makeScene } from "./support/scene";
import { createPerson, type Person, type Role, sessionToken } from "./support/session";
import { required } from "./support/settings";
import { type Scene, type Surface, surfaces } from "./support/surfaces";
import { expect, test } from "./support/test";

// Each journey has people and a browser of its own: nothing keeps them from running side by side.
test.describe.configure({ mode: "parallel" });

const roles: Role[] = ["reader", "responder", "editor", "admin"];

test("the table names every page and route that the portal has", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  expect([...new Set(surfaces.map(({ file }) => file))].sort()).toEqual(files.sort());
});

for (const surface of surfaces) {
  const name = `${surface.method ?? "GET"} ${surface.file}`;
  test(`${name}: ${surface.least} and above pass, the others are refused`, async () => {
    const squad = `squad-${uuidv7().slice(-8)}`;
    const people = new Map<Role, Person>();
    for (const role of roles) people.set(role, await createPerson(role, { editorOf: [squad] }));
    const stranger = await createPerson("editor", { editorOf: [`${squad}-other`] });

    for (const role of roles) {
      const person = people.get(role);
      if (!person) continue;
      const isLetThrough = surface.least === "public" || roles.indexOf(role) >= roles.indexOf(surface.least);
      expect(await outcome(surface, await makeScene(squad, person), person), role).toBe(
        isLetThrough ? "passed" : "refused",
      );
    }
    const scene = await makeScene(squad, stranger);
    expect(await outcome(surface, scene, null), "nobody").toBe(
      surface.least === "public" ? "passed" : "unknown",
    );
    if (surface.file.includes("[slug]/edit") || surface.file.includes("[slug]/revisions/route")) {
      expect(await outcome(surface, scene, stranger), "editor of another squad").toBe("refused");
    }
  });
}

test("a write from another site is refused although the session is right", async () => {
  const squad = `squad-${uuidv7().slice(-8)}`;
  const person = await createPerson("admin", { editorOf: [squad] });
  const surface = surfaces.find(({ file, method }) => file.endsWith("events/route.ts") && method === "POST");
  if (!surface) throw new Error("the table has no such route");
  const scene = await makeScene(squad, person);
  expect((await send(surface, scene, person, { origin: "https://evil.example" })).status).toBe(403);
  expect((await send(surface, scene, person, { origin: null, "sec-fetch-site": "cross-site" })).status).toBe(
    403,
  );
  expect((await send(surface, scene, person, { "content-type": "text/plain" })).status).toBe(415);
  expect((await send(surface, scene, person)).status).toBe(201);
});

type Outcome = "passed" | "refused" | "unknown" | `status ${number}`;

async function outcome(surface: Surface, scene: Scene, person: Person | null): Promise<Outcome> {
  const answer = await send(surface, scene, person);
  if (surface.isStream) await answer.body?.cancel();
  if (surface.file.endsWith("page.tsx")) {
    if (answer.status >= 300 && answer.status < 400) {
      // Whoever is signed in is led on from the sign-in page.
      if (answer.headers.get("location") === "/" && surface.file === "sign-in/page.tsx") return "passed";
      return answer.headers.get("location")?.includes("/sign-in") ? "unknown" : `status ${answer.status}`;
    }
    // A refusal in a page is a sentence, not a status: the shell around it was sent already.
    const text = await answer.text();
    if (text.includes("Not for your role")) return "refused";
    if (text.includes("NEXT_REDIRECT") && text.includes(";/sign-in")) return "unknown";
    return answer.status === 200 && text.includes('id="main"') ? "passed" : `status ${answer.status}`;
  }
  if (answer.status === 401) return "unknown";
  if (answer.status === 403) return "refused";
  return answer.ok ? "passed" : `status ${answer.status}`;
}

async function send(
  surface: Surface,
  scene: Scene,
  person: Person | null,
  headers: Record<string, string | null> = {},
): Promise<Response> {
  const origin = required("E2E_BASE_URL");
  const given = {
    ...(person ? { cookie: `next-auth.session-token=${await sessionToken(person)}` } : {}),
    ...(surface.body ? { origin: new URL(origin).origin, "content-type": "application/json" } : {}),
    ...headers,
  };
  return fetch(new URL(surface.path(scene), origin), {
    method: surface.method ?? "GET",
    redirect: "manual",
    headers: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    ...(surface.body ? { body: JSON.stringify(surface.body(scene)) } : {}),
  });
}
