import { expect, it } from "vitest";
import { renderPage } from "../templates/index.tsx";
import { frame, pages } from "./support/views.ts";

/** Whole documents, one tag a line so that a change shows where it is. Renewed by `vitest -u`. */
it.each(["home", "article", "person", "event", "search"] as const)("%s", async (name) => {
  const html = renderPage(pages[name], frame).replaceAll("><", ">\n<");
  await expect(html).toMatchFileSnapshot(`./fixtures/templates/${name}.html`);
});
