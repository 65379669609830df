import type { Problem, SourcePlace } from "@/lib/domain/document";

/** What the page may ask of the field with the text, whichever of the two it is at the moment. */
export type SourceHandle = {
  read: () => string;
  /** Puts another text in; can be undone where the field can undo. */
  replace: (text: string) => void;
  jumpTo: (place: SourcePlace) => void;
  markProblems: (problems: readonly Problem[]) => void;
  focus: () => void;
};

/** Where a place stands in a text; a place beyond the end is the end. */
export function offsetOf(text: string, { line, column }: SourcePlace): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const end = text.indexOf("\n", start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}

/** The plain field: there before the editor has loaded, and instead of it when it does not load. */
export function plainHandle(area: HTMLTextAreaElement, onChange: (text: string) => void): SourceHandle {
  return {
    read: () => area.value,
    replace(text) {
      area.value = text;
      onChange(text);
    },
    jumpTo(place) {
      const offset = offsetOf(area.value, place);
      area.focus();
      area.setSelectionRange(offset, offset);
    },
    markProblems: () => {},
    focus: () => area.focus(),
  };
}
