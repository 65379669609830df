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

/** What the three kinds of field have in common: the frame around the control, and the control's own attributes. */
function useField(text: FieldText, given: string | undefined, className: string | undefined) {
  const made = useId();
  const id = given ?? made;
  const { hint, error } = text;
  const control = {
    id,
    className: cx("input", className),
    "aria-invalid": error ? true : undefined,
    "aria-describedby": cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined,
  } as const;
  return { frame: { id, ...text }, control };
}

/** A labelled line of text. `error` stands under it and is read out. */
export function Input({ label, hint, error, className, id, ...rest }: ComponentProps<"input"> & FieldText) {
  const { frame, control } = useField({ label, hint, error }, id, className);
  return (
    <Frame {...frame}>
      <input {...control} {...rest} />
    </Frame>
  );
}

/** A labelled field of several lines. */
export function Textarea({
  label,
  hint,
  error,
  className,
  id,
  ...rest
}: ComponentProps<"textarea"> & FieldText) {
  const { frame, control } = useField({ label, hint, error }, id, className);
  return (
    <Frame {...frame}>
      <textarea {...control} {...rest} />
    </Frame>
  );
}

/** A labelled choice. The options are its children. */
export function Select({ label, hint, error, className, id, ...rest }: ComponentProps<"select"> & FieldText) {
  const { frame, control } = useField({ label, hint, error }, id, className);
  return (
    <Frame {...frame}>
      <select {...control} {...rest} />
    </Frame>
  );
}
