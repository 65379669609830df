/** What the person chose; "system" follows the device. Kept in the cookie `theme`, read by the server. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function asTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
