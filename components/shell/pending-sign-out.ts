const key = "portal-sign-out";

/** Remembers that this person has signed out here while the portal could not be told. */
export function keepSignOut(personId: string): void {
  try {
    localStorage.setItem(key, personId);
  } catch {
    // Without a memory the session ends by itself, later.
  }
}

/** Whose sign-out the portal is still to be told; null when there is none. */
export function pendingSignOut(): string | null {
  try {
    return typeof localStorage === "undefined" ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function forgetSignOut(): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
