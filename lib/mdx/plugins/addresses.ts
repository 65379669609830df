import type { Element, ElementContent, Root } from "hast";
import type { Problem } from "@/lib/domain/document";
import type { LintRuleName } from "@/lib/domain/lint-rules";
import { columnOf, el, isElement, lineOf, replaceNode, text, walk } from "@/lib/reading/hast";
import { LIMITS } from "../limits";

/** A base that no text can mean: what still leads there was relative. */
const HERE = "https://portal.invalid/runbooks/x";
const SCHEME = /^(?:https?|mailto|tel):/i;
const RASTER = /^data:image\/(?:png|jpeg|gif|webp)[;,]/i;

/**
 * Lets links lead to http, https, mail, telephones, places beside the page and places in it, and nowhere else; and
 * images come from the portal itself, from the hosts that the operator named, or as small raster data. An image from
 * elsewhere becomes its words, as a link to it. Addresses are read as a browser reads them. Returns what was refused.
 */
export function fenceAddresses(root: Root, imageHosts: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  walk(root, ({ node, parent, ancestors }) => {
    if (isElement(node, "a") && node.properties.href !== undefined) {
      const href = linkAddress(String(node.properties.href));
      if (href !== null) node.properties.href = href;
      else {
        delete node.properties.href;
        problems.push(
          refusal(node, "link-refused", "This link leads nowhere: its kind of address is not allowed."),
        );
      }
    }
    if (isElement(node, "img")) {
      const verdict = imageAddress(String(node.properties.src ?? ""), imageHosts);
      if ("src" in verdict) node.properties.src = verdict.src;
      else {
        const isInLink = ancestors.some((outer) => isElement(outer, "a") && outer.properties.href);
        replaceNode(parent, node, inWords(node, isInLink ? null : verdict.link));
        problems.push(refusal(node, "image-refused", verdict.reason));
      }
    }
    return true;
  });
  return problems;
}

/** The address as it may stand in the page; null when it may not. */
function linkAddress(written: string): string | null {
  if (/^[^/?#]*:/.test(written) && !SCHEME.test(written)) return null;
  const url = asUrl(written);
  if (url && isOtherHost(url) && !/^https?:\/\//i.test(written)) return url.href;
  // The sanitiser, which comes next, knows schemes in small letters alone.
  return written.replace(SCHEME, (scheme) => scheme.toLowerCase());
}

type ImageVerdict = { src: string } | { link: string | null; reason: string };

function imageAddress(written: string, hosts: readonly string[]): ImageVerdict {
  if (/^\s*data:/i.test(written)) {
    if (!RASTER.test(written))
      return { link: null, reason: "Only PNG, JPEG, GIF and WebP may stand in the text itself." };
    if (written.length > LIMITS.dataImageLetters)
      return {
        link: null,
        reason: `An image in the text itself may have ${LIMITS.dataImageLetters / 1024} KB at most.`,
      };
    return { src: written };
  }
  const url = asUrl(written);
  if (url && !isOtherHost(url) && /^https?:$/.test(url.protocol)) return { src: written };
  if (url?.protocol === "https:" && isAllowed(url, hosts)) return { src: url.href };
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return {
    link: isWeb ? url.href : null,
    reason: isWeb
      ? `Images of ${url.host} are not shown here, so a link stands in its place (PORTAL_IMAGE_HOSTS names the hosts).`
      : "This image has no address that a page may load.",
  };
}

/** `*.example.com` stands for all hosts below it. */
function isAllowed({ host }: URL, hosts: readonly string[]): boolean {
  return hosts.some((name) => (name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name));
}

function inWords(image: Element, link: string | null): ElementContent {
  const words = String(image.properties.alt ?? "").trim() || "Image";
  if (!link) return text(words);
  return { ...el("a", { href: link }, words), ...(image.position ? { position: image.position } : {}) };
}

function asUrl(written: string): URL | null {
  return URL.canParse(written, HERE) ? new URL(written, HERE) : null;
}

function isOtherHost({ protocol, host }: URL): boolean {
  return /^https?:$/.test(protocol) && host !== "portal.invalid";
}

function refusal(node: Element, rule: LintRuleName, message: string): Problem {
  return { line: lineOf(node), column: columnOf(node), rule, severity: "warning", message };
}
