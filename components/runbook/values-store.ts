export type Values = Readonly<Record<string, string>>;

export type ValuesStore = {
  get: () => Values;
  set: (key: string, value: string) => void;
  /** Takes values that came from outside (the address, the alert, another browser); what did not change there stays. */
  receive: (values: Values) => void;
  /** Takes what this tab remembers. After hydration only, or server and browser would differ. */
  load: () => void;
  subscribe: (listener: () => void) => () => void;
};

type Options = {
  /** Runbook slug, or incident key: values of two incidents never mix. */
  storageKey: string;
  /** Never written to the storage. */
  isSecret: (key: string) => boolean;
  initial: Values;
  storage?: Pick<Storage, "getItem" | "setItem"> | null;
};

type Kept = { values: Values; initial: Values };

/** The values of one page, kept for the tab. A storage that is full or forbidden costs only the memory of a reload. */
export function createValuesStore({
  storageKey,
  isSecret,
  initial,
  storage = sessionOf(),
}: Options): ValuesStore {
  const name = `values:${storageKey}`;
  const listeners = new Set<() => void>();
  let values: Values = { ...initial };
  let received: Values = { ...initial };

  const change = (next: Values) => {
    values = next;
    for (const listener of listeners) listener();
  };

  const keep = () => {
    const open = Object.entries(values).filter(([key]) => !isSecret(key));
    const kept: Kept = { values: Object.fromEntries(open), initial: received };
    try {
      storage?.setItem(name, JSON.stringify(kept));
    } catch {
      // Private windows and full storages refuse; the page goes on with its memory.
    }
  };

  return {
    get: () => values,
    set(key, value) {
      if ((values[key] ?? "") === value) return;
      change({ ...values, [key]: value });
      keep();
    },
    receive(next) {
      const changed = Object.entries(next).filter(([key, value]) => received[key] !== value);
      received = { ...next };
      if (changed.length === 0) return;
      change({ ...values, ...Object.fromEntries(changed) });
      keep();
    },
    load() {
      const kept = readKept(storage, name);
      if (!kept) return;
      // A value from outside wins only if it is another one than when this tab last looked.
      const mine = Object.entries(kept.values).filter(
        ([key]) => !isSecret(key) && (received[key] === undefined || kept.initial[key] === received[key]),
      );
      change({ ...values, ...Object.fromEntries(mine) });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sessionOf(): Storage | null {
  try {
    return typeof sessionStorage === "undefined" ? null : sessionStorage;
  } catch {
    return null;
  }
}

function readKept(storage: Options["storage"], name: string): Kept | null {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(name) ?? "null");
    if (typeof parsed !== "object" || parsed === null) return null;
    const { values, initial } = parsed as Partial<Record<keyof Kept, unknown>>;
    return { values: textsOf(values), initial: textsOf(initial) };
  } catch {
    return null;
  }
}

function textsOf(value: unknown): Values {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
