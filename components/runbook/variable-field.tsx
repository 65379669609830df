"use client";

import { type ReactNode, useId, useState } from "react";
import type { Variable } from "@/lib/domain/document";

type VariableFieldProps = {
  variable: Variable;
  value: string;
  /** Who set it. */
  note?: ReactNode;
  onChange: (value: string) => void;
  /** The field was left, or a choice was made: the value is meant. */
  onCommit: (value: string) => void;
};

/** Words for an empty field; a value that a step of the page sets itself is not waited for. */
function emptyWords(variable: Variable): string {
  if (variable.isProduced) return "set by a step";
  return variable.example ? `e.g. ${variable.example}` : "needs a value";
}

/** This moment as a text would have it: a day, or a time in UTC. */
const now = (input: Variable["input"]) => {
  const moment = new Date().toISOString();
  return input === "date" ? moment.slice(0, 10) : `${moment.slice(0, 19)}Z`;
};

/** One value of the page: name and field as one object, dashed while it is open. */
export function VariableField({ variable, value, note, onChange, onCommit }: VariableFieldProps) {
  const id = useId();
  const [isRevealed, setIsRevealed] = useState(false);
  const isOpen = value === "" && !variable.isProduced;
  const placeholder = emptyWords(variable);
  const setNow = () => {
    const value = now(variable.input);
    onChange(value);
    onCommit(value);
  };

  return (
    <div className="value" data-open={isOpen || undefined} data-secret={variable.isSecret || undefined}>
      <label htmlFor={id} className="value-name">
        {variable.label}
      </label>
      {variable.choices.length > 0 ? (
        <select
          id={id}
          className="value-field"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            onCommit(event.target.value);
          }}
        >
          <option value="">needs a value</option>
          {/* A value from the address or the alert may be another one than the author thought of. */}
          {value !== "" && !variable.choices.includes(value) ? <option value={value}>{value}</option> : null}
          {variable.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="value-field"
          type={variable.isSecret && !isRevealed ? "password" : "text"}
          value={value}
          placeholder={placeholder}
          size={Math.min(Math.max(value.length || placeholder.length, 4), 28)}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore=""
          onChange={(event) => onChange(event.target.value)}
          onBlur={(event) => onCommit(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") onCommit(event.currentTarget.value);
          }}
        />
      )}
      {note ? <span className="value-note">{note}</span> : null}
      {variable.isSecret && value !== "" ? (
        <button
          type="button"
          className="value-act"
          aria-pressed={isRevealed}
          onClick={() => setIsRevealed(!isRevealed)}
        >
          {isRevealed ? "hide" : "show"}
          <span className="sr-only"> {variable.label}</span>
        </button>
      ) : null}
      {variable.input === "timestamp" || variable.input === "date" ? (
        <button type="button" className="value-act" onClick={setNow}>
          {variable.input === "date" ? "today" : "now"}
          <span className="sr-only"> as {variable.label}</span>
        </button>
      ) : null}
    </div>
  );
}
