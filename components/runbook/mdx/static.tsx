import { createElement } from "react";

type Props = { "data-tag": string; "data-html": string; [property: string]: unknown };

/** A block without components; compile has sanitised it and written its inside out. */
export function Static({ "data-tag": tag, "data-html": html, ...rest }: Props) {
  return createElement(tag, { ...rest, dangerouslySetInnerHTML: { __html: html } });
}
