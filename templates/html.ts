/** The types templates speak of, and the last step: markup to text. */
import type { Markup } from "./jsx-runtime.ts";

export type { Children } from "./jsx-runtime.ts";

/** What a template function answers with. */
export type Html = Markup | null;

/** Markup as text; its values were escaped when it was made. */
export function render(html: Html): string {
  return html === null ? "" : html.html;
}
