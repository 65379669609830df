import { createElement, Fragment } from "react";
import { readContact } from "@/lib/domain/contact-links";

/** A contact with what can be opened as links. The pieces never change places, so they need no keys. */
export function ContactWords({ contact }: { contact: string }) {
  const pieces = readContact(contact).map(({ text, href }) =>
    href === null
      ? text
      : createElement("a", { href, className: "text-link", rel: "noreferrer", target: "_blank" }, text),
  );
  return createElement(Fragment, null, ...pieces);
}
