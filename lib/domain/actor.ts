export const roles = ["reader", "responder", "editor", "admin"] as const;

/** Each role includes the ones before it. */
export type Role = (typeof roles)[number];

/** Who asks. Read from the database at each request. */
export type Actor = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Ids of the squads that this person is a member of. */
  memberOf: string[];
  /** Ids of the squads whose runbooks this person may publish. */
  editorOf: string[];
  /** Read from the session because the database did not answer: only good for reading. */
  isStandIn?: true;
  /** Of a stand-in: the role that its session was given. It decides what is offered, never what is done. */
  claimedRole?: Role;
  /**
   * Came by a break-glass link, which lets read until then (ISO 8601) and do nothing else. The id is of this browser's
   * visit and of no row in `users`.
   */
  breakGlassUntil?: string;
};

export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
