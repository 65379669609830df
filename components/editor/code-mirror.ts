import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Problem } from "@/lib/domain/document";
import { portalTheme } from "./code-mirror-theme";
import { offsetOf, type SourceHandle } from "./source-handle";

export type CodeMirrorOptions = {
  parent: HTMLElement;
  text: string;
  /** Where the caret was in the plain field. */
  selection: { anchor: number; head: number };
  label: string;
  describedBy: string;
  /** For the style element that CodeMirror writes, should the page's policy ask for one. */
  nonce: string | null;
  onChange: (text: string) => void;
};

/**
 * The editor proper; a chunk of its own, loaded after the page. Tab indents, and Escape before Tab leaves the field
 * (CodeMirror's own way out). Line ends are LF: see lib/domain/line-ends.ts.
 */
export function createCodeMirror(options: CodeMirrorOptions): SourceHandle & { destroy: () => void } {
  const { parent, text, selection, label, describedBy, nonce, onChange } = options;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        portalTheme,
        lineNumbers(),
        lintGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        history(),
        search({ top: true }),
        highlightSelectionMatches(),
        EditorState.allowMultipleSelections.of(true),
        EditorView.lineWrapping,
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, indentWithTab, ...defaultKeymap]),
        EditorView.contentAttributes.of({
          "aria-label": label,
          "aria-describedby": describedBy,
          // It takes the focus without; checkers do not see that of what can be edited.
          tabindex: "0",
          spellcheck: "true",
          autocapitalize: "sentences",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    read: () => view.state.doc.toString(),
    replace(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        userEvent: "input.replace",
      });
    },
    jumpTo(place) {
      const anchor = offsetOf(view.state.doc.toString(), place);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    markProblems(problems) {
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => toDiagnostic(view.state, problem)),
        ),
      );
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Marks from the place to the end of the word there, so that there is something to see. */
function toDiagnostic(state: EditorState, { line, column, severity, message }: Problem): Diagnostic {
  const from = offsetOf(state.doc.toString(), { line, column });
  const word = state.wordAt(from);
  const end = state.doc.lineAt(from).to;
  return { from, to: word && word.to > from ? word.to : Math.min(from + 1, end), severity, message };
}
