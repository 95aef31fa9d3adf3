import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { FONT_FILES, formatUnicodeRange } from "../scripts/fonts.ts";

const root = join(import.meta.dirname, "..");
const css = await readFile(join(root, "public/css/site.css"), "utf8");
const rules = css.replace(/\/\*[\s\S]*?\*\//g, "");

describe("the style sheet", () => {
  it("stays small", () => {
    expect(Buffer.byteLength(css)).toBeLessThan(25 * 1024);
  });

  it("knows start and end, not left and right", () => {
    const physical =
      /(?:^|[\s;{])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:/g;
    expect([...rules.matchAll(physical)].map((match) => match[1])).toEqual([]);
    expect(rules).not.toMatch(/(?:text-align|float|clear):\s*(?:left|right)/);
  });

  it("does to Arabic letters nothing they cannot bear", () => {
    expect(rules).not.toMatch(/letter-spacing|font-style:\s*(?:italic|oblique)|text-align:\s*justify|text-transform/);
  });

  it("asks nobody but the site", () => {
    expect(rules).not.toMatch(/https?:|@import|data:/);
  });

  it("declares every font file with the range it was cut to", async () => {
    const faces = [...rules.matchAll(/@font-face\s*\{([^}]*)\}/g)].map((match) =>
      (match[1] ?? "").replace(/\s+/g, " "),
    );
    for (const font of FONT_FILES) {
      const face = faces.find((text) => text.includes(`fonts/${font.file}"`));
      expect(face, font.file).toContain(`unicode-range: ${formatUnicodeRange(font.ranges)};`);
      expect(face).toContain("font-display: swap");
      expect((await stat(join(root, "public/fonts", font.file))).size).toBeGreaterThan(5_000);
    }
    const order = (name: string) => css.indexOf(`fonts/${name}.woff2`);
    expect(order("naskh-arabic-extended")).toBeLessThan(order("naskh-arabic"));
  });
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("colours", () => {
  const palettes = [...rules.matchAll(/:root\s*\{([^}]*--paper:[^}]*)\}/g)]
    .slice(0, 2)
    .map((match) =>
      Object.fromEntries([...(match[1] ?? "").matchAll(/--(\w+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]])),
    );
  const pairs = [
    ["ink", "paper"],
    ["ink", "sheet"],
    ["ink", "mark"],
    ["soft", "paper"],
    ["soft", "sheet"],
    ["accent", "paper"],
    ["accent", "sheet"],
    ["accent", "mark"],
    ["struck", "paper"],
    ["struck", "sheet"],
  ] as const;

  it.each([
    ["light", 0],
    ["dark", 1],
  ] as const)("are far enough apart in the %s palette", (_name, at) => {
    const palette = palettes[at] ?? {};
    for (const [front, back] of pairs) {
      expect(contrast(palette[front] ?? "", palette[back] ?? ""), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the browser's scripts", () => {
  it.each([
    // With the analyzer and its lexicon.
    ["search", 110_000],
    ["site", 2_000],
  ] as const)("%s is small and carries only the strings it says", async (name, limit) => {
    const result = await build({
      entryPoints: [join(root, `src/site/browser/${name}.ts`)],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      write: false,
    });
    const code = result.outputFiles[0]?.text ?? "";
    expect(Buffer.byteLength(code)).toBeLessThan(limit);
    expect(code).not.toContain("أرشيف أخبار");
    expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
  });
});
