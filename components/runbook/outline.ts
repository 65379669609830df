import type { CommandBlock, Section } from "@/lib/domain/document";

export type OutlineItem = {
  id: string;
  text: string;
  /** Commands that can be copied in the section, its own sections included. */
  commandCount: number;
  children: OutlineItem[];
};

/**
 * The contents list: two levels, from the highest that the document uses under its title. Headings without words
 * stay out, and so does an empty section that only says the title again. Deeper commands count for the section that
 * holds them.
 */
export function buildOutline(
  headings: readonly Section[],
  commands: readonly CommandBlock[],
  title = "",
): OutlineItem[] {
  const [first, ...rest] = headings;
  const below = first?.depth === 1 ? rest : headings;
  const top = Math.min(...below.map((heading) => heading.depth));
  const items: OutlineItem[] = [];
  let parent: OutlineItem | null = null;
  let child: OutlineItem | null = null;
  for (const { id, text, depth } of below) {
    const level = depth - top;
    if (level === 0) {
      parent = { id, text, commandCount: 0, children: [] };
      child = null;
      items.push(parent);
    } else if (level === 1 && parent) {
      child = { id, text, commandCount: 0, children: [] };
      parent.children.push(child);
    }
    const count = commands.filter((command) => command.kind === "command" && command.sectionId === id).length;
    if (parent) parent.commandCount += count;
    if (child) child.commandCount += count;
  }
  return items.flatMap(withWords).filter((item) => !saysTitle(item, title));
}

function saysTitle({ text, children, commandCount }: OutlineItem, title: string): boolean {
  return children.length === 0 && commandCount === 0 && title.toLowerCase().endsWith(text.toLowerCase());
}

function withWords(item: OutlineItem): OutlineItem[] {
  const children = item.children.filter((child) => child.text.trim() !== "");
  return item.text.trim() === "" ? children : [{ ...item, children }];
}
