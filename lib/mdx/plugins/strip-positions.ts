import type { SyntaxNode } from "./syntax-node";
import { eachNode } from "./syntax-node";

/** Places are read by now; without them the code generator has no source map to build. */
export function stripPositions(tree: object): void {
  eachNode(tree as SyntaxNode, (node) => {
    delete node.position;
  });
}
