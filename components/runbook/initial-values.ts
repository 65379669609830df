import type { Variable } from "@/lib/domain/document";
import type { Values } from "./values-store";

type Query = Readonly<Record<string, string | string[] | undefined>>;

const longest = 4_000;

/**
 * Values from the page's address: `?service-name=checkout`. Names match without regard to case, and `_` stands for
 * `-`, as alert rules write them. A secret is never taken from an address: it would be in logs and histories.
 */
export function valuesFromQuery(query: Query, variables: readonly Variable[]): Values {
  const given = new Map(
    Object.entries(query).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value[0] : value;
      return text ? [[plain(name), text.slice(0, longest)] as const] : [];
    }),
  );
  return Object.fromEntries(
    variables.flatMap((variable) => {
      const text = variable.isSecret ? undefined : given.get(plain(variable.key));
      return text ? [[variable.key, text] as const] : [];
    }),
  );
}

const plain = (name: string) => name.toLowerCase().replaceAll("_", "-");
