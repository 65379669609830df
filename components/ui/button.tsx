import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./cx";

export type ButtonVariant = "strong" | "plain" | "ghost" | "danger" | "ok";
export type ButtonSize = "small" | "medium" | "large";
type Look = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined };

/** Class names of a button, for elements that cannot be a Button (a summary, a foreign link). */
export function buttonClass(
  { variant = "plain", size = "medium" }: Look,
  extra?: string | undefined,
): string {
  return cx("btn", variant !== "plain" && `btn-${variant}`, size !== "medium" && `btn-${size}`, extra);
}

/** A button. One page has at most one `strong`. It is `type="button"` unless told otherwise. */
export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />;
}
