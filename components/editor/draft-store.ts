import type { RunbookFormat } from "@/lib/domain/document";

/** What somebody typed and has not published. The shape lives in browsers: a changed one needs a new prefix. */
export type Draft = {
  text: string;
  format: RunbookFormat;
  message: string;
  /** The revision that the text was written on. */
  baseNumber: number;
  /** ISO 8601 in UTC. */
  savedAt: string;
};

/** A draft that is not in this editor: of another tab, or put aside. */
export type DraftCopy = Draft & { id: string };

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export type DraftPlaces = { local: Place; session: Pick<Storage, "getItem" | "setItem" | "removeItem"> };

export type DraftStore = {
  /** The draft of this tab, else the newest one of a tab that is gone, which becomes this tab's. */
  load: () => Draft | null;
  /** False when the browser keeps nothing (full, or forbidden). */
  save: (draft: Draft) => boolean;
  drop: () => void;
  /** Puts a text aside until it is discarded. Null when the browser keeps nothing. */
  keep: (draft: Draft) => DraftCopy | null;
  /** All drafts of this runbook but the one in the editor, newest first. */
  copies: () => DraftCopy[];
  discard: (id: string) => void;
  /** On leaving the page: what comes next in this tab finds its draft again. */
  release: () => void;
  /** On coming back to a page that the browser had kept. */
  claim: () => void;
};

/** The browser's own places; a place that it refuses to give holds nothing. */
export function browserPlaces(): DraftPlaces {
  return {
    local: attempt(() => window.localStorage) ?? nowhere,
    session: attempt(() => window.sessionStorage) ?? nowhere,
  };
}

const nowhere: Place = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem() {
    throw new Error("This browser keeps nothing.");
  },
  removeItem: () => {},
};

/**
 * Drafts in localStorage, one a tab, so that two tabs on the same runbook do not overwrite each other. A tab knows
 * its own by an id in sessionStorage, which is there only between leaving a page and coming back: the copy that a
 * duplicated tab inherits is empty, and that tab gets an id of its own.
 */
export function openDraftStore(
  { local, session }: DraftPlaces,
  owner: { userId: string; slug: string },
  newId: () => string,
): DraftStore {
  const prefix = `portal-draft:1:${owner.userId}:${owner.slug}:`;
  const tabKey = `portal-draft-tab:${owner.slug}`;
  const ownId = (attempt(() => session.getItem(tabKey)) ?? null) || newId();
  const claim = () => void attempt(() => session.removeItem(tabKey));
  claim();

  const read = (id: string): DraftCopy | null => {
    const draft = parse(attempt(() => local.getItem(prefix + id)) ?? null);
    return draft && { ...draft, id };
  };
  const write = (id: string, draft: Draft, isKept: boolean) =>
    attempt(() => {
      local.setItem(prefix + id, JSON.stringify({ ...draft, isKept }));
      return true;
    }) ?? false;
  const discard = (id: string) => void attempt(() => local.removeItem(prefix + id));
  const copies = () =>
    keysOf(local)
      .flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
      .flatMap((id) => (id === ownId ? [] : (read(id) ?? [])))
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  const isKept = (id: string) => (attempt(() => local.getItem(prefix + id)) ?? "").includes('"isKept":true');

  return {
    load() {
      const own = read(ownId);
      if (own) return own;
      const left = copies().find((copy) => !isKept(copy.id));
      // Should that tab still live, it writes its text again when it is left, so nothing goes with the move.
      if (left && write(ownId, left, false)) discard(left.id);
      return left ?? null;
    },
    save: (draft) => write(ownId, draft, false),
    drop: () => discard(ownId),
    keep(draft) {
      const id = newId();
      return write(id, draft, true) ? { ...draft, id } : null;
    },
    copies,
    discard,
    release: () => void attempt(() => session.setItem(tabKey, ownId)),
    claim,
  };
}

/** A browser may refuse every one of these calls (private windows, a full disk): the editor goes on without. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function keysOf(local: Place): string[] {
  return attempt(() => Array.from({ length: local.length }, (_, index) => local.key(index) ?? "")) ?? [];
}

function parse(json: string | null): Draft | null {
  if (json === null) return null;
  const value: unknown = attempt(() => JSON.parse(json));
  if (typeof value !== "object" || value === null) return null;
  const { text, format, message, baseNumber, savedAt } = value as Record<string, unknown>;
  if (typeof text !== "string" || typeof message !== "string" || typeof savedAt !== "string") return null;
  if ((format !== "md" && format !== "mdx") || typeof baseNumber !== "number") return null;
  return { text, format, message, baseNumber, savedAt };
}
