/** The one place that knows what renders JSX: templates import their types and `render` from here. */
import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** What a template function answers with. */
export type Html = VNode | null;

/** Anything that may stand between two tags. */
export type Children = ComponentChildren;

/** A tree as HTML text; text and attribute values are escaped. */
export function render(html: Html): string {
  return html === null ? "" : renderToString(html);
}
