"use client";

import { useEffect } from "react";

/** Marks the page once its scripts work; controls that need them stay unseen until then (app/styles/base.css). */
export function JsMark() {
  useEffect(() => document.documentElement.classList.add("js"), []);
  return null;
}
