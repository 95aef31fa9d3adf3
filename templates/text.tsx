/** A hand-written page: about, help. */
import type { TextPage } from "../src/site/views/pages.ts";
import type { SiteFrame } from "../src/site/views/parts.ts";
import type { Html } from "./html.ts";
import { text } from "./parts.tsx";

export function textMain(page: TextPage, _frame: SiteFrame): Html {
  return (
    <>
      <header class="page-head">
        <h1>{text(page.heading)}</h1>
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by rehype-sanitize when it was made */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
    </>
  );
}
