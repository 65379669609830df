import type { Word } from "../shell/shell-words";

export type Flag = {
  /** Without its value: `--replicas`, `-n`, `-destroy`. */
  name: string;
  /** Written with `=`, attached, or the word behind a flag that takes one; null for none. */
  value: string | null;
  /** The word behind a flag that the family does not know: maybe its value, maybe not. */
  next: string | null;
};

/** One program with its words told apart. */
export type Call = {
  /** Name without its folder. */
  program: string;
  /** As written, with the folder. */
  path: string;
  /** Words that are neither flags nor their values. */
  args: readonly string[];
  flags: readonly Flag[];
};

/** Which flags take the next word: those named, or nearly all (`any`, as in the AWS command line). */
export type FlagWords = { takesValue: ReadonlySet<string>; takesAny: boolean; switches: ReadonlySet<string> };

/**
 * Tells flags, their values and arguments apart. `unknownTakes` says how to read a flag that the family does not
 * name: with the next word as its value, or without. Everything behind `--` is an argument.
 */
export function readCall(words: readonly Word[], known: FlagWords, unknownTakes: boolean): Call {
  const path = words[0]?.text ?? "";
  const args: string[] = [];
  const flags: Flag[] = [];
  for (let i = 1; i < words.length; i++) {
    const text = words[i]?.text ?? "";
    const following = words[i + 1]?.text ?? null;
    if (text === "--") {
      args.push(...words.slice(i + 1).map((word) => word.text));
      break;
    }
    if (!/^-{1,2}[A-Za-z]|^-\d+$/.test(text)) {
      args.push(text);
      continue;
    }
    const written = /^(-{1,2}[^=]+)=([\s\S]*)$/.exec(text);
    const attached = /^(-[A-Za-z])(.+)$/.exec(text);
    if (written) flags.push({ name: written[1] ?? "", value: written[2] ?? "", next: null });
    else if (known.takesValue.has(text) && following !== null) {
      flags.push({ name: text, value: following, next: null });
      i++;
    } else if (attached?.[1] && !text.startsWith("--") && known.takesValue.has(attached[1])) {
      flags.push({ name: attached[1], value: attached[2] ?? "", next: null });
    } else {
      const next = following !== null && !following.startsWith("-") ? following : null;
      const takes = !known.switches.has(text) && (unknownTakes || (known.takesAny && text.startsWith("--")));
      flags.push(takes ? { name: text, value: next, next: null } : { name: text, value: null, next });
      if (takes && next !== null) i++;
    }
  }
  return { program: baseName(path), path, args, flags };
}

/** A flag is given and not switched off; with a value, it has that value. `-f` is found in `-rf` too. */
export function hasFlag(call: Call, name: string, value: RegExp | null = null): boolean {
  const letter = /^-[A-Za-z]$/.test(name) ? name.slice(1) : null;
  return call.flags.some((flag) => {
    const isNamed =
      flag.name === name ||
      (letter !== null && /^-[A-Za-z]{2,7}$/.test(flag.name) && flag.name.includes(letter));
    if (!isNamed) return false;
    const given = flag.value ?? flag.next;
    if (value !== null) return value.test(given ?? "");
    return flag.value === null || !/^(?:false|no|off)$/i.test(flag.value);
  });
}

/** Value of the first of these names that is given; null when none is. */
export function flagValue(call: Call, names: readonly string[]): string | null {
  for (const name of names) {
    const flag = call.flags.find((each) => each.name === name);
    if (flag) return flag.value ?? flag.next;
  }
  return null;
}

/** `/usr/bin/kubectl` and `C:\x\sc.exe` by their last part. */
export function baseName(path: string): string {
  const name = path.replace(/^.*[/\\](?=[\w.-]+$)/, "");
  return name.replace(/\.exe$/i, "");
}
