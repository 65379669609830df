import type { MetadataRoute } from "next";

/** What a device shows when the portal is installed on it. Colours are those of app/styles/tokens.css, in the dark. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Runbook Portal",
    short_name: "Runbooks",
    description: "Runbooks that are read, copied from and ticked together, also without a network.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#0e0f12",
    theme_color: "#16181c",
    icons: [
      { src: "/icons/portal-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/portal-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/portal-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Start an incident", url: "/incidents/new" },
      { name: "Runbooks", url: "/runbooks" },
    ],
  };
}
