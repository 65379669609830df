"use client";

import "./globals.css";
import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page";

/** Even the frame failed: this page brings its own. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <title>Runbook Portal</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
