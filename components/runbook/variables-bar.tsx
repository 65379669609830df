"use client";

import { type ReactNode, useState } from "react";
import type { Variable } from "@/lib/domain/document";
import { findEnvironment } from "@/lib/domain/environment";
import type { Values } from "./values-store";
import { VariableField } from "./variable-field";

type VariablesBarProps = {
  variables: readonly Variable[];
  values: Values;
  /** By variable key: who set it. */
  notes?: Readonly<Record<string, ReactNode>> | undefined;
  onChange: (variable: Variable, value: string) => void;
  onCommit: (variable: Variable, value: string) => void;
};

/**
 * The values of the page, in the order of the text, so that nothing moves while one types. One line that scrolls
 * sideways and stays at the top of the window; "All values" unfolds it.
 */
export function VariablesBar({ variables, values, notes, onChange, onCommit }: VariablesBarProps) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  if (variables.length === 0) return null;
  const open = variables.filter((variable) => !variable.isProduced && !values[variable.key]).length;

  const environment = findEnvironment(variables, values);

  return (
    <section className="values needs-js" aria-label="Values" data-unfolded={isUnfolded || undefined}>
      {environment ? (
        <p className="environment" data-production={environment.isProduction || undefined} role="status">
          <span className="sr-only">Environment: </span>
          {environment.name}
        </p>
      ) : null}
      <div className="values-row">
        {variables.map((variable) => (
          <VariableField
            key={variable.key}
            variable={variable}
            value={values[variable.key] ?? ""}
            note={notes?.[variable.key]}
            onChange={(value) => onChange(variable, value)}
            onCommit={(value) => onCommit(variable, value)}
          />
        ))}
      </div>
      <button
        type="button"
        className="values-more"
        aria-expanded={isUnfolded}
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {isUnfolded ? "Fold" : open > 0 ? `${open} open` : "All values"}
      </button>
    </section>
  );
}
