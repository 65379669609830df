import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";

type FieldText = { label: ReactNode; hint?: ReactNode; error?: string | null | undefined };

function Frame({ id, label, hint, error, children }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">): string | undefined {
  return cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
}

/** A labelled line of text. `error` stands under it and is read out. */
export function Input({
  label,
  hint,
  error,
  className,
  id: given,
  ...rest
}: ComponentProps<"input"> & FieldText) {
  const made = useId();
  const id = given ?? made;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={cx("input", className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      />
    </Frame>
  );
}

/** A labelled field of several lines. */
export function Textarea({
  label,
  hint,
  error,
  className,
  id: given,
  ...rest
}: ComponentProps<"textarea"> & FieldText) {
  const made = useId();
  const id = given ?? made;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        className={cx("input", className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      />
    </Frame>
  );
}

/** A labelled choice. The options are its children. */
export function Select({
  label,
  hint,
  error,
  className,
  id: given,
  ...rest
}: ComponentProps<"select"> & FieldText) {
  const made = useId();
  const id = given ?? made;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className={cx("input", className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...rest}
      />
    </Frame>
  );
}
