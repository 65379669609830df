/** @typedef {ReturnType<Awaited<ReturnType<typeof import("./portal-code.mjs").loadPortalCode>>>} PortalCode */
/** @typedef {{ state: "kept", seq: number } | { state: "refused", message: string }} Answer */

/**
 * The outbox of one client: the portal's own, on a storage that outlives the tab. Broken on purpose with
 * `sendsBeforeStoring`, as the control that the checker must find.
 * @param {{ portal: PortalCode, base: string, cookie: string, personId: string, sendsBeforeStoring?: boolean,
 *   onSent: () => void, onAnswer: (id: string, answer: Answer) => void }} options
 */
export function openTab({ portal, base, cookie, personId, sendsBeforeStoring = false, onSent, onAnswer }) {
  const storage = portal.memoryStorage();
  const post = portal.createSendEntry({
    baseUrl: base,
    fetch: (url, init) => {
      onSent();
      return fetch(url, { ...init, headers: { .../** @type {object} */ (init?.headers), cookie } });
    },
  });
  let life = 0;
  let outbox = open();
  /** Acts that only this tab's memory holds. @type {Map<string, import("@/components/outbox/outbox-entry").OutboxDraft>} */
  const unstored = new Map();

  function open() {
    // A lock ends with its tab, as Web Locks do.
    const opened = portal.createOutbox({ personId, storage, lock: portal.memoryLock(), send: post });
    opened.onKept(({ id, answer }) =>
      onAnswer(id, { state: "kept", seq: /** @type {any} */ (answer).event.seq }),
    );
    opened.subscribe(() => {
      for (const { id, refusal } of opened.get().entries) {
        // Nothing that these clients do is wrong, so a refusal is a finding.
        if (refusal) onAnswer(id, { state: "refused", message: `${refusal.status} ${refusal.message}` });
      }
    });
    return opened;
  }

  async function sendThenStore(draft) {
    const own = life;
    unstored.set(draft.id, draft);
    const outcome = await post(/** @type {any} */ ({ ...draft, personId }));
    if (own !== life) return;
    unstored.delete(draft.id);
    if (outcome.kind === "kept")
      onAnswer(draft.id, { state: "kept", seq: /** @type {any} */ (outcome.answer).event.seq });
    else await outbox.add(draft);
  }

  return {
    /** Resolves once the screen may say "waiting". @param {import("@/components/outbox/outbox-entry").OutboxDraft} draft */
    async add(draft) {
      if (sendsBeforeStoring) void sendThenStore(draft);
      else await outbox.add(draft);
    },
    waiting: () => [
      ...unstored.keys(),
      ...outbox
        .get()
        .entries.filter(({ state }) => state === "waiting")
        .map(({ id }) => id),
    ],
    /** Closed and opened again: what was in memory is gone, what was stored goes on. */
    reopen() {
      outbox.stop();
      life += 1;
      unstored.clear();
      outbox = open();
    },
    /** The portal is reached again: what waits need not wait longer. */
    wake: () => outbox.wake(),
    close: () => outbox.stop(),
  };
}
