"use client";

import { type MouseEvent, useEffect, useSyncExternalStore } from "react";
import { Header, SkipLink } from "@/components/shell/header";
import { pendingSignOut } from "@/components/shell/pending-sign-out";
import { rememberedTheme } from "@/components/shell/theme-choice";
import { holdBuild } from "./build-lock";
import { OfflineHome, OfflineIncidents, OfflineRunbooks } from "./offline-lists";
import { Looking, NotKept, OfflineAlert, OfflineBoard, OfflineRunbook, SignedOut } from "./offline-pages";
import { OfflineStart } from "./offline-start";
import { type OfflinePlace, placeOf } from "./portal-pages";
import { type Copy, useCopy } from "./use-copy";

const never = () => () => {};

/**
 * The portal out of what this browser keeps: the service worker serves this page at any address when the portal does
 * not answer. The server knows nothing of the address, so the first drawing shows nothing of it either.
 */
export function OfflineApp({ build }: { build: string }) {
  const address = useSyncExternalStore(
    never,
    () => window.location.href,
    () => null,
  );
  const copy = useCopy();
  useEffect(() => {
    holdBuild(build);
    // The page was kept with the theme of an earlier day.
    const theme = rememberedTheme();
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [build]);
  const place = address === null ? null : placeOf(new URL(address));
  const person = copy?.state.person;
  return (
    <div onClickCapture={followByReload}>
      <SkipLink />
      {place && copy !== undefined ? (
        <Header
          user={person ? { id: person.id, name: person.name, role: person.role, isVisitor: false } : null}
          theme={rememberedTheme()}
        />
      ) : null}
      {place && copy !== undefined ? <Place place={place} copy={copy} /> : <Looking />}
    </div>
  );
}

function Place({ place, copy }: { place: OfflinePlace; copy: Copy }) {
  if (!copy) return pendingSignOut() === null ? <NotKept /> : <SignedOut />;
  const { state } = copy;
  switch (place.view) {
    case "home":
      return <OfflineHome state={state} />;
    case "runbooks":
      return <OfflineRunbooks state={state} query={place.query} />;
    case "runbook":
      return <OfflineRunbook {...copy} slug={place.slug} />;
    case "alert":
      return <OfflineAlert {...copy} name={place.name} />;
    case "incidents":
      return <OfflineIncidents state={state} />;
    case "board":
      return <OfflineBoard {...copy} name={place.ref} runId={place.runId} />;
    case "new-incident":
      return <OfflineStart {...copy} chosen={place.slug} />;
    case "none":
      return <NotKept />;
  }
}

/** Every link loads a page: the portal gets the first word again, and the shell comes at once when it is still away. */
function followByReload(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  const { origin, pathname, search, href } = link;
  const here = window.location;
  const isOnPage = pathname === here.pathname && search === here.search && link.hash !== "";
  if (origin !== here.origin || isOnPage || pathname.startsWith("/api/")) return;
  event.preventDefault();
  event.stopPropagation();
  here.assign(href);
}
