import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { JsMark } from "@/components/shell/js-mark";
import { asTheme } from "@/components/shell/theme";

export const metadata: Metadata = {
  title: { default: "Runbook Portal", template: "%s · Runbook Portal" },
  description: "Runbooks that are read, copied from and ticked together.",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#16181c" },
  ],
};

/** The theme stands in the HTML that the server sends, so no page flashes in the other one first. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get("theme")?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body>
        {children}
        <JsMark />
      </body>
    </html>
  );
}
