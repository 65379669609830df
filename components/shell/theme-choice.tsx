"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { asTheme, type Theme, themes } from "./theme";

const looks = {
  system: { label: "System", Icon: Monitor },
  light: { label: "Light", Icon: Sun },
  dark: { label: "Dark", Icon: Moon },
} as const;

const yearSeconds = 365 * 24 * 3600;

function apply(theme: Theme): void {
  document.cookie = `theme=${theme}; path=/; max-age=${yearSeconds}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What was chosen in this browser, for a page that no server has made for it. */
export function rememberedTheme(): Theme {
  return asTheme(/(?:^|; )theme=(\w+)/.exec(document.cookie)?.[1]);
}

/** Light, dark, or as the device says. The next page comes from the server in the chosen theme, so nothing flashes. */
export function ThemeChoice({ theme: initial }: { theme: Theme }) {
  const [theme, setTheme] = useState(initial);
  return (
    <fieldset className="theme-choice needs-js">
      <legend className="sr-only">Theme</legend>
      {themes.map((choice) => {
        const { label, Icon } = looks[choice];
        return (
          <label key={choice}>
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={theme === choice}
              onChange={() => {
                setTheme(choice);
                apply(choice);
              }}
            />
            <Icon size={14} aria-hidden />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}
