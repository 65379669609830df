"use client";

import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Announcement, LiveRegion } from "@/components/ui/live-region";
import { type LiveUnit, toCopyUnits } from "@/lib/domain/commands/copy-units";
import { fillCommand } from "@/lib/domain/commands/fill-command";
import { isWithheld, settleDoubts } from "@/lib/domain/commands/hidden-characters";
import type { CommandBlock, CopyUnit, Variable } from "@/lib/domain/document";
import { copyText } from "./clipboard";
import { type CopyRequest, noteBeside, showCopied } from "./copy-buttons";
import { useLateDialogs } from "./late-dialogs";
import { Prose } from "./prose";
import { createValuesStore, type Values } from "./values-store";
import { VariablesBar } from "./variables-bar";

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
  commands: readonly (CommandBlock | LiveUnit)[];
  variables: readonly Variable[];
  /** Runbook slug or incident key: under this name the tab remembers the values. */
  storageKey: string;
  initialValues?: Values;
  /** By variable key: who set it. */
  valueNotes?: Readonly<Record<string, ReactNode>>;
  onCopied?: (copied: CopiedCommand) => void;
  /** A value was settled on. Never called for a secret. */
  onValueChange?: (variable: Variable, value: string) => void;
  /** Called with the document's element once it is there: the place to mount into its slots. */
  onMount?: (root: HTMLElement) => void;
  children?: ReactNode;
};

type Question = { request: CopyRequest; asked: Variable[] };

const none: Values = {};
const notLoaded = "Not copied: this part of the portal could not be loaded. Try again.";

/**
 * The compiled document, alive: values fill its placeholders, its copy buttons copy. The prose itself is one string
 * that React never looks into, so a long runbook costs no more than a short one.
 */
export function LiveDocument(props: LiveDocumentProps) {
  const {
    html,
    commands,
    variables,
    storageKey,
    initialValues = none,
    valueNotes,
    onCopied,
    onValueChange,
    onMount,
    children,
  } = props;
  const units = useMemo(() => new Map(toCopyUnits(commands).map((unit) => [unit.id, unit])), [commands]);
  const secretKeys = useMemo(
    () => new Set(variables.filter((variable) => variable.isSecret).map((variable) => variable.key)),
    [variables],
  );
  const secrets = useRef(secretKeys);
  const [store] = useState(() =>
    // An editor's preview grows new variables: what is secret is asked at each write.
    createValuesStore({ storageKey, isSecret: (key) => secrets.current.has(key), initial: initialValues }),
  );
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
      } else if (
        filled.open.length > 0 ||
        (request.unit.isGuarded && !request.isHeld) ||
        isWithheld(request.unit)
      ) {
        setQuestion({ request, asked: variables.filter((variable) => filled.open.includes(variable.key)) });
      } else {
        void copy(request, filled.text);
      }
    },
    [announce, copy, store, variables],
  );

  const dialogs = useLateDialogs(question !== null || byHand !== null, () => {
    const button = (question ?? byHand)?.request.button;
    if (button) noteBeside(button, notLoaded);
    announce(notLoaded);
    setQuestion(null);
    setByHand(null);
  });

  useEffect(() => {
    secrets.current = secretKeys;
  }, [secretKeys]);
  useEffect(() => {
    document.documentElement.classList.add("js");
    store.load();
  }, [store]);
  useEffect(() => store.receive(initialValues), [store, initialValues]);

  const change = (variable: Variable, value: string) => store.set(variable.key, value);
  const commit = (variable: Variable, value: string) => {
    if (!variable.isSecret) onValueChange?.(variable, value);
  };
  const filled = question ? fillCommand(question.request.unit, values) : null;
  const settled = question && isWithheld(question.request.unit) ? settleDoubts(question.request.unit) : null;
  const shownValues = maskValues(values, secretKeys);

  return (
    <div className="live-document">
      <VariablesBar
        variables={variables}
        values={values}
        notes={valueNotes}
        onChange={change}
        onCommit={commit}
      />
      <Prose
        key={html}
        html={html}
        units={units}
        values={values}
        secretKeys={secretKeys}
        onCopy={ask}
        onMount={onMount}
      />
      {children}
      <LiveRegion announcement={announcement} />
      {dialogs && question && filled ? (
        <dialogs.CopyDialog
          unit={question.request.unit}
          filled={filled}
          shown={fillCommand(question.request.unit, shownValues).text}
          asked={question.asked}
          values={values}
          shownValues={shownValues}
          onChange={change}
          onCommit={commit}
          onClose={() => setQuestion(null)}
          settled={settled === null ? null : fillCommand(settled, shownValues).text}
          onCopy={(isSettled) => {
            const text = isSettled && settled ? fillCommand(settled, values).text : filled.text;
            void copy(question.request, text);
            setQuestion(null);
          }}
        />
      ) : null}
      {dialogs && byHand ? (
        <dialogs.HandCopyDialog
          text={byHand.text}
          onCopied={() => settleCopied(byHand.request, byHand.text)}
          onClose={() => setByHand(null)}
        />
      ) : null}
    </div>
  );
}

/** Secrets as dots, for everything that is shown. */
function maskValues(values: Values, secretKeys: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value !== "" && secretKeys.has(key) ? "••••••••" : value,
    ]),
  );
}
