import { eachNode, type SyntaxNode } from "./syntax-node";

/**
 * A footnote that nothing refers to would be left out of the page, and so would the second of two with one name. Each
 * becomes ordinary text where it stands, with its mark in front. Changes the tree.
 */
export function unfoldLonelyFootnotes(tree: SyntaxNode): void {
  const notes: SyntaxNode[] = [];
  eachNode(tree, (node) => {
    if (isNote(node)) notes.push(node);
  });
  if (notes.length === 0) return;
  const lonely = findLonely(tree, notes);
  if (lonely.size === 0) return;
  for (const note of lonely) addMark(note);
  const unfold = (node: SyntaxNode): SyntaxNode[] =>
    lonely.has(node) ? (node.children ?? []).flatMap(unfold) : [node];
  eachNode(tree, (node) => {
    if (node.children) node.children = node.children.flatMap(unfold);
  });
}

function findLonely(tree: SyntaxNode, notes: readonly SyntaxNode[]): Set<SyntaxNode> {
  // Of two with one name, the first is the one that is referred to.
  const byName = new Map([...notes].reverse().map((note) => [nameOf(note), note]));
  const shown = new Set<SyntaxNode>();
  const lonely = new Set<SyntaxNode>();
  follow(tree, byName, shown);
  for (const note of notes) {
    if (shown.has(note)) continue;
    lonely.add(note);
    // It is shown from now on, and with it the notes that it refers to.
    shown.add(note);
    follow(note, byName, shown);
  }
  return lonely;
}

/** Adds to what is shown: the notes that a text refers to, those that these refer to, and so on. */
function follow(text: SyntaxNode, byName: ReadonlyMap<string, SyntaxNode>, shown: Set<SyntaxNode>): void {
  const open = [text];
  for (let node = open.pop(); node; node = open.pop()) {
    const note = node.type === "footnoteReference" ? byName.get(nameOf(node)) : undefined;
    if (note && !shown.has(note)) {
      shown.add(note);
      open.push(note);
    }
    // A note is followed when something refers to it, not where it stands.
    for (const child of node.children ?? []) if (!isNote(child)) open.push(child);
  }
}

function addMark(note: SyntaxNode): void {
  const mark: SyntaxNode = { type: "text", value: `[^${note.label ?? note.identifier ?? ""}]: ` };
  const [first, ...rest] = note.children ?? [];
  if (first?.type === "paragraph") {
    note.children = [{ ...first, children: [mark, ...(first.children ?? [])] }, ...rest];
  } else {
    const place = note.position ? { position: note.position } : {};
    note.children = [{ type: "paragraph", children: [mark], ...place }, ...(note.children ?? [])];
  }
}

function isNote(node: SyntaxNode): boolean {
  return node.type === "footnoteDefinition";
}

/** Marks are told apart without regard to case. */
function nameOf(node: SyntaxNode): string {
  return (node.identifier ?? "").toUpperCase();
}
