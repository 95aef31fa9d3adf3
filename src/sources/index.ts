import { generic } from "./generic.ts";
import type { SourceLayout } from "./layout.ts";
import { prnewswire } from "./prnewswire.ts";
import { spa } from "./spa.ts";
import { xinhua } from "./xinhua.ts";

/** Tried in this order; a new source is one declaration and one line here. */
export const LAYOUTS: readonly SourceLayout[] = [prnewswire, xinhua, spa, ...generic];

export type { SourceLayout };
