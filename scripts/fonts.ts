/**
 * Makes the site's font files (public/fonts) from the fontsource packages: `node dist/scripts/fonts.js`.
 *
 * Subsets are cut by Unicode range, never by the corpus: a name that comes into the archive tomorrow must not fall
 * back to another face. public/css/site.css declares the same ranges; test/templates-fonts.test.ts compares them.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
// @ts-expect-error: the package ships no types
import untypedSubsetFont from "subset-font";

const subsetFont: (
  font: Buffer,
  characters: string,
  options: { readonly targetFormat: "woff2"; readonly noHinting: boolean },
) => Promise<Buffer> = untypedSubsetFont;

/** An inclusive range of code points. */
export type Range = readonly [first: number, last: number];

export interface FontFile {
  /** Name below public/fonts. */
  readonly file: string;
  readonly package: string;
  /** File in the package's folder `files`. */
  readonly from: string;
  /** What the face is declared for. */
  readonly ranges: readonly Range[];
  /** Left out of the file because another file of the family has it. */
  readonly without: readonly Range[];
}

/**
 * What Arabic text is made of, with the Persian letters Arabic papers use for foreign sounds (پ چ ژ ڤ گ ک ی).
 * Space and no-break space stay with the letters so that a line is not cut into runs at every word.
 */
const ARABIC: readonly Range[] = [
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x63a],
  [0x640, 0x655],
  [0x660, 0x66d],
  [0x670, 0x671],
  [0x67e, 0x67e],
  [0x686, 0x686],
  [0x698, 0x698],
  [0x6a4, 0x6a4],
  [0x6a9, 0x6a9],
  [0x6af, 0x6af],
  [0x6cc, 0x6cc],
  [0x6f0, 0x6f9],
  [0x200c, 0x200f],
];

/**
 * The whole Arabic block, word ligatures (ﷺ, ﷲ …), ornate parentheses and the presentation forms old text still
 * holds: a file of its own for what ARABIC lacks, fetched only by pages that need it. Its face is declared first,
 * and where ranges overlap the face declared last wins (https://www.w3.org/TR/css-fonts-4/#composite-fonts).
 */
const ARABIC_EXTENDED: readonly Range[] = [
  [0x600, 0x6ff],
  [0xfd3e, 0xfd3f],
  [0xfdf0, 0xfdfd],
  [0xfe70, 0xfefc],
];

/** Basic Latin, the punctuation of Latin-1 (« » · ×), dashes, quotation marks, bullet, ellipsis, ‹ ›, euro, minus. */
const LATIN: readonly Range[] = [
  [0x21, 0x7e],
  [0xa1, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2013, 0x2014],
  [0x2018, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
];

const NASKH = "@fontsource-variable/noto-naskh-arabic";
const PLEX = "@fontsource/ibm-plex-sans-arabic";

interface CharacterSet {
  readonly name: string;
  readonly from: "arabic" | "latin";
  readonly ranges: readonly Range[];
  readonly without?: readonly Range[];
}

const SETS: readonly CharacterSet[] = [
  { name: "arabic-extended", from: "arabic", ranges: ARABIC_EXTENDED, without: ARABIC },
  { name: "arabic", from: "arabic", ranges: ARABIC },
  { name: "latin", from: "latin", ranges: LATIN },
];

export const FONT_FILES: readonly FontFile[] = SETS.flatMap(({ name, from, ranges, without = [] }) => [
  { file: `naskh-${name}.woff2`, package: NASKH, from: `noto-naskh-arabic-${from}-wght-normal.woff2`, ranges, without },
  ...[400, 600].map((weight) => ({
    file: `plex-${name}-${weight}.woff2`,
    package: PLEX,
    from: `ibm-plex-sans-arabic-${from}-${weight}-normal.woff2`,
    ranges,
    without,
  })),
]);

/** The ranges as CSS writes them: `U+20, U+600-6FF`. */
export function formatUnicodeRange(ranges: readonly Range[]): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? "" : `-${hex(last)}`}`).join(", ");
}

function charactersOf(font: FontFile): string {
  const codes = ({ ranges }: { ranges: readonly Range[] }) =>
    ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const elsewhere = new Set(codes({ ranges: font.without }));
  return String.fromCodePoint(...codes(font).filter((code) => !elsewhere.has(code)));
}

/** Writes every font file and the packages' licences into `folder`; answers with the sizes in bytes. */
export async function buildFonts(folder: string): Promise<ReadonlyMap<string, number>> {
  const require = createRequire(import.meta.url);
  const home = (name: string) => dirname(require.resolve(`${name}/package.json`));
  const sizes = new Map<string, number>();
  await mkdir(folder, { recursive: true });
  for (const font of FONT_FILES) {
    const source = await readFile(join(home(font.package), "files", font.from));
    const subset = await subsetFont(source, charactersOf(font), {
      targetFormat: "woff2",
      noHinting: true,
    });
    await writeFile(join(folder, font.file), subset);
    sizes.set(font.file, subset.length);
  }
  for (const [name, file] of [
    [NASKH, "OFL-noto-naskh-arabic.txt"],
    [PLEX, "OFL-ibm-plex-sans-arabic.txt"],
  ] as const) {
    await writeFile(join(folder, file), await readFile(join(home(name), "LICENSE")));
  }
  return sizes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = await buildFonts(join(process.cwd(), "public/fonts"));
  for (const [file, size] of sizes) console.log(`${String(size).padStart(6)}  ${file}`);
}
