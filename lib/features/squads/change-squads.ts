import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/access/assert-can";
import { recordAudit } from "@/lib/db/audit";
import { db } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { type Actor, atLeast } from "@/lib/domain/actor";
import { slugOf } from "@/lib/domain/slug";
import { longestSquadName } from "@/lib/domain/squad-name";
import { isStorable } from "@/lib/domain/storable-text";
import { AppError } from "@/lib/errors";

export const createSquadSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Enter a name.")
    .max(longestSquadName, `Use at most ${longestSquadName} characters.`)
    .refine(isStorable, "A character in it cannot be stored.")
    .refine((name) => slugOf(name) !== "", "Use at least one letter or digit."),
});

/** Makes a squad. Admins only. */
export async function createSquad(
  actor: Actor,
  input: z.infer<typeof createSquadSchema>,
): Promise<{ id: string; slug: string }> {
  assertCan(actor, "squad.manage");
  try {
    return await db().$transaction(async (tx) => {
      const squad = await tx.squad.create({ data: { name: input.name, slug: slugOf(input.name) } });
      await recordAudit(tx, actor, "squad.created", squad.id, { name: input.name });
      return { id: squad.id, slug: squad.slug };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const sentence = "There is a squad of this name already.";
    throw new AppError("conflict", sentence, { cause: error, fields: { name: sentence } });
  }
}

export const setMemberSchema = z.strictObject({
  squadId: z.uuid(),
  userId: z.uuid(),
  /** "none" takes the person out of the squad. */
  membership: z.enum(["none", "member", "editor"]),
});

/** Puts a person into a squad, makes them an editor of it (and raises their role to editor), or takes them out. Admins only. */
export async function setMember(actor: Actor, input: z.infer<typeof setMemberSchema>): Promise<void> {
  assertCan(actor, "squad.manage");
  const { squadId, userId, membership } = input;
  await db().$transaction(async (tx) => {
    const [squad, user] = await Promise.all([
      tx.squad.findUnique({ where: { id: squadId } }),
      tx.user.findUnique({ where: { id: userId } }),
    ]);
    if (!squad || !user) throw new AppError("not-found", "This squad or person no longer exists.");
    if (membership === "none") {
      await tx.membership.deleteMany({ where: { squadId, userId } });
    } else {
      const isEditor = membership === "editor";
      await tx.membership.upsert({
        where: { userId_squadId: { userId, squadId } },
        create: { userId, squadId, isEditor },
        update: { isEditor },
      });
      // Publishing needs the role too; without this the admin would have to find that out.
      if (isEditor && !atLeast(user.role, "editor")) {
        await tx.user.update({ where: { id: userId }, data: { role: "editor" } });
      }
    }
    await recordAudit(tx, actor, "squad.member-set", squadId, { userId, membership });
  });
}
