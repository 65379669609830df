"use client";

import { Select } from "@/components/ui/field";
import type { Person } from "../types";
import type { Desk } from "./use-desk";
import { usePeople } from "./use-people";

type PersonSelectProps = {
  desk: Desk;
  label: string;
  value: string;
  /** Who cannot be chosen. */
  without?: readonly string[];
  onChange: (person: Person | null) => void;
};

/** Chooses one person of those who may run incidents. Typing the first letters finds them. */
export function PersonSelect({ desk, label, value, without = [], onChange }: PersonSelectProps) {
  const { people, note } = usePeople(desk);
  const listed = people.filter(({ id }) => !without.includes(id));
  return (
    <Select
      label={label}
      hint={note}
      value={value}
      onChange={(event) => onChange(listed.find(({ id }) => id === event.target.value) ?? null)}
    >
      <option value="">Choose a person</option>
      {listed.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
          {id === desk.person.id ? " (you)" : ""}
        </option>
      ))}
    </Select>
  );
}
