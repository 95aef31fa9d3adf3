import fc from "fast-check";
import type { PhrasingContent, Root, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import type { Block } from "../src/model/article.ts";
import { formatBody } from "../src/write/body.ts";
import { hostileText } from "./support/world.ts";

type Plain = Pick<Block, "kind" | "text">;

/** Blocks of a Markdown text; anything but plain text in a paragraph or a heading of level two shows as its type. */
function readBody(markdown: string): Plain[] {
  const root: Root = unified().use(remarkParse).parse(markdown);
  return root.children.flatMap((node): Plain[] => {
    if (node.type === "list") {
      const kind = node.ordered ? "numbered-item" : "list-item";
      return node.children.map(({ children: [only, ...more] }) => ({
        kind,
        text: only?.type === "paragraph" && more.length === 0 ? textOf(only.children) : `<${only?.type}>`,
      }));
    }
    return [readBlock(node)];
  });
}

function readBlock(node: RootContent): Plain {
  if (node.type !== "paragraph" && node.type !== "heading") return { kind: "paragraph", text: `<${node.type}>` };
  const [only] = node.children;
  if (node.type === "paragraph" && node.children.length === 1 && only?.type === "emphasis")
    return { kind: "caption", text: textOf(only.children) };
  if (node.type === "heading" && node.depth !== 2) return { kind: "heading", text: `<h${node.depth}>` };
  return { kind: node.type, text: textOf(node.children) };
}

function textOf(children: readonly PhrasingContent[]): string {
  return children.map((child) => (child.type === "text" ? child.value : `<${child.type}>`)).join("");
}

/** What a block may hold: one line, without white space at its ends. */
const line = fc
  .oneof(hostileText, fc.string({ unit: "binary" }))
  .map((text) =>
    text
      .replace(/[\n\r\u2028\u2029]/g, "")
      .replaceAll("\0", "")
      .trim(),
  )
  .filter((text) => text !== "");
const block: fc.Arbitrary<Plain> = fc.record({
  kind: fc.constantFrom("heading", "paragraph", "list-item", "numbered-item", "caption"),
  text: line,
});

describe("a body in Markdown", { timeout: 30_000 }, () => {
  test.each([
    "1. بند أول",
    "12) بند",
    "1986. عام الكأس",
    "1986 عام الكأس",
    "- بند",
    "-- بند",
    "— قول",
    "–",
    "+ بند",
    "* بند",
    "#",
    "# عنوان",
    "#وسم",
    "####### سبعة",
    "> قول",
    ">قول",
    "---",
    "***",
    "___",
    "===",
    "- - -",
    "~~~",
    "```",
    "    أربع مسافات",
    "\tجدولة",
    "<html>",
    "<b>نص</b>",
    "<!-- سر -->",
    "<?php",
    "<https://example.org>",
    "&amp;",
    "&#x627;",
    "&copy",
    "&",
    "\\",
    "\\n",
    "سطر\\",
    "نص  بمسافتين",
    "نص\tبجدولة",
    "_سطر_",
    "__سطر__",
    "س_ط_ر",
    "*نجمة*",
    "**",
    "2*3*4",
    "`كود`",
    "``",
    "[نص](رابط)",
    "[نص]",
    "[نص]: https://example.org",
    "![صورة](a.png)",
    "!",
    "![",
    "https://example.org/a_b_c",
    "www.example.org",
    "|جدول|",
    "|---|",
    "| أ | ب |",
    ":",
    ": تعريف",
    ":::",
    "$س$",
    "^1",
    "[^1]",
    "[^1]: حاشية",
    "~~حذف~~",
    "~",
    "=",
    "a=b",
    "{#id}",
    "«قول»",
    "\u200F1. بند",
    "\u200F- بند",
    "\u202Bنص\u202C",
    "\u00A0نص\u00A0",
    "نص #",
    "عنوان ##",
    "عنوان \\#",
    "\u0001",
    "\v",
    "\f",
    "\u0085",
    "😀",
    "١. بند",
    "- ",
    "(1) بند",
    "1.",
    "0.5",
    "-5 درجات",
    "+20 123",
    "a@b.org",
    "نص<br>",
    "<",
    "<3",
    "5 < 6 > 4",
    "‎*",
    '"نص"',
    "'نص'",
    "---\nid",
    "%20",
    "@user",
    "…",
    "‏",
  ])("%j stays what it is, as a block of any kind", (raw) => {
    const text = raw.replace(/\n/g, " ").trim() || "س";
    for (const kind of ["paragraph", "heading", "list-item", "numbered-item", "caption"] as const) {
      const blocks: Plain[] = [
        { kind, text },
        { kind: "paragraph", text: "نص بعده" },
        { kind, text },
      ];
      expect(readBody(formatBody(blocks))).toEqual(blocks);
    }
  });

  test("gives back exactly the blocks, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        expect(readBody(formatBody(blocks))).toEqual(blocks);
      }),
      { numRuns: 250 },
    );
  });

  test("of plain prose is the prose, a blank line between", () => {
    const blocks: Plain[] = [
      { kind: "paragraph", text: "قال الوزير: «نعم»." },
      { kind: "heading", text: "صيد وبحر" },
      { kind: "paragraph", text: "بلغ 3.5 مليون (تقريبا)؛ ثم زاد." },
    ];
    expect(formatBody(blocks)).toBe("قال الوزير: «نعم».\n\n## صيد وبحر\n\nبلغ 3.5 مليون (تقريبا)؛ ثم زاد.\n");
    expect(formatBody([])).toBe("");
  });

  test("never holds what looks like the end of front matter at its start", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (blocks) => void expect(formatBody(blocks)).not.toMatch(/^---\n/)),
    );
  });

  test("is what the library writes of one block, also where the library is not asked", () => {
    const sign = fc.constantFrom(
      ..."! = + # - – : . ) ( 1 12 ؟ ؛ « » % @ / , & ~ | > _ *".split(" "),
      " ",
      "قال",
      "a",
      "[",
      "]",
    );
    const words = fc.array(sign, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("").trim());
    fc.assert(
      fc.property(
        fc.constantFrom("heading" as const, "paragraph" as const),
        words.filter((text) => text !== ""),
        (kind, text) => {
          const children = [{ type: "text" as const, value: text }];
          const node = kind === "heading" ? { type: kind, depth: 2 as const, children } : { type: kind, children };
          const written = toMarkdown(
            { type: "root", children: [node] },
            { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one" },
          );
          expect(formatBody([{ kind, text }])).toBe(`${written.trimEnd()}\n`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
