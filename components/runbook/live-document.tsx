"use client";

import {
  lazy,
  memo,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Announcement, LiveRegion } from "@/components/ui/live-region";
import { fillCommand } from "@/lib/domain/commands";
import type { CommandBlock, CopyUnit, Variable } from "@/lib/domain/document";
import { copyText } from "./clipboard";
import { attachCopyButtons, type CopyRequest, noteBeside, showCopied } from "./copy-buttons";
import { toCopyUnits } from "./copy-units";
import { paintHoles } from "./paint-holes";
import { createValuesStore, type Values } from "./values-store";
import { VariablesBar } from "./variables-bar";

// Dialogs bring Radix along: they come when the first one is asked for.
const CopyDialog = lazy(() => import("./copy-dialog").then((module) => ({ default: module.CopyDialog })));
const HandCopyDialog = lazy(() => import("./copy-dialog").then((module) => ({ default: module.HandCopyDialog })));

export type CopiedCommand = {
  unit: CopyUnit;
  /** With every value filled in, secrets too: mask before it leaves the browser. */
  text: string;
  /** All values of the page at that moment, secrets too: what masking needs. */
  values: Values;
};

export type LiveDocumentProps = {
  /** Sanitised HTML of a compile (docs/document-html.md). */
  html: string;
  /** Blocks of the model, or what toCopyUnits made of them. */
  commands: readonly (CommandBlock | CopyUnit)[];
  variables: readonly Variable[];
  /** Runbook slug or incident key: under this name the tab remembers the values. */
  storageKey: string;
  initialValues?: Values;
  onCopied?: (copied: CopiedCommand) => void;
  /** A value was settled on. Never called for a secret. */
  onValueChange?: (variable: Variable, value: string) => void;
  /** Called with the document's element once it is there: the place to mount into its slots. */
  onMount?: (root: HTMLElement) => void;
  children?: ReactNode;
};

type Question = { request: CopyRequest; asked: Variable[] };

const none: Values = {};

/**
 * The compiled document, alive: values fill its placeholders, its copy buttons copy. The prose itself is one string
 * that React never looks into, so a long runbook costs no more than a short one.
 */
export function LiveDocument(props: LiveDocumentProps) {
  const { html, commands, variables, storageKey, initialValues = none, onCopied, onValueChange, onMount, children } = props;
  const root = useRef<HTMLDivElement>(null);
  const units = useMemo(() => new Map(toCopyUnits(commands).map((unit) => [unit.id, unit])), [commands]);
  const secretKeys = useMemo(
    () => new Set(variables.filter((variable) => variable.isSecret).map((variable) => variable.key)),
    [variables],
  );
  const [store] = useState(() => createValuesStore({ storageKey, secretKeys, initial: initialValues }));
  const values = useSyncExternalStore(store.subscribe, store.get, () => initialValues);
  const [question, setQuestion] = useState<Question | null>(null);
  const [byHand, setByHand] = useState<{ request: CopyRequest; text: string } | null>(null);
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);

  const announce = useCallback((text: string) => {
    setAnnouncement((last) => ({ text, count: (last?.count ?? 0) + 1 }));
  }, []);

  const settleCopied = useCallback(
    (request: CopyRequest, text: string) => {
      showCopied(request.button);
      announce("Copied");
      onCopied?.({ unit: request.unit, text, values: store.get() });
    },
    [announce, onCopied, store],
  );

  const copy = useCallback(
    async (request: CopyRequest, text: string) => {
      if (await copyText(text)) settleCopied(request, text);
      else setByHand({ request, text });
    },
    [settleCopied],
  );

  const ask = useCallback(
    (request: CopyRequest) => {
      const filled = fillCommand(request.unit, store.get());
      noteBeside(request.button, null);
      if (filled.refused.length > 0) {
        const sentence = filled.refused.map(({ variable, reason }) => `${variable}: ${reason}`).join(" ");
        noteBeside(request.button, `Not copied. ${sentence}`);
        announce(`Not copied. ${sentence}`);
      } else if (filled.open.length > 0 || (request.unit.risk === "danger" && !request.isHeld)) {
        setQuestion({ request, asked: variables.filter((variable) => filled.open.includes(variable.key)) });
      } else {
        void copy(request, filled.text);
      }
    },
    [announce, copy, store, variables],
  );

  useEffect(() => {
    document.documentElement.classList.add("js");
    store.load();
  }, [store]);
  useEffect(() => store.receive(initialValues), [store, initialValues]);
  useEffect(() => {
    if (root.current) paintHoles(root.current, values, secretKeys);
  }, [values, secretKeys, html]);
  useEffect(() => (root.current ? attachCopyButtons(root.current, units, ask) : undefined), [units, ask, html]);
  useEffect(() => {
    if (root.current) onMount?.(root.current);
  }, [onMount, html]);

  const change = (variable: Variable, value: string) => store.set(variable.key, value);
  const commit = (variable: Variable, value: string) => {
    if (!variable.isSecret) onValueChange?.(variable, value);
  };
  const filled = question ? fillCommand(question.request.unit, values) : null;
  const shownValues = maskValues(values, secretKeys);

  return (
    <div className="live-document">
      <VariablesBar variables={variables} values={values} onChange={change} onCommit={commit} />
      <Prose html={html} rootRef={root} />
      {children}
      <LiveRegion announcement={announcement} />
      <Suspense fallback={null}>
        {question && filled ? (
          <CopyDialog
            unit={question.request.unit}
            filled={filled}
            shown={fillCommand(question.request.unit, shownValues).text}
            asked={question.asked}
            values={values}
            shownValues={shownValues}
            onChange={change}
            onCommit={commit}
            onClose={() => setQuestion(null)}
            onCopy={() => {
              void copy(question.request, filled.text);
              setQuestion(null);
            }}
          />
        ) : null}
        {byHand ? (
          <HandCopyDialog
            text={byHand.text}
            onCopied={() => settleCopied(byHand.request, byHand.text)}
            onClose={() => setByHand(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

/** Secrets as dots, for everything that is shown. */
function maskValues(values: Values, secretKeys: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value !== "" && secretKeys.has(key) ? "••••••••" : value]),
  );
}

type ProseProps = { html: string; rootRef: RefObject<HTMLDivElement | null> };

/** Never rendered again while the text stays, so what the effects write into it stays too. */
const Prose = memo(function Prose({ html, rootRef }: ProseProps) {
  return <div ref={rootRef} className="doc" dangerouslySetInnerHTML={{ __html: html }} />;
});
