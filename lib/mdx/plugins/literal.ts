import type { ScriptNode, SyntaxAttribute, SyntaxNode } from "./syntax-node";

/** A value that stands in the text as it is: nothing has to be evaluated to know it. */
export type Literal = string | number | boolean | null | readonly Literal[] | ReadonlyMap<string, Literal>;

/** Lists in lists that an attribute may hold. */
const maxDepth = 8;

/** What braces hold when that is a plain literal (`{3}`, `{['a', 'b']}`), told by node type; else undefined. */
export function literalOf(estree: unknown): Literal | undefined {
  const program = asNode(estree);
  const statements = listOf(program?.body);
  const only = asNode(statements[0]);
  if (program?.type !== "Program" || statements.length !== 1 || only?.type !== "ExpressionStatement")
    return undefined;
  return read(only.expression, 0);
}

/** What an attribute holds: text in quotes, true when it stands alone, or a literal in braces; else undefined. */
export function attributeLiteral({ type, value }: SyntaxAttribute): Literal | undefined {
  if (type !== "mdxJsxAttribute") return undefined;
  if (value === null || value === undefined) return true;
  return typeof value === "string" ? value : literalOf(value.data?.estree);
}

/** The text in braces that stand for nothing but text (`{"a"}`); undefined for all other braces. */
export function textLiteral(node: SyntaxNode): string | undefined {
  const value = literalOf(node.data?.estree);
  return typeof value === "string" ? value : undefined;
}

function read(value: unknown, depth: number): Literal | undefined {
  const node = asNode(value);
  if (!node || depth > maxDepth) return undefined;
  switch (node.type) {
    case "Literal":
      return plain(node.value);
    case "TemplateLiteral":
      return listOf(node.expressions).length === 0 ? cooked(node) : undefined;
    case "UnaryExpression":
      return negative(node);
    case "ArrayExpression":
      return all(listOf(node.elements).map((item) => read(item, depth + 1)));
    case "ObjectExpression":
      return mapping(listOf(node.properties), depth);
    default:
      return undefined;
  }
}

/** Regular expressions and big numbers are literals to a parser, and no data here. */
function plain(value: unknown): Literal | undefined {
  const isData =
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isData ? value : undefined;
}

function cooked(template: ScriptNode): string | undefined {
  const quasi = asNode(listOf(template.quasis)[0])?.value as { cooked?: unknown } | undefined;
  return typeof quasi?.cooked === "string" ? quasi.cooked : undefined;
}

function negative({ operator, argument }: ScriptNode): number | undefined {
  const inner = asNode(argument);
  const isNumber = inner?.type === "Literal" && typeof inner.value === "number";
  return operator === "-" && isNumber ? -Number(inner.value) : undefined;
}

/** A Map, not an object: `__proto__` is a key like any other. */
function mapping(properties: unknown[], depth: number): Literal | undefined {
  const entries = new Map<string, Literal>();
  for (const item of properties) {
    const property = asNode(item);
    if (property?.type !== "Property" || property.kind !== "init") return undefined;
    if (property.computed || property.method || property.shorthand) return undefined;
    const key = asNode(property.key);
    const name = key?.type === "Identifier" ? key.name : key?.value;
    const value = read(property.value, depth + 1);
    if ((typeof name !== "string" && typeof name !== "number") || value === undefined) return undefined;
    entries.set(String(name), value);
  }
  return entries;
}

function all(items: (Literal | undefined)[]): Literal | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}

function asNode(value: unknown): ScriptNode | null {
  const isNode = typeof value === "object" && value !== null && "type" in value;
  return isNode && typeof value.type === "string" ? (value as ScriptNode) : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
