import { cx } from "./cx";

const colours = 8;

/** Up to two letters: first and last word of the name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : ([...(words[0] ?? "")][1] ?? "");
  return (first + last).toUpperCase();
}

/** The same id has the same colour everywhere. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % colours;
}

type AvatarProps = { id: string; name: string; size?: "small" | "medium"; isDecorative?: boolean };

/** A person as initials. Decorative when the name stands beside it. */
export function Avatar({ id, name, size = "medium", isDecorative = false }: AvatarProps) {
  return (
    <span
      className={cx("avatar", `avatar-${colourOf(id)}`, size === "small" && "avatar-small")}
      title={isDecorative ? undefined : name}
      {...(isDecorative ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
    >
      {initialsOf(name)}
    </span>
  );
}
