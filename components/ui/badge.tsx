import type { ComponentProps } from "react";
import { cx } from "./cx";

export type BadgeTone = "plain" | "quiet" | "accent" | "ok" | "warn" | "danger";

/** A short word with a border. The tone repeats what the word says, it never stands for it. */
export function Badge({ tone = "plain", className, ...rest }: ComponentProps<"span"> & { tone?: BadgeTone }) {
  return <span className={cx("badge", tone !== "plain" && `badge-${tone}`, className)} {...rest} />;
}
